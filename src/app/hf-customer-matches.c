#include "config.h"

#include "hf-customer-matches.h"

#include <glib/gi18n.h>

#include "hf-store-find.h"
#include "hf-text.h"
#include "hf-widget.h"

#define SEARCH_DELAY_MS 200
#define MAX_MATCHES 5

/* The customers who may be meant by what is typed elsewhere; hidden where there are none. */
struct _HfCustomerMatches
{
  AdwBin parent_instance;

  GtkListBox *list;

  HfStore *store;       /* NULL: nobody is looked for */
  GCancellable *search; /* of the search that runs */
  char *typed;          /* what is looked for, or NULL */
  guint search_source;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_SEARCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerMatches, hf_customer_matches, ADW_TYPE_BIN)

static void
add_match (HfCustomerMatches *self, HfCustomer *customer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = hf_customer_matches_describe (customer);
  g_object_set (row, "use-markup", FALSE, "title", hf_customer_title (customer), "subtitle",
                subtitle, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "customer", g_object_ref (customer), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static gpointer
find_matches (HfStoreSession *session, gpointer typed, GError **error)
{
  return hf_store_find_customers (session, typed, MAX_MATCHES, error);
}

static void
on_matches (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCustomerMatches) self = data;
  g_autoptr (GPtrArray) customers = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (customers == NULL || self->store == NULL)
    return;
  hf_widget_empty_list (self->list);
  for (guint i = 0; i < customers->len; i++)
    add_match (self, g_ptr_array_index (customers, i));
  gtk_widget_set_visible (GTK_WIDGET (self), customers->len > 0);
  g_signal_emit (self, signals[SIGNAL_SEARCHED], 0, customers->len);
}

static void
stop (HfCustomerMatches *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  hf_store_stop_reading (&self->search);
}

static gboolean
on_search_time (gpointer data)
{
  HfCustomerMatches *self = data;
  self->search_source = 0;
  hf_store_read_newest (self->store, &self->search, find_matches, g_strdup (self->typed),
                        g_free, (GDestroyNotify) g_ptr_array_unref, on_matches,
                        g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Nobody was found while the server was away. */
static void
on_online (HfCustomerMatches *self, guint online)
{
  if (online && self->typed != NULL)
    hf_customer_matches_search (self, self->typed);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, HfCustomerMatches *self)
{
  g_autoptr (HfCustomer) customer = g_object_ref (
      g_object_get_data (G_OBJECT (row), "customer"));
  hf_customer_matches_clear (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, customer);
}

static void
hf_customer_matches_dispose (GObject *object)
{
  hf_customer_matches_set_store (HF_CUSTOMER_MATCHES (object), NULL);
  G_OBJECT_CLASS (hf_customer_matches_parent_class)->dispose (object);
}

static void
hf_customer_matches_finalize (GObject *object)
{
  g_free (HF_CUSTOMER_MATCHES (object)->typed);
  G_OBJECT_CLASS (hf_customer_matches_parent_class)->finalize (object);
}

static void
hf_customer_matches_class_init (HfCustomerMatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_customer_matches_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_customer_matches_finalize;

  /**
   * HfCustomerMatches::chosen:
   * @self: a list
   * @customer: a #HfCustomer
   *
   * Somebody said who is meant.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, HF_TYPE_CUSTOMER);

  /**
   * HfCustomerMatches::searched:
   * @self: a list
   * @n_found: how many may be meant
   *
   * A search ended.
   */
  signals[SIGNAL_SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           1, G_TYPE_UINT);
}

static void
hf_customer_matches_init (HfCustomerMatches *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Customers found"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hf_customer_matches_set_store:
 * @self: a list
 * @store: (nullable): where customers are
 *
 * Gives the list its store.
 */
void
hf_customer_matches_set_store (HfCustomerMatches *self, HfStore *store)
{
  stop (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, on_online, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_swapped (store, "online", G_CALLBACK (on_online), self);
}

/**
 * hf_customer_matches_search:
 * @self: a list
 * @typed: what was typed: a name or its letters, digits of a phone number, a code
 *
 * Looks for who may be meant, soon.
 */
void
hf_customer_matches_search (HfCustomerMatches *self, const char *typed)
{
  if (hf_text_is_blank (typed))
    {
      hf_customer_matches_clear (self);
      return;
    }
  if (typed != self->typed)
    hf_text_set (&self->typed, typed);
  stop (self);
  if (self->store != NULL)
    self->search_source = g_timeout_add (SEARCH_DELAY_MS, on_search_time, self);
}

/**
 * hf_customer_matches_clear:
 * @self: a list
 *
 * Looks for nobody any more.
 */
void
hf_customer_matches_clear (HfCustomerMatches *self)
{
  stop (self);
  g_clear_pointer (&self->typed, g_free);
  hf_widget_empty_list (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hf_customer_matches_take_best:
 * @self: a list
 *
 * Chooses the likeliest, as Enter does.
 *
 * Returns: whether there is anybody
 */
gboolean
hf_customer_matches_take_best (HfCustomerMatches *self)
{
  GtkListBoxRow *best = gtk_list_box_get_row_at_index (self->list, 0);
  if (best != NULL)
    on_row_activated (self->list, best, self);
  return best != NULL;
}

/**
 * hf_customer_matches_describe:
 * @customer: a customer
 *
 * Tells people of one name apart.
 *
 * Returns: (transfer full): code, phone number and branch
 */
char *
hf_customer_matches_describe (const HfCustomer *customer)
{
  g_autoptr (GString) words = g_string_new (customer->code);
  if (customer->phone != NULL)
    g_string_append_printf (words, " · %s", customer->phone);
  if (customer->branch != NULL)
    g_string_append_printf (words, " · %s", customer->branch);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
