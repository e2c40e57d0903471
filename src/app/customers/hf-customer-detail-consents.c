#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-consent-closures.h"
#include "hf-customer-change.h"
#include "hf-customer-detail-private.h"
#include "hf-store-act.h"
#include "hf-store-consents.h"
#include "hf-text.h"
#include "hf-time.h"

static void
say_refusal (HfCustomerDetail *self, HfCustomerChange *change, gboolean is_stored)
{
  gboolean refuses = change->after->do_not_call;
  g_autofree char *words = g_strdup_printf (refuses
                                                /* Translators: %s is a customer's name. */
                                                ? _ ("%s will not be called")
                                                /* Translators: %s is a customer's name. */
                                                : _ ("%s may be called again"),
                                            hf_customer_title (change->after));
  if (is_stored)
    hf_store_act_offer_undo (GTK_WIDGET (self), self->store, hf_customer_change_take_back,
                             change, hf_customer_change_free, words);
  else
    hf_store_act_run (GTK_WIDGET (self), self->store, hf_customer_change_run,
                      hf_customer_change_take_back, change, hf_customer_change_free, words);
}

static void
on_refusal_saved (HfDetailForm *form)
{
  if (form->detail->store != NULL)
    say_refusal (form->detail, g_steal_pointer (&form->data), TRUE);
}

static HfCustomerChange *
make_refusal (const HfCustomer *customer, const HfCustomer *typed)
{
  HfCustomerChange *change = hf_customer_change_new (customer);
  hf_customer_take_refusal (change->after, typed);
  return change;
}

static void
apply_refusal (HfDetailForm *form)
{
  HfFieldSection *section = hf_field_form_get_section (form->window);
  g_autoptr (HfCustomer) typed = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  const char *field = "do_not_call_reason";
  g_autofree char *today = hf_time_today ();
  if (!hf_field_section_apply (section, typed))
    return;
  typed->do_not_call = TRUE;
  if (hf_text_is_blank (typed->do_not_call_reason))
    hf_field_section_set_error (section, field, _ ("This cannot be left empty."));
  else if (!hf_customer_check (typed, today, &field, &error))
    hf_field_section_set_error (section, field, error->message);
  else
    {
      hf_detail_form_take (form, make_refusal (form->customer, typed), hf_customer_change_free);
      hf_field_form_save (form->window, form->detail->store, hf_customer_change_run,
                          make_refusal (form->customer, typed), hf_customer_change_free, field);
    }
}

static void
ask_for_refusal (HfCustomerDetail *self)
{
  static const char *const names[] = { "do_not_call_reason", "do_not_call_on", NULL };
  const char *usual[HF_CUSTOMER_N_REFUSALS + 1] = { NULL };
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  g_autoptr (HfCustomer) refusal = hf_customer_new ();
  HfFieldSection *section = hf_field_section_new ("", fields, n_fields, names);
  for (guint i = 0; i < HF_CUSTOMER_N_REFUSALS; i++)
    usual[i] = hf_customer_get_refusal_reason (i);
  refusal->do_not_call_on = hf_time_today ();
  refusal->do_not_call_reason = g_strdup (usual[HF_CUSTOMER_REFUSAL_ASKED]);
  hf_field_section_set_record (section, refusal);
  hf_field_section_set_suggestions (section, names[0], usual);
  hf_customer_detail_ask (self, _ ("Do Not Call"), section, apply_refusal, on_refusal_saved);
  hf_field_section_focus (section, names[0]);
}

static void
toggle_do_not_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  if (self->file == NULL)
    return;
  if (!self->file->customer->do_not_call)
    {
      ask_for_refusal (self);
      return;
    }
  HfCustomerChange *change = hf_customer_change_new (self->file->customer);
  hf_customer_take_refusal (change->after, NULL);
  say_refusal (self, change, FALSE);
}

/* A decision, and the customer as they were: who does not agree to be called is not called. */
typedef struct
{
  HfConsent *consent;
  HfCustomerChange *change;
} Decision;

static Decision *
decision_new (HfConsent *consent, const HfCustomer *customer)
{
  Decision *decision = g_new0 (Decision, 1);
  decision->consent = g_object_ref (consent);
  decision->change = hf_customer_change_new (customer);
  return decision;
}

static void
decision_free (gpointer data)
{
  Decision *decision = data;
  g_object_unref (decision->consent);
  hf_customer_change_free (decision->change);
  g_free (decision);
}

static gpointer
save_decision (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_consents_save (session, ((Decision *) data)->consent, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static gpointer
take_decision_back (HfStoreSession *session, gpointer data, GError **error)
{
  Decision *decision = data;
  if (!hf_store_consents_remove (session, decision->consent->id, error))
    return NULL;
  return decision->consent->purpose == HF_CONSENT_CALL
             ? hf_customer_change_take_back (session, decision->change, error)
             : HF_STORE_DONE;
}

static void
on_consent_saved (HfDetailForm *form)
{
  HfCustomerDetail *self = form->detail;
  g_autofree char *words = hf_consent_words_title (form->data);
  if (self->store != NULL)
    hf_store_act_offer_undo (GTK_WIDGET (self), self->store, take_decision_back,
                             decision_new (form->data, form->customer), decision_free, words);
}

static void
apply_consent (HfDetailForm *form)
{
  HfFieldSection *section = hf_field_form_get_section (form->window);
  g_autoptr (HfConsent) consent = hf_consent_new ();
  if (!hf_field_section_apply (section, consent))
    return;
  consent->customer_id = form->customer->id;
  hf_detail_form_take (form, g_object_ref (consent), g_object_unref);
  hf_field_form_save (form->window, form->detail->store, save_decision,
                      decision_new (consent, form->customer), decision_free, "decided_on");
}

static void
record_consent (GtkWidget *widget, const char *action, GVariant *purpose)
{
  static const char *const names[] = { "purpose", "state", "decided_on", "channel",
                                       "wording", "note",  NULL };
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  int which = hf_choice_find_name (hf_consent_purposes, g_variant_get_string (purpose, NULL));
  if (self->file == NULL || which < 0)
    return;
  gsize n_fields;
  const HfField *fields = hf_consent_fields (&n_fields);
  const HfConsent *last = hf_consent_find_last (self->file->consents, which);
  g_autoptr (HfConsent) consent = hf_consent_new ();
  HfFieldSection *section = hf_field_section_new ("", fields, n_fields, names);
  consent->purpose = which;
  consent->decided_on = hf_time_today ();
  consent->wording = g_strdup (last != NULL ? last->wording : NULL);
  hf_field_section_set_record (section, consent);
  hf_customer_detail_ask (self, _ ("Record a Consent"), section, apply_consent,
                          on_consent_saved);
  hf_field_section_focus (section, "state");
}

static void
withdraw_consent (GtkWidget *widget, const char *action, GVariant *purpose)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  int which = hf_choice_find_name (hf_consent_purposes, g_variant_get_string (purpose, NULL));
  if (self->file == NULL || which < 0)
    return;
  const HfConsent *last = hf_consent_find_last (self->file->consents, which);
  g_autoptr (HfConsent) consent = hf_consent_new ();
  consent->customer_id = self->file->customer->id;
  consent->purpose = which;
  consent->state = HF_CONSENT_WITHDRAWN;
  consent->decided_on = hf_time_today ();
  consent->wording = g_strdup (last != NULL ? last->wording : NULL);
  g_autofree char *words = hf_consent_words_title (consent);
  hf_store_act_run (widget, self->store, save_decision, take_decision_back,
                    decision_new (consent, self->file->customer), decision_free, words);
}

/**
 * hf_customer_detail_install_consent_actions:
 * @klass: the detail's class
 *
 * Installs what can be done about a customer's consents and the do-not-call list.
 */
void
hf_customer_detail_install_consent_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "customer.toggle-do-not-call", NULL,
                                   toggle_do_not_call);
  gtk_widget_class_install_action (klass, "customer.record-consent", "s", record_consent);
  gtk_widget_class_install_action (klass, "customer.withdraw-consent", "s", withdraw_consent);
}
