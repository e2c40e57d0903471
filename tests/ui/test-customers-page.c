#include "config.h"

#include <adwaita.h>

#include "hf-column-rows.h"
#include "hf-customer-detail.h"
#include "hf-customer-list.h"
#include "hf-customers-page.h"
#include "hf-query-selection.h"
#include "hf-settings.h"
#include "hf-store-customers.h"
#include "hf-store-reasons.h"
#include "hf-store.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define N_CUSTOMERS 230

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfCustomersPage *page;
} Fixture;

static gboolean
add_reason (HfStoreSession *session, gint64 customer_id, GError **error)
{
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = customer_id;
  reason->code = g_strdup ("price");
  reason->quote = g_strdup ("太贵了");
  return hf_store_reasons_save (session, reason, error);
}

/* Every tenth customer is lost; the first of them gave a reason and is not to be called. */
static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%04u", i);
      customer->name = g_strdup_printf ("Customer %04u", i);
      customer->phone = g_strdup_printf ("1380000%04u", i);
      customer->branch = g_strdup (i % 2 == 0 ? "北店" : "南店");
      customer->status = i % 10 == 0 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE;
      customer->do_not_call = i == 0;
      if (!hf_store_customers_save (session, customer, error)
          || (i == 0 && !add_reason (session, customer->id, error)))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
open_window (Fixture *fixture)
{
  fixture->page = g_object_new (HF_TYPE_CUSTOMERS_PAGE, "store", fixture->store, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* What one test leaves on this desk is not the next one's. */
static void
forget_state (void)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  g_settings_reset (settings, HF_SETTINGS_CUSTOMER_COLUMNS);
  g_settings_reset (settings, HF_SETTINGS_CUSTOMER_LISTS);
  g_settings_reset (settings, HF_SETTINGS_CUSTOMER_SPLIT);
}

static void
set_up (Fixture *fixture, gconstpointer filled)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  if (GPOINTER_TO_INT (filled))
    g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, fill, NULL, NULL, &error));
  forget_state ();
  open_window (fixture);
}

static void
close_window (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* What it still reads holds it for a moment. */
  while (page != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_object_unref (fixture->store);
}

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkColumnView *
get_view (Fixture *fixture)
{
  return part_of (part_of (fixture->page, "list"), "view");
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (get_view (fixture)));
}

static GtkWidget *
get_rows (Fixture *fixture)
{
  return hf_column_rows_get (get_view (fixture));
}

static HfCustomerDetail *
get_detail (Fixture *fixture)
{
  return part_of (fixture->page, "detail");
}

/* Waits until the list has so many customers. */
static void
wait_for_count (Fixture *fixture, guint count)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_list_model_get_n_items (get_model (fixture)) != count
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, count);
}

static void
wait_for_page (GtkStack *stack, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static HfCustomer *
wait_for_customer (Fixture *fixture, const char *code)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  HfCustomer *customer = NULL;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      customer = hf_customer_detail_get_customer (get_detail (fixture));
      if (customer != NULL && g_strcmp0 (customer->code, code) == 0)
        return customer;
    }
  g_assert_not_reached ();
}

static gpointer
find_id (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return customer != NULL ? g_memdup2 (&customer->id, sizeof customer->id) : NULL;
}

static gint64
id_of (Fixture *fixture, const char *code)
{
  g_autofree gint64 *id = hf_store_run (fixture->store, HF_STORE_READ, find_id, (gpointer) code,
                                        NULL, NULL);
  g_assert_nonnull (id);
  return *id;
}

static const char *
label_text (gpointer widget, const char *name)
{
  return gtk_label_get_text (part_of (widget, name));
}

static void
test_empty_page_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  wait_for_page (part_of (fixture->page, "stack"), "empty");
}

static void
test_list_shows_all (Fixture *fixture, gconstpointer data)
{
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_test_widget_wait_for_draw (fixture->window);
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  g_assert_cmpstr (label_text (bar, "count"), ==, "230 customers");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part_of (fixture->page, "stack")), ==,
                   "customers");
}

static void
test_expressions_narrow (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  wait_for_count (fixture, N_CUSTOMERS);
  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 23);
  g_assert_cmpstr (label_text (bar, "count"), ==, "23 customers found");
  hf_customers_page_filter (fixture->page, "reason=price");
  wait_for_count (fixture, 1);
  hf_customers_page_filter (fixture->page, "search=13800000229");
  wait_for_count (fixture, 1);
  hf_customers_page_filter (fixture->page, "search=nobody");
  wait_for_count (fixture, 0);
  wait_for_page (part_of (part_of (fixture->page, "list"), "stack"), "none");
  gtk_widget_activate_action (part_of (fixture->page, "list"), "customers.clear", NULL);
  wait_for_count (fixture, N_CUSTOMERS);
}

static void
test_search_begins_anew_and_can_be_narrowed (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 23);
  hf_customers_page_filter (fixture->page, "search=c");
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_widget_activate_action (GTK_WIDGET (bar), "customers.status", "s", "lost");
  wait_for_count (fixture, 23);
  hf_customers_page_filter (fixture->page, "search=c0010");
  wait_for_count (fixture, 1);
  g_assert_true (gtk_widget_get_visible (part_of (bar, "also")));
  gtk_widget_activate_action (GTK_WIDGET (bar), "customers.clear-also", NULL);
  wait_for_count (fixture, 23);
}

static void
test_order_can_be_chosen (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_widget_activate_action (GTK_WIDGET (bar), "customers.order", "s", "code");
  gtk_widget_activate_action (GTK_WIDGET (bar), "customers.descending", NULL);
  const HfCustomerFilter *filter = hf_customer_filter_bar_get_filter (bar);
  g_assert_cmpint (filter->order, ==, HF_CUSTOMER_BY_CODE);
  g_assert_true (filter->descending);
  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 23);
  g_assert_cmpint (hf_customer_filter_bar_get_filter (bar)->order, ==, HF_CUSTOMER_BY_CODE);
}

static void
test_selecting_shows_the_customer (Fixture *fixture, gconstpointer data)
{
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_activate_action (get_rows (fixture), "list.activate-item", "u", 3);
  wait_for_customer (fixture, "C0003");
  g_assert_cmpstr (label_text (get_detail (fixture), "title"), ==, "Customer 0003");
}

static HfQuerySelection *
get_selection (Fixture *fixture)
{
  return HF_QUERY_SELECTION (get_model (fixture));
}

/* By rule, by span, and one by one; another question begins without. */
static void
test_many_can_be_selected (Fixture *fixture, gconstpointer data)
{
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_test_widget_wait_for_draw (fixture->window);
  HfQuerySelection *selection = get_selection (fixture);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  gtk_widget_activate_action (get_rows (fixture), "list.select-all", NULL);
  g_assert_true (hf_query_selection_is_everything (selection));
  g_assert_cmpint (hf_query_selection_count (selection), ==, N_CUSTOMERS);
  gtk_selection_model_unselect_item (model, 2);
  g_assert_cmpint (hf_query_selection_count (selection), ==, N_CUSTOMERS - 1);
  g_assert_false (gtk_selection_model_is_selected (model, 2));
  g_assert_true (gtk_selection_model_is_selected (model, 3));

  gtk_selection_model_select_item (model, 4, TRUE);
  g_assert_cmpint (hf_query_selection_count (selection), ==, 1);
  gtk_selection_model_select_range (model, 4, 10, FALSE);
  g_assert_cmpint (hf_query_selection_count (selection), ==, 10);
  gtk_selection_model_unselect_range (model, 4, 3);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection_in_range (model, 0, 20);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 7);
  g_assert_cmpuint (gtk_bitset_get_minimum (selected), ==, 7);

  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 23);
  g_assert_cmpint (hf_query_selection_count (selection), <=, 1);
}

/* A span of which not all rows were read is selected when they are. */
static void
test_long_span_is_read (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  wait_for_count (fixture, N_CUSTOMERS);
  HfQuerySelection *selection = get_selection (fixture);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (selection), 0, N_CUSTOMERS, TRUE);
  while (hf_query_selection_count (selection) != N_CUSTOMERS && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (hf_query_selection_count (selection), ==, N_CUSTOMERS);
  g_assert_false (hf_query_selection_is_everything (selection));
}

/* Whoever is opened is selected, wherever in the list. */
static void
test_selection_is_of_customers (Fixture *fixture, gconstpointer data)
{
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_model (fixture)), 1, TRUE);
  wait_for_customer (fixture, "C0001");
  hf_customers_page_open (fixture->page, id_of (fixture, "C0005"));
  g_assert_cmpint (hf_query_selection_get_only (get_selection (fixture)), ==,
                   id_of (fixture, "C0005"));
}

static void
test_heading_sorts (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  wait_for_count (fixture, N_CUSTOMERS);
  g_autoptr (GtkColumnViewColumn) code = g_list_model_get_item (
      gtk_column_view_get_columns (get_view (fixture)), 1);
  gtk_column_view_sort_by_column (get_view (fixture), code, GTK_SORT_ASCENDING);
  g_assert_cmpint (hf_customer_filter_bar_get_filter (bar)->order, ==, HF_CUSTOMER_BY_CODE);
  g_assert_false (hf_customer_filter_bar_get_filter (bar)->descending);
  gtk_column_view_sort_by_column (get_view (fixture), code, GTK_SORT_DESCENDING);
  g_assert_cmpint (hf_customer_filter_bar_get_filter (bar)->order, ==, HF_CUSTOMER_BY_CODE);
  g_assert_true (hf_customer_filter_bar_get_filter (bar)->descending);
}

static void
test_every_heading_sorts (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  GListModel *columns = gtk_column_view_get_columns (get_view (fixture));
  wait_for_count (fixture, N_CUSTOMERS);
  for (guint i = g_list_model_get_n_items (columns); i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gtk_column_view_sort_by_column (get_view (fixture), column, GTK_SORT_ASCENDING);
      g_autofree char *order = hf_customer_filter_dup_order (
          hf_customer_filter_bar_get_filter (bar));
      g_assert_cmpstr (order, ==, g_object_get_data (G_OBJECT (column), "name"));
    }
}

static void
test_list_is_as_it_was_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = part_of (fixture->page, "list");
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_widget_activate_action (list, "columns.phone", NULL);
  g_object_set (part_of (fixture->page, "handle"), "width", 500, NULL);
  hf_customers_page_filter (fixture->page, "status=lost");
  gtk_widget_activate_action (GTK_WIDGET (hf_customer_list_get_bar (HF_CUSTOMER_LIST (list))),
                              "customers.order", "s", "code");
  wait_for_count (fixture, 23);

  close_window (fixture);
  open_window (fixture);
  wait_for_count (fixture, 23);
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (part_of (fixture->page, "list"));
  g_assert_cmpstr (hf_customer_filter_bar_get_filter (bar)->status, ==, "lost");
  g_assert_cmpint (hf_customer_filter_bar_get_filter (bar)->order, ==, HF_CUSTOMER_BY_CODE);
  int width;
  g_object_get (part_of (fixture->page, "handle"), "width", &width, NULL);
  g_assert_cmpint (width, ==, 500);
  g_autoptr (GtkColumnViewColumn) phone = g_list_model_get_item (
      gtk_column_view_get_columns (get_view (fixture)), 2);
  g_assert_true (gtk_column_view_column_get_visible (phone));
}

static GtkWidget *
get_saved (Fixture *fixture)
{
  return part_of (hf_customer_list_get_bar (part_of (fixture->page, "list")), "saved");
}

static GtkWidget *
wait_for_saved (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *list = part_of (get_saved (fixture), "list");
  while (gtk_widget_get_first_child (list) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (gtk_widget_get_first_child (list));
  return gtk_widget_get_first_child (list);
}

static void
test_filter_gets_a_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *saved = get_saved (fixture);
  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 23);
  g_signal_emit_by_name (part_of (saved, "save"), "clicked");
  g_assert_true (gtk_widget_get_visible (part_of (saved, "problem")));
  gtk_editable_set_text (part_of (saved, "name"), "Those who left");
  g_signal_emit_by_name (part_of (saved, "save"), "clicked");
  GtkWidget *row = wait_for_saved (fixture);
  g_assert_cmpstr (label_text (saved, "label"), ==, "Those who left");

  hf_customers_page_filter (fixture->page, "status=active");
  g_assert_cmpstr (label_text (saved, "label"), ==, "");
  g_signal_emit_by_name (part_of (saved, "list"), "row-activated", row);
  wait_for_count (fixture, 23);
  g_assert_cmpstr (label_text (saved, "label"), ==, "Those who left");
}

static void
test_status_is_set (Fixture *fixture, gconstpointer data)
{
  hf_customers_page_open (fixture->page, id_of (fixture, "C0001"));
  HfCustomer *customer = wait_for_customer (fixture, "C0001");
  GtkWidget *detail = GTK_WIDGET (get_detail (fixture));
  gtk_widget_activate_action (detail, "customer.set-status", "s", "lost");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (customer->status != HF_CUSTOMER_LOST && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      customer = hf_customer_detail_get_customer (get_detail (fixture));
    }
  g_assert_cmpint (customer->status, ==, HF_CUSTOMER_LOST);
  g_assert_nonnull (customer->lost_on);
  hf_customers_page_filter (fixture->page, "status=lost");
  wait_for_count (fixture, 24);
}

static void
test_narrow_page_shows_one_side (Fixture *fixture, gconstpointer data)
{
  AdwLeaflet *leaflet = part_of (fixture->page, "leaflet");
  int least = 0;
  wait_for_count (fixture, N_CUSTOMERS);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  hf_customers_page_open (fixture->page, id_of (fixture, "C0002"));
  wait_for_customer (fixture, "C0002");
  g_assert_true (adw_leaflet_get_visible_child (leaflet)
                 == part_of (fixture->page, "detail_side"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.back", NULL);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == part_of (fixture->page, "list"));
}

static void
test_missing_customer_is_told (Fixture *fixture, gconstpointer data)
{
  hf_customers_page_open (fixture->page, 12345);
  wait_for_page (part_of (get_detail (fixture), "stack"), "failure");
}

#define ADD(path, filled, func)                                                                \
  g_test_add (path, Fixture, GINT_TO_POINTER (filled), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("/customers-page/empty", FALSE, test_empty_page_says_what_to_do);
  ADD ("/customers-page/list", TRUE, test_list_shows_all);
  ADD ("/customers-page/expressions", TRUE, test_expressions_narrow);
  ADD ("/customers-page/search", TRUE, test_search_begins_anew_and_can_be_narrowed);
  ADD ("/customers-page/order", TRUE, test_order_can_be_chosen);
  ADD ("/customers-page/select", TRUE, test_selecting_shows_the_customer);
  ADD ("/customers-page/select-many", TRUE, test_many_can_be_selected);
  ADD ("/customers-page/select-span", TRUE, test_long_span_is_read);
  ADD ("/customers-page/select-customers", TRUE, test_selection_is_of_customers);
  ADD ("/customers-page/headings", TRUE, test_heading_sorts);
  ADD ("/customers-page/every-heading", TRUE, test_every_heading_sorts);
  ADD ("/customers-page/state", TRUE, test_list_is_as_it_was_left);
  ADD ("/customers-page/saved-filters", TRUE, test_filter_gets_a_name);
  ADD ("/customers-page/status", TRUE, test_status_is_set);
  ADD ("/customers-page/narrow", TRUE, test_narrow_page_shows_one_side);
  ADD ("/customers-page/missing", TRUE, test_missing_customer_is_told);
  return g_test_run ();
}
