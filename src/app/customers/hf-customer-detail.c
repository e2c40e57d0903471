#include "config.h"

#include "hf-customer-detail-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-coded-reason.h"
#include "hf-consent-closures.h"
#include "hf-customer-closures.h"
#include "hf-dialogs.h"
#include "hf-widget.h"

G_DEFINE_FINAL_TYPE (HfCustomerDetail, hf_customer_detail, GTK_TYPE_WIDGET)

static void
show_refusal (HfCustomerDetail *self)
{
  const HfCustomer *customer = self->file->customer;
  g_autofree char *words = customer->do_not_call ? hf_consent_words_refusal (customer) : NULL;
  gtk_widget_set_visible (self->do_not_call, customer->do_not_call);
  gtk_label_set_text (self->refusal, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (
      self->call, words != NULL ? words : _ ("Call the number with this desk’s telephone"));
  gtk_widget_set_tooltip_text (
      self->interview, words != NULL ? words : _ ("Ask why, with a guide on screen (Ctrl+I)"));
}

static void
show_who (HfCustomerDetail *self)
{
  const HfCustomer *customer = self->file->customer;
  HfLoyalty loyalty = hf_customer_loyalty (customer, self->file->purchases);
  g_autofree char *subtitle = hf_customer_words_subtitle (customer);
  g_autofree char *grade = hf_customer_words_class (&loyalty);
  const char *classes[] = { "pill-button", hf_customer_status_class (customer->status), NULL };
  gtk_label_set_text (self->title, hf_customer_title (customer));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_menu_button_set_label (self->status,
                             hf_choice_label (hf_customer_statuses, customer->status));
  gtk_widget_set_css_classes (GTK_WIDGET (self->status), classes);
  gtk_label_set_text (self->grade, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade), loyalty.grade != HF_LOYALTY_UNKNOWN);
  show_refusal (self);
  hf_customer_facts_show (self->facts, customer, self->names);
  if (self->file->referral != NULL)
    hf_customer_facts_add_namer (self->facts, self->file->referral);
  if (self->names != NULL)
    hf_customer_facts_add_values (self->facts, self->names->fields, self->file->values);
}

static GtkWidget *
make_reason_row (HfCustomerDetail *self, const HfCodedReason *reason)
{
  g_autofree char *name = hf_customer_names_dup_code (self->names, reason->code);
  g_autofree char *words = hf_customer_words_reason (reason);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *about = gtk_label_new (words);
  gtk_widget_add_css_class (box, "words");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_add_css_class (about, "caption");
  if (reason->rank == HF_REASON_PRIMARY)
    gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (reason->quote != NULL)
    {
      /* Translators: a customer's own words. */
      g_autofree char *quoted = g_strdup_printf (C_ ("quotation", "“%s”"), reason->quote);
      GtkWidget *quote = gtk_label_new (quoted);
      gtk_widget_add_css_class (quote, "verbatim");
      gtk_box_append (GTK_BOX (box), quote);
    }
  gtk_box_append (GTK_BOX (box), about);
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_reasons (HfCustomerDetail *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_list_box_remove (self->reasons, row);
  for (guint i = 0; i < self->file->reasons->len; i++)
    gtk_list_box_append (self->reasons,
                         make_reason_row (self, g_ptr_array_index (self->file->reasons, i)));
  gtk_widget_set_visible (self->reason_group, self->file->reasons->len > 0);
}

static void
show_file (HfCustomerDetail *self)
{
  g_autofree char *words = hf_customer_words_purchases (self->file->purchases);
  show_who (self);
  show_reasons (self);
  hf_consent_group_show (self->consents, self->file->consents);
  hf_referral_group_show (self->referrals, self->file->referrals);
  hf_manager_group_show (self->managers, self->file->managers);
  gtk_label_set_text (self->purchase_words, words);
  hf_purchase_bars_set_purchases (self->bars, self->file->purchases);
  gtk_widget_set_visible (self->purchase_group, self->file->purchases->len > 0);
  hf_customer_timeline_show (self->timeline, self->store, self->id, self->file->timeline,
                             self->names != NULL ? self->names->codebook : NULL);
  hf_customer_detail_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "customer");
}

static void
show_failure (HfCustomerDetail *self, const GError *error)
{
  g_clear_pointer (&self->file, hf_customer_file_free);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->failure), hf_store_error_words (error));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->failure),
                                   hf_store_error_advice (error));
  gtk_stack_set_visible_child_name (self->stack, "failure");
  hf_customer_detail_update_actions (self);
}

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomerDetail) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomerFile) file = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL || g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED)
      || (file != NULL && file->customer->id != self->id))
    return;
  if (file == NULL && self->file != NULL && self->file->customer->id == self->id
      && hf_dialogs_keeps_content (self->stack, error))
    return;
  if (file == NULL)
    {
      show_failure (self, error);
      return;
    }
  gboolean same = self->file != NULL && self->file->customer->id == self->id;
  g_clear_pointer (&self->file, hf_customer_file_free);
  self->file = g_steal_pointer (&file);
  show_file (self);
  if (!same)
    gtk_adjustment_set_value (self->scroll, 0);
}

static void
read_file (HfCustomerDetail *self)
{
  hf_store_stop_reading (&self->reading);
  if (self->id == 0)
    return;
  hf_store_read_newest (self->store, &self->reading, hf_customer_file_load,
                        g_memdup2 (&self->id, sizeof self->id), g_free,
                        (GDestroyNotify) hf_customer_file_free, on_read, g_object_ref (self));
}

static void
on_changed (HfCustomerDetail *self, guint topics)
{
  if ((topics & HF_CUSTOMER_FILE_TOPICS) != 0)
    read_file (self);
}

static void
hf_customer_detail_dispose (GObject *object)
{
  HfCustomerDetail *self = HF_CUSTOMER_DETAIL (object);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_DETAIL);
  g_clear_pointer (&self->file, hf_customer_file_free);
  g_clear_pointer (&self->names, hf_customer_names_unref);
  G_OBJECT_CLASS (hf_customer_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, stack);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, failure);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, scroll);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, title);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, subtitle);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, status);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, grade);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, do_not_call);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, refusal);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, call);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, interview);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, consents);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, managers);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, referrals);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, facts);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, reason_group);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, reasons);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, purchase_group);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, purchase_words);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, bars);
  gtk_widget_class_bind_template_child (klass, HfCustomerDetail, timeline);
}

static void
hf_customer_detail_class_init (HfCustomerDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_detail_dispose;
  g_type_ensure (HF_TYPE_CONSENT_GROUP);
  g_type_ensure (HF_TYPE_CUSTOMER_FACTS);
  g_type_ensure (HF_TYPE_CUSTOMER_TIMELINE);
  g_type_ensure (HF_TYPE_MANAGER_GROUP);
  g_type_ensure (HF_TYPE_PURCHASE_BARS);
  g_type_ensure (HF_TYPE_REFERRAL_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-detail.ui");
  bind_children (widget_class);
  hf_customer_detail_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_detail_init (HfCustomerDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_customer_detail_update_actions (self);
}

/**
 * hf_customer_detail_set_store:
 * @self: the detail
 * @store: the store
 *
 * Tells where customers are read from.
 */
void
hf_customer_detail_set_store (HfCustomerDetail *self, HfStore *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (on_changed), self);
}

/**
 * hf_customer_detail_set_names:
 * @self: the detail
 * @names: what reasons are called
 *
 * Calls things by other names from now on.
 */
void
hf_customer_detail_set_names (HfCustomerDetail *self, HfCustomerNames *names)
{
  g_clear_pointer (&self->names, hf_customer_names_unref);
  self->names = hf_customer_names_ref (names);
  if (self->file != NULL)
    show_file (self);
}

/**
 * hf_customer_detail_show:
 * @self: the detail
 * @id: a customer's key; 0 for nobody
 *
 * Reads and shows a customer; the one before stays until then.
 */
void
hf_customer_detail_show (HfCustomerDetail *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  read_file (self);
  if (id == 0)
    {
      g_clear_pointer (&self->file, hf_customer_file_free);
      hf_customer_detail_update_actions (self);
      gtk_stack_set_visible_child_name (self->stack, "nobody");
    }
}

/**
 * hf_customer_detail_get_values:
 * @self: the detail
 *
 * Tells what is entered in the firm's own fields.
 *
 * Returns: (transfer none) (nullable) (element-type gint64 utf8): a field's key to its value
 */
GHashTable *
hf_customer_detail_get_values (HfCustomerDetail *self)
{
  return self->file != NULL ? self->file->values : NULL;
}

/**
 * hf_customer_detail_find_referral:
 * @self: the detail
 * @id: a referral's key
 *
 * Finds somebody whom the customer who is shown named.
 *
 * Returns: (transfer none) (nullable): the referral
 */
const HfReferral *
hf_customer_detail_find_referral (HfCustomerDetail *self, gint64 id)
{
  for (guint i = 0; self->file != NULL && i < self->file->referrals->len; i++)
    if (((HfReferral *) self->file->referrals->pdata[i])->id == id)
      return self->file->referrals->pdata[i];
  return NULL;
}

/**
 * hf_customer_detail_get_customer:
 * @self: the detail
 *
 * Tells who is shown.
 *
 * Returns: (transfer none) (nullable): the customer
 */
HfCustomer *
hf_customer_detail_get_customer (HfCustomerDetail *self)
{
  return self->file != NULL ? self->file->customer : NULL;
}
