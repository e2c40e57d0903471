#include "config.h"

#include "hf-complaint-detail-private.h"

#include <glib/gi18n.h>

#include "hf-complaint-choices.h"
#include "hf-customer-picker.h"
#include "hf-customer.h"
#include "hf-field-form.h"
#include "hf-store-act.h"
#include "hf-store-complaints.h"
#include "hf-text.h"
#include "hf-time.h"

/* The facts that can be corrected. */
static const char *const names[] = {
  "words",   "wish",    "word_of_mouth_risk", "customer_name",
  "phone",   "channel", "category",           "severity",
  "product", "branch",  "taken_by",           "received_at",
  NULL
};

/* A complaint as it was read, and what is to become of it. */
typedef struct
{
  gint64 id;
  gint64 revision;
  HfComplaint *typed; /* NULL while it is being typed */
} Correction;

static void
correction_free (gpointer data)
{
  Correction *correction = data;
  g_clear_object (&correction->typed);
  g_free (correction);
}

/* A form shows moments to the minute: what shows as it did was not changed. Who took the
 * complaint may have a clock that goes ahead, so that only what was changed is judged. */
static gboolean
keep_received (HfStoreSession *session, HfComplaint *typed, const HfComplaint *known,
               GError **error)
{
  g_autofree char *now = hf_time_format_moment (typed->received_at);
  g_autofree char *before = hf_time_format_moment (known->received_at);
  if (g_strcmp0 (now, before) != 0)
    return hf_complaint_check_received (typed, hf_store_session_get_now (session), error);
  typed->received_at = known->received_at;
  return TRUE;
}

static gpointer
correct (HfStoreSession *session, gpointer data, GError **error)
{
  const Correction *correction = data;
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (session, correction->id, error);
  if (complaint == NULL || !keep_received (session, correction->typed, complaint, error))
    return NULL;
  complaint->revision = correction->revision;
  for (guint i = 0; names[i] != NULL; i++)
    hf_field_copy (hf_field_find (fields, n_fields, names[i]), complaint, correction->typed);
  if (complaint->taken_by == NULL)
    complaint->taken_by_id = 0;
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
on_apply (HfFieldForm *form, HfComplaintDetail *self)
{
  const Correction *shown = g_object_get_data (G_OBJECT (form), "correction");
  g_autoptr (HfComplaint) typed = hf_complaint_new ();
  if (!hf_field_section_apply (hf_field_form_get_section (form), typed))
    return;
  Correction *correction = g_new0 (Correction, 1);
  correction->id = shown->id;
  correction->revision = shown->revision;
  correction->typed = g_steal_pointer (&typed);
  hf_field_form_save (form, self->store, correct, correction, correction_free, "received_at");
}

static void
offer (HfFieldSection *section, const char *name, const GPtrArray *texts)
{
  hf_field_section_set_suggestions (section, name, (const char *const *) texts->pdata);
}

static void
on_choices (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfFieldSection) section = data;
  g_autoptr (HfComplaintChoices) choices = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (choices == NULL)
    return;
  offer (section, "branch", choices->branches);
  offer (section, "taken_by", choices->staff);
  offer (section, "product", choices->products);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  if (self->shown == NULL)
    return;
  HfFieldSection *section = hf_field_section_new ("", fields, n_fields, names);
  hf_field_section_set_record (section, self->shown->complaint);
  HfFieldForm *form = hf_field_form_new (widget, _ ("Correct the Facts"),
                                         self->shown->complaint->number, section);
  Correction *correction = g_new0 (Correction, 1);
  correction->id = self->shown->complaint->id;
  correction->revision = self->shown->complaint->revision;
  g_object_set_data_full (G_OBJECT (form), "correction", correction, correction_free);
  g_signal_connect_object (form, "apply", G_CALLBACK (on_apply), self, 0);
  gtk_window_present (GTK_WINDOW (form));
  hf_field_section_focus (section, names[0]);
  hf_store_run_async (self->store, HF_STORE_READ, hf_complaint_choices_load, NULL, NULL,
                      (GDestroyNotify) hf_complaint_choices_free, NULL, on_choices,
                      g_object_ref (section));
}

/* Whose a complaint is to be, and whose it was. */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  gint64 before_id;
  char *before_name;
  char *before_phone;
} Attachment;

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;
  g_free (attachment->before_name);
  g_free (attachment->before_phone);
  g_free (attachment);
}

static gpointer
attach_to (HfStoreSession *session, gpointer data, GError **error)
{
  const Attachment *attachment = data;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (session, attachment->id, error);
  return complaint != NULL
                 && hf_store_complaints_attach (session, complaint, attachment->customer_id,
                                                error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
attach_back (HfStoreSession *session, gpointer data, GError **error)
{
  const Attachment *attachment = data;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (session, attachment->id, error);
  if (complaint == NULL
      || !hf_store_complaints_attach (session, complaint, attachment->before_id, error))
    return NULL;
  hf_text_set (&complaint->customer_name, attachment->before_name);
  hf_text_set (&complaint->phone, attachment->before_phone);
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
run_attachment (HfComplaintDetail *self, gint64 customer_id, const char *words)
{
  const HfComplaint *complaint = self->shown->complaint;
  Attachment *attachment = g_new0 (Attachment, 1);
  attachment->id = complaint->id;
  attachment->customer_id = customer_id;
  attachment->before_id = complaint->customer_id;
  attachment->before_name = g_strdup (complaint->customer_name);
  attachment->before_phone = g_strdup (complaint->phone);
  hf_store_act_run (GTK_WIDGET (self), self->store, attach_to, attach_back, attachment,
                    attachment_free, words);
}

static void
on_chosen (GtkWidget *picker, HfCustomer *customer, HfComplaintDetail *self)
{
  /* Translators: %s is a customer's name. */
  g_autofree char *words = g_strdup_printf (_ ("The complaint is one of %s now"),
                                            hf_customer_title (customer));
  run_attachment (self, customer->id, words);
}

/* The number that was left, else the name, may say who it is. */
static void
attach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  if (self->shown == NULL)
    return;
  const HfComplaint *complaint = self->shown->complaint;
  const char *known = complaint->phone != NULL ? complaint->phone : complaint->customer_name;
  GtkWidget *picker = hf_customer_picker_new (widget, self->store, _ ("Whose Complaint Is It?"),
                                              complaint->customer_id == 0 ? known : NULL);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (on_chosen), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
detach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  if (self->shown != NULL)
    run_attachment (self, 0, _ ("The complaint is nobody's in the customer list now"));
}

static void
show_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  if (self->shown != NULL && self->shown->complaint->customer_id != 0)
    gtk_widget_activate_action (widget, "win.open-customer", "x",
                                self->shown->complaint->customer_id);
}

static void
new_promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintDetail *self = HF_COMPLAINT_DETAIL (widget);
  if (self->id != 0)
    gtk_widget_activate_action (widget, "win.new-promise-with", "x", self->id);
}

/**
 * hf_complaint_detail_install_actions:
 * @klass: the detail's class
 *
 * Installs what can be done about a complaint beside its steps.
 */
void
hf_complaint_detail_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "complaint.new-promise", NULL, new_promise);
  gtk_widget_class_install_action (klass, "complaint.show-customer", NULL, show_customer);
  gtk_widget_class_install_action (klass, "complaint.edit", NULL, edit);
  gtk_widget_class_install_action (klass, "complaint.attach", NULL, attach);
  gtk_widget_class_install_action (klass, "complaint.detach", NULL, detach);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "complaint.edit",
                                       NULL);
}

/**
 * hf_complaint_detail_allow:
 * @self: a detail
 *
 * Lets be done what can be done about the complaint that shows.
 */
void
hf_complaint_detail_allow (HfComplaintDetail *self)
{
  gboolean is_known = self->shown->complaint->customer_id != 0;
  gtk_widget_set_visible (self->customer, is_known);
  gtk_widget_set_visible (self->nobody, !is_known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "complaint.detach", is_known);
}
