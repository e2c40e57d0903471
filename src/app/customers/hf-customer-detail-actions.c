#include "config.h"

#include <glib/gi18n.h>

#include "hf-customer-change.h"
#include "hf-customer-detail-private.h"
#include "hf-dialogs.h"
#include "hf-merge-act.h"
#include "hf-store-act.h"
#include "hf-text.h"

static void
set_status (GtkWidget *widget, const char *action, GVariant *name)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  int status = hf_choice_find_name (hf_customer_statuses, g_variant_get_string (name, NULL));
  if (self->file == NULL || status < 0
      || self->file->customer->status == (HfCustomerStatus) status)
    return;
  HfCustomerChange *change = hf_customer_change_new (self->file->customer);
  hf_customer_change_set_status (change, status);
  /* Translators: a customer's name, and their status. */
  g_autofree char *words = g_strdup_printf (C_ ("change", "%s: %s"),
                                            hf_customer_title (self->file->customer),
                                            hf_choice_label (hf_customer_statuses, status));
  hf_store_act_run (widget, self->store, hf_customer_change_run, hf_customer_change_take_back,
                    change, hf_customer_change_free, words);
}

static void
call_customer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  g_autofree char *uri = hf_text_phone_uri (self->file->customer->phone);
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
log_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gtk_widget_activate_action (widget, "win.log-call", "x", self->file->customer->id);
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

static void
promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (widget);
  gtk_widget_activate_action (widget, "win.new-promise-to", "x", self->file->customer->id);
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
  hf_store_act_offer_undo (GTK_WIDGET (self), self->store, hf_customer_change_take_back,
                           hf_customer_change_new (before), hf_customer_change_free, words);
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
  hf_customer_detail_install_consent_actions (klass);
  hf_customer_detail_install_manager_actions (klass);
  gtk_widget_class_install_action (klass, "customer.call", NULL, call_customer);
  gtk_widget_class_install_action (klass, "customer.copy-phone", NULL, copy_phone);
  gtk_widget_class_install_action (klass, "customer.copy-email", NULL, copy_email);
  gtk_widget_class_install_action (klass, "customer.interview", NULL, start_interview);
  gtk_widget_class_install_action (klass, "customer.log-call", NULL, log_call);
  gtk_widget_class_install_action (klass, "customer.complain", NULL, complain);
  gtk_widget_class_install_action (klass, "customer.promise", NULL, promise);
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
  gtk_widget_action_set_enabled (widget, "customer.add-manager", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.record-consent", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.withdraw-consent", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.call", may_call && has_phone);
  gtk_widget_action_set_enabled (widget, "customer.copy-phone", has_phone);
  gtk_widget_action_set_enabled (widget, "customer.copy-email",
                                 customer != NULL && customer->email != NULL);
  gtk_widget_action_set_enabled (widget, "customer.interview", may_call);
  gtk_widget_action_set_enabled (widget, "customer.log-call", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.complain", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.promise", customer != NULL);
  gtk_widget_action_set_enabled (widget, "customer.merge", customer != NULL);
}
