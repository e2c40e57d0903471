#include "config.h"

#include "hf-customer-picker.h"

#include <adwaita.h>

#include "hf-store-customers.h"
#include "hf-text.h"
#include "hf-widget.h"

#define SEARCH_DELAY_MS 200
#define MAX_MATCHES 5

/* Finds a customer by a name, its letters, a phone number or a code. */
struct _HfCustomerPicker
{
  GtkWidget parent_instance;

  AdwEntryRow *entry;
  GtkLabel *chosen_words;
  GtkListBox *matches;

  HfStore *store;
  GCancellable *search; /* of the search that runs */
  HfCustomer *chosen;   /* NULL: nobody yet */
  guint search_source;
  gboolean filling; /* the entry changes because a customer was chosen */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerPicker, hf_customer_picker, GTK_TYPE_WIDGET)

/* Tells people of one name apart. */
static char *
describe (const HfCustomer *customer)
{
  g_autoptr (GString) words = g_string_new (customer->code);
  if (customer->phone != NULL)
    g_string_append_printf (words, " · %s", customer->phone);
  if (customer->branch != NULL)
    g_string_append_printf (words, " · %s", customer->branch);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_chosen (HfCustomerPicker *self)
{
  g_autofree char *words = self->chosen != NULL ? describe (self->chosen) : NULL;
  gtk_label_set_text (self->chosen_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_words), words != NULL);
}

static void
clear_matches (HfCustomerPicker *self)
{
  hf_widget_empty_list (self->matches);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), FALSE);
}

static void
add_match (HfCustomerPicker *self, HfCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (hf_customer_title (customer), -1);
  g_autofree char *words = describe (customer);
  g_autofree char *safe = g_markup_escape_text (words, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "customer", g_object_ref (customer), g_object_unref);
  gtk_list_box_append (self->matches, row);
}

static gpointer
find_matches (HfStoreSession *session, gpointer typed, GError **error)
{
  HfCustomerFilter filter = { .search = typed };
  return hf_store_customers_list (session, &filter, 0, MAX_MATCHES, error);
}

static void
on_matches (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomerPicker) self = data;
  g_autoptr (GPtrArray) customers = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (customers == NULL || self->store == NULL || self->chosen != NULL)
    return;
  clear_matches (self);
  for (guint i = 0; i < customers->len; i++)
    add_match (self, customers->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), customers->len > 0);
}

static void
stop_search (HfCustomerPicker *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static gboolean
on_search_time (gpointer data)
{
  HfCustomerPicker *self = data;
  self->search_source = 0;
  stop_search (self);
  self->search = g_cancellable_new ();
  char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  hf_store_run_async (self->store, HF_STORE_READ, find_matches, typed, g_free,
                      (GDestroyNotify) g_ptr_array_unref, self->search, on_matches,
                      g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_typed (HfCustomerPicker *self)
{
  if (self->filling || self->store == NULL)
    return;
  g_clear_object (&self->chosen);
  show_chosen (self);
  stop_search (self);
  if (hf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    clear_matches (self);
  else
    self->search_source = g_timeout_add (SEARCH_DELAY_MS, on_search_time, self);
}

static void
on_match_activated (HfCustomerPicker *self, GtkListBoxRow *row)
{
  hf_customer_picker_choose (self, g_object_get_data (G_OBJECT (row), "customer"));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Enter takes the best match. */
static void
on_entered (HfCustomerPicker *self)
{
  GtkListBoxRow *best = gtk_list_box_get_row_at_index (self->matches, 0);
  if (best != NULL)
    on_match_activated (self, best);
  else if (self->chosen != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
hf_customer_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_CUSTOMER_PICKER (widget)->entry));
}

static void
hf_customer_picker_dispose (GObject *object)
{
  HfCustomerPicker *self = HF_CUSTOMER_PICKER (object);
  stop_search (self);
  g_clear_object (&self->chosen);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_PICKER);
  G_OBJECT_CLASS (hf_customer_picker_parent_class)->dispose (object);
}

static void
hf_customer_picker_class_init (HfCustomerPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_customer_picker_dispose;
  widget_class->grab_focus = hf_customer_picker_grab_focus;

  /* Somebody chose a customer. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, chosen_words);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, matches);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_match_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_picker_init (HfCustomerPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_customer_picker_set_store:
 * @self: a picker
 * @store: where customers are
 *
 * Gives the picker its store.
 */
void
hf_customer_picker_set_store (HfCustomerPicker *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_customer_picker_choose:
 * @self: a picker
 * @customer: a customer
 *
 * Shows a customer as the one who is meant.
 */
void
hf_customer_picker_choose (HfCustomerPicker *self, HfCustomer *customer)
{
  g_set_object (&self->chosen, customer);
  stop_search (self);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), hf_customer_title (customer));
  self->filling = FALSE;
  clear_matches (self);
  show_chosen (self);
}

/**
 * hf_customer_picker_get_customer:
 * @self: a picker
 *
 * Tells who is meant.
 *
 * Returns: (transfer none) (nullable): a customer, %NULL for nobody yet
 */
HfCustomer *
hf_customer_picker_get_customer (HfCustomerPicker *self)
{
  return self->chosen;
}
