#include "config.h"

#include <glib/gi18n.h>

#include "hf-customer-change.h"
#include "hf-customer-detail-private.h"
#include "hf-dialogs.h"
#include "hf-merge-act.h"
#include "hf-text.h"

/* A change under way, and how it is taken back. */
typedef struct
{
  HfCustomerDetail *detail;
  HfCustomerChange *change;
  HfCustomerChange *back; /* NULL: it takes another one back itself */
  char *words;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  g_clear_object (&act->detail);
  g_clear_pointer (&act->change, hf_customer_change_free);
  g_clear_pointer (&act->back, hf_customer_change_free);
  g_free (act->words);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void execute (Act *act);

static void
on_undo (gpointer data)
{
  Act *done = data;
  Act *undo = g_new0 (Act, 1);
  undo->detail = g_object_ref (done->detail);
  undo->change = g_steal_pointer (&done->back);
  execute (undo);
}

static gpointer
run_act (HfStoreSession *session, gpointer act, GError **error)
{
  return hf_customer_change_run (session, ((Act *) act)->change, error);
}

static void
on_executed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = GTK_WIDGET (act->detail);
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (act->detail->store == NULL)
    return;
  if (!done)
    {
      hf_dialogs_error (widget, hf_store_error_words (error), hf_store_error_advice (error),
                        error);
      hf_customer_detail_update_actions (act->detail);
    }
  else if (act->back != NULL)
    {
      const char *words = act->words;
      hf_dialogs_toast_undo (widget, words, on_undo, g_steal_pointer (&act), act_free);
    }
}

static void
execute (Act *act)
{
  if (act->detail->store == NULL)
    {
      act_free (act);
      return;
    }
  hf_store_run_async (act->detail->store, HF_STORE_WRITE, run_act, act, NULL, NULL, NULL,
                      on_executed, act);
}

static Act *
act_new (HfCustomerDetail *self)
{
  Act *act = g_new0 (Act, 1);
  act->detail = g_object_ref (self);
  act->change = hf_customer_change_new (self->file->customer);
  act->back = hf_customer_change_new (self->file->customer);
  return act;
}

static void
set_status (GtkWidget *widget, const char *action, GVariant *name)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  int status = hf_choice_find_name (hf_customer_statuses, g_variant_get_string (name, NULL));
  if (self->file == NULL || status < 0
      || self->file->customer->status == (HfCustomerStatus) status)
    return;
  Act *act = act_new (self);
  hf_customer_change_set_status (act->change, status);
  /* Translators: a customer's name, and their status. */
  act->words = g_strdup_printf (C_ ("change", "%s: %s"),
                                hf_customer_title (self->file->customer),
                                hf_choice_label (hf_customer_statuses, status));
  execute (act);
}

static void
toggle_do_not_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  if (self->file == NULL)
    return;
  Act *act = act_new (self);
  act->change->do_not_call = !act->change->do_not_call;
  act->words = g_strdup_printf (act->change->do_not_call
                                    /* Translators: %s is a customer's name. */
                                    ? _ ("%s will not be called")
                                    /* Translators: %s is a customer's name. */
                                    : _ ("%s may be called again"),
                                hf_customer_title (self->file->customer));
  execute (act);
}

static void
call_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  g_autofree char *digits = hf_text_phone_digits (self->file->customer->phone);
  g_autofree char *uri = g_strconcat ("tel:", digits, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
copy_phone (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->file->customer->phone);
  hf_dialogs_toast (widget, _ ("Phone number copied"));
}

static void
copy_email (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->file->customer->email);
  hf_dialogs_toast (widget, _ ("E-mail address copied"));
}

static void
start_interview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gtk_widget_activate_action (widget, "win.start-interview", "x", self->file->customer->id);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gtk_widget_activate_action (widget, "page.merge", "(xx)", self->file->customer->id,
                              G_GINT64_CONSTANT (0));
}

static void
unmerge (GtkWidget *widget, const char *action, GVariant *merge_id)
{
  hf_merge_act_unmerge (widget, HF_CUSTOMER_DETAIL (widget)->store,
                        g_variant_get_int64 (merge_id));
}

static void
complain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gtk_widget_activate_action (widget, "win.new-complaint-of", "x", self->file->customer->id);
}

/**
 * hf_customer_detail_offer_undo:
 * @self: the detail
 * @before: a customer as they were before a change that is stored
 * @words: what was done
 *
 * Says that a customer's standing was changed and offers to take that back.
 */
void
hf_customer_detail_offer_undo (HfCustomerDetail *self, const HfCustomer *before,
                               const char *words)
{
  Act *act = g_new0 (Act, 1);
  act->detail = g_object_ref (self);
  act->back = hf_customer_change_new (before);
  hf_dialogs_toast_undo (GTK_WIDGET (self), words, on_undo, act, act_free);
}

/**
 * hf_customer_detail_install_actions:
 * @klass: the detail's class
 *
 * Installs the "customer." actions: what can be done with the customer who is shown.
 */
void
hf_customer_detail_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "customer.set-status", "s", set_status);
  gtk_widget_class_install_action (klass, "customer.toggle-do-not-call", NULL,
                                   toggle_do_not_call);
  gtk_widget_class_install_action (klass, "customer.call", NULL, call_customer);
  gtk_widget_class_install_action (klass, "customer.copy-phone", NULL, copy_phone);
  gtk_widget_class_install_action (klass, "customer.copy-email", NULL, copy_email);
  gtk_widget_class_install_action (klass, "customer.interview", NULL, start_interview);
  gtk_widget_class_install_action (klass, "customer.complain", NULL, complain);
  gtk_widget_class_install_action (klass, "customer.merge", NULL, merge);
  gtk_widget_class_install_action (klass, "customer.unmerge", "x", unmerge);
}

/**
 * hf_customer_detail_update_actions:
 * @self: the detail
 *
 * Allows what can be done now: who does not want to be called is neither called nor
 * interviewed.
 */
void
hf_customer_detail_update_actions (HfCustomerDetail *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const HfCustomer *customer = hf_customer_detail_get_customer (self);
  gboolean may_call = customer != NULL && !customer->do_not_call;
  gboolean has_phone = customer != NULL && customer->phone != NULL;
  gtk_widget_action_set_enabled (widget, "customer.set-status", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.toggle-do-not-call", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.call", may_call && has_phone);
  gtk_widget_action_set_enabled (widget, "customer.copy-phone", has_phone);
  gtk_widget_action_set_enabled (widget, "customer.copy-email",
                                 customer != NULL && customer->email != NULL);
  gtk_widget_action_set_enabled (widget, "customer.interview", may_call);
  gtk_widget_action_set_enabled (widget, "customer.complain", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.merge", customer != NULL);
}
