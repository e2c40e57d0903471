#include "config.h"

#include "hf-promise-editor.h"

#include <glib/gi18n.h>

#include "hf-complaint-closures.h"
#include "hf-customer-entry.h"
#include "hf-dialogs.h"
#include "hf-promise-terms.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-text.h"
#include "hf-time.h"

/* Notes what was promised to a customer, by hand. */
struct _HfPromiseEditor
{
  AdwWindow parent_instance;

  AdwWindowTitle *about;
  HfCustomerEntry *customer;
  AdwEntryRow *what;
  AdwComboRow *term;
  AdwEntryRow *due;
  GtkLabel *error;

  GtkWidget *asker; /* weak: where it is said that it is saved */
  HfStore *store;
  gint64 customer_id;  /* whom it is about already; 0: to be chosen */
  gint64 complaint_id; /* what it is about already; 0: nothing */
};

G_DEFINE_FINAL_TYPE (HfPromiseEditor, hf_promise_editor, ADW_TYPE_WINDOW)

/* Whom and what a promise is about. */
typedef struct
{
  gint64 customer_id;
  gint64 complaint_id;
  HfCustomer *customer;
  HfComplaint *complaint;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;
  g_clear_object (&self->customer);
  g_clear_object (&self->complaint);
  g_free (self);
}

static gpointer
load_subject (HfStoreSession *session, gpointer wanted, GError **error)
{
  Subject *self = g_memdup2 (wanted, sizeof *self);
  if (self->complaint_id != 0)
    {
      self->complaint = hf_store_complaints_get (session, self->complaint_id, error);
      self->customer_id = self->complaint != NULL ? self->complaint->customer_id : 0;
    }
  if (self->customer_id != 0)
    self->customer = hf_store_customers_get (session, self->customer_id, error);
  if (self->complaint != NULL || self->customer != NULL)
    return self;
  subject_free (self);
  return NULL;
}

static void
show_error (HfPromiseEditor *self, const char *words)
{
  gtk_label_set_text (self->error, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), words != NULL);
}

static void
on_subject (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfPromiseEditor) self = data;
  g_autoptr (GError) error = NULL;
  Subject *subject = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL || subject == NULL)
    {
      if (self->store != NULL)
        show_error (self, hf_store_error_words (error));
      g_clear_pointer (&subject, subject_free);
      return;
    }
  g_autofree char *who = subject->complaint != NULL
                             ? hf_complaint_title (subject->complaint)
                             : g_strdup (hf_customer_title (subject->customer));
  g_autofree char *number = subject->complaint != NULL
                                /* Translators: a customer, and a complaint's number. */
                                ? g_strdup_printf (C_ ("promise", "%s · %s"), who,
                                                   subject->complaint->number)
                                : NULL;
  self->customer_id = subject->customer_id;
  if (subject->customer != NULL)
    hf_customer_entry_choose (self->customer, subject->customer);
  adw_window_title_set_subtitle (self->about, number != NULL ? number : who);
  subject_free (subject);
}

static void
on_changed (HfPromiseEditor *self)
{
  guint term = adw_combo_row_get_selected (self->term);
  gtk_widget_set_visible (GTK_WIDGET (self->due), term == HF_PROMISE_DATED);
  show_error (self, NULL);
}

static void
on_chosen (HfPromiseEditor *self)
{
  show_error (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}

static void
refuse (HfPromiseEditor *self, gpointer where, const char *words)
{
  show_error (self, words);
  gtk_widget_grab_focus (GTK_WIDGET (where));
}

/* Where something is missing, the form says so and the keyboard goes there. */
static HfPromise *
read_form (HfPromiseEditor *self)
{
  HfCustomer *customer = hf_customer_entry_get_customer (self->customer);
  const char *due = gtk_editable_get_text (GTK_EDITABLE (self->due));
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->customer_id = customer != NULL ? customer->id : self->customer_id;
  promise->complaint_id = self->complaint_id;
  promise->what = hf_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->what)));
  promise->term = adw_combo_row_get_selected (self->term);
  if (promise->customer_id == 0 && promise->complaint_id == 0)
    refuse (self, self->customer, _ ("Choose the customer to whom it was promised."));
  else if (promise->what == NULL)
    refuse (self, self->what, _ ("Say what was promised."));
  else if (promise->term == HF_PROMISE_DATED && !hf_promise_read_due (due, &promise->due_at))
    refuse (self, self->due, _ ("Say by which day it was promised."));
  else
    return g_steal_pointer (&promise);
  return NULL;
}

static gpointer
save_promise (HfStoreSession *session, gpointer promise, GError **error)
{
  hf_store_session_allow_repeat (session);
  return hf_store_promises_save (session, promise, error) ? HF_STORE_DONE : NULL;
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfPromiseEditor) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "promise.save", TRUE);
  if (!saved)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("The promise was not saved"),
                        hf_store_error_advice (error), error);
      return;
    }
  if (self->asker != NULL)
    hf_dialogs_toast (self->asker, _ ("Promise noted"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromiseEditor *self = HF_PROMISE_EDITOR (widget);
  HfPromise *promise = read_form (self);
  if (promise == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "promise.save", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, save_promise, promise, g_object_unref, NULL,
                      NULL, on_saved, g_object_ref (self));
}

static void
on_entered (HfPromiseEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "promise.save", NULL);
}

static void
hf_promise_editor_dispose (GObject *object)
{
  HfPromiseEditor *self = HF_PROMISE_EDITOR (object);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->asker);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_PROMISE_EDITOR);
  G_OBJECT_CLASS (hf_promise_editor_parent_class)->dispose (object);
}

static void
hf_promise_editor_class_init (HfPromiseEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_promise_editor_dispose;

  g_type_ensure (HF_TYPE_CUSTOMER_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/promises/hf-promise-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, about);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, customer);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, what);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, term);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, due);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseEditor, error);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_install_action (widget_class, "promise.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "promise.save", NULL);
}

static void
hf_promise_editor_init (HfPromiseEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_promise_terms_fill (GTK_WIDGET (self->term), hf_choice_count (hf_promise_terms));
}

/**
 * hf_promise_editor_new:
 * @asker: a widget of the window that asks; there it is said that it is saved
 * @store: where promises are
 * @customer_id: to whom it was promised, 0 to choose
 * @complaint_id: with which complaint, 0 for none
 *
 * Makes a window that asks what was promised.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_promise_editor_new (GtkWidget *asker, HfStore *store, gint64 customer_id,
                       gint64 complaint_id)
{
  HfPromiseEditor *self = g_object_new (HF_TYPE_PROMISE_EDITOR, "transient-for",
                                        gtk_widget_get_root (asker), NULL);
  g_set_weak_pointer (&self->asker, asker);
  self->store = g_object_ref (store);
  self->customer_id = customer_id;
  self->complaint_id = complaint_id;
  hf_customer_entry_set_store (self->customer, store);
  hf_promise_terms_load (GTK_WIDGET (self->term), store);
  gboolean chosen = customer_id != 0 || complaint_id != 0;
  gtk_widget_set_visible (GTK_WIDGET (self->customer), !chosen);
  gtk_widget_grab_focus (chosen ? GTK_WIDGET (self->what) : GTK_WIDGET (self->customer));
  if (chosen)
    {
      Subject wanted = { customer_id, complaint_id, NULL, NULL };
      hf_store_run_async (store, HF_STORE_READ, load_subject,
                          g_memdup2 (&wanted, sizeof wanted), g_free, subject_free, NULL,
                          on_subject, g_object_ref (self));
    }
  return GTK_WIDGET (self);
}
