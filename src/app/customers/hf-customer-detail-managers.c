#include "config.h"

#include <glib/gi18n.h>

#include "hf-manager-closures.h"
#include "hf-customer-detail-private.h"
#include "hf-staff.h"
#include "hf-store-act.h"
#include "hf-store-manager-history.h"
#include "hf-time.h"

/* A correction of the history that can be taken back. */
typedef struct
{
  gint64 customer_id;
  HfManagerPeriod *before; /* NULL: it is new */
  HfManagerPeriod *after;  /* NULL: it goes */
} Correction;

static Correction *
correction_new (const HfCustomer *customer, HfManagerPeriod *before, HfManagerPeriod *after)
{
  Correction *correction = g_new0 (Correction, 1);
  correction->customer_id = customer->id;
  correction->before = before != NULL ? g_object_ref (before) : NULL;
  correction->after = after != NULL ? g_object_ref (after) : NULL;
  return correction;
}

static void
correction_free (gpointer data)
{
  Correction *correction = data;
  g_clear_object (&correction->before);
  g_clear_object (&correction->after);
  g_free (correction);
}

static gpointer
run_correction (HfStoreSession *session, gpointer data, GError **error)
{
  Correction *self = data;
  return hf_store_managers_replace (session, self->customer_id, self->before, self->after,
                                    error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
take_correction_back (HfStoreSession *session, gpointer data, GError **error)
{
  Correction *self = data;
  return hf_store_managers_replace (session, self->customer_id, self->after, self->before,
                                    error)
             ? HF_STORE_DONE
             : NULL;
}

/* The form is about a correction of which it changes what comes after. */
static void
on_saved (HfDetailForm *form)
{
  HfCustomerDetail *self = form->detail;
  Correction *correction = form->data;
  if (self->store == NULL)
    return;
  g_autofree char *words = hf_manager_words_saved (correction->after);
  hf_store_act_offer_undo (
      GTK_WIDGET (self), self->store, take_correction_back,
      correction_new (form->customer, correction->before, correction->after), correction_free,
      words);
}

static void
apply (HfDetailForm *form)
{
  HfCustomerDetail *self = form->detail;
  HfFieldSection *section = hf_field_form_get_section (form->window);
  Correction *correction = form->data;
  g_autoptr (HfManagerPeriod) typed = hf_manager_period_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *today = hf_time_today ();
  const char *field = NULL;
  if (!hf_field_section_apply (section, typed) || self->file == NULL)
    return;
  typed->id = correction->before != NULL ? correction->before->id : 0;
  if (!hf_manager_period_check (typed, self->file->managers, today, &field, &error))
    {
      hf_field_section_set_error (section, field, error->message);
      return;
    }
  g_set_object (&correction->after, typed);
  hf_field_form_save (form->window, self->store, run_correction,
                      correction_new (form->customer, correction->before, typed),
                      correction_free, "from_on");
}

static void
offer_staff (HfCustomerDetail *self, HfFieldSection *section)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; self->names != NULL && i < self->names->staff->len; i++)
    g_ptr_array_add (names, ((HfStaff *) g_ptr_array_index (self->names->staff, i))->name);
  g_ptr_array_add (names, NULL);
  hf_field_section_set_suggestions (section, "account_manager",
                                    (const char *const *) names->pdata);
}

static void
ask (HfCustomerDetail *self, HfManagerPeriod *before)
{
  static const char *const names[] = { "account_manager", "from_on", "to_on", NULL };
  gsize n_fields;
  const HfField *fields = hf_manager_period_fields (&n_fields);
  HfFieldSection *section = hf_field_section_new ("", fields, n_fields, names);
  g_autoptr (HfManagerPeriod) shown = before != NULL ? g_object_ref (before)
                                                     : hf_manager_period_new ();
  hf_field_section_set_record (section, shown);
  offer_staff (self, section);
  HfDetailForm *form = hf_customer_detail_ask (
      self, before != NULL ? _ ("Correct a Period") : _ ("Add a Period"), section, apply,
      on_saved);
  hf_detail_form_take (form, correction_new (form->customer, before, NULL), correction_free);
  hf_field_section_focus (section, names[0]);
}

static void
add_manager (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  if (self->file != NULL)
    ask (self, NULL);
}

static HfManagerPeriod *
find_period (HfCustomerDetail *self, GVariant *id)
{
  for (guint i = 0; self->file != NULL && i < self->file->managers->len; i++)
    {
      HfManagerPeriod *period = g_ptr_array_index (self->file->managers, i);
      if (period->id == g_variant_get_int64 (id))
        return period;
    }
  return NULL;
}

static void
edit_manager (GtkWidget *widget, const char *action, GVariant *id)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  HfManagerPeriod *period = find_period (self, id);
  if (period != NULL)
    ask (self, period);
}

static void
remove_manager (GtkWidget *widget, const char *action, GVariant *id)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  HfManagerPeriod *period = find_period (self, id);
  if (period == NULL)
    return;
  g_autofree char *words = hf_manager_words_removed (period);
  hf_store_act_run (widget, self->store, run_correction, take_correction_back,
                    correction_new (self->file->customer, period, NULL), correction_free,
                    words);
}

/**
 * hf_customer_detail_install_manager_actions:
 * @klass: the detail's class
 *
 * Installs what can be done about who looked after a customer.
 */
void
hf_customer_detail_install_manager_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "customer.add-manager", NULL, add_manager);
  gtk_widget_class_install_action (klass, "customer.edit-manager", "x", edit_manager);
  gtk_widget_class_install_action (klass, "customer.remove-manager", "x", remove_manager);
}
