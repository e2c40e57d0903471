#include "config.h"

#include <adwaita.h>

#include "hf-customer-detail.h"
#include "hf-customer-list.h"
#include "hf-customers-page.h"
#include "hf-store-customers.h"
#include "hf-store-reasons.h"
#include "hf-store.h"

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
set_up (Fixture *fixture, gconstpointer filled)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  if (GPOINTER_TO_INT (filled))
    g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, fill, NULL, NULL, &error));
  fixture->page = g_object_new (HF_TYPE_CUSTOMERS_PAGE, "store", fixture->store, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* What it still reads holds it for a moment. */
  while (page != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (page);
  g_object_unref (fixture->store);
}

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (part_of (part_of (fixture->page, "list"), "selection"));
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
  GtkWidget *view = part_of (part_of (fixture->page, "list"), "view");
  gtk_widget_activate_action (view, "list.activate-item", "u", 3);
  wait_for_customer (fixture, "C0003");
  g_assert_cmpstr (label_text (get_detail (fixture), "title"), ==, "Customer 0003");
}

static void
test_who_asked_is_not_called (Fixture *fixture, gconstpointer data)
{
  hf_customers_page_open (fixture->page, id_of (fixture, "C0000"));
  wait_for_customer (fixture, "C0000");
  GtkWidget *detail = GTK_WIDGET (get_detail (fixture));
  g_assert_true (gtk_widget_get_visible (part_of (detail, "do_not_call")));
  g_assert_true (gtk_widget_get_visible (part_of (detail, "reason_group")));

  gtk_widget_activate_action (detail, "customer.toggle-do-not-call", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (part_of (detail, "do_not_call"))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (gtk_widget_get_visible (part_of (detail, "do_not_call")));
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
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/customers-page/empty", FALSE, test_empty_page_says_what_to_do);
  ADD ("/customers-page/list", TRUE, test_list_shows_all);
  ADD ("/customers-page/expressions", TRUE, test_expressions_narrow);
  ADD ("/customers-page/search", TRUE, test_search_begins_anew_and_can_be_narrowed);
  ADD ("/customers-page/order", TRUE, test_order_can_be_chosen);
  ADD ("/customers-page/select", TRUE, test_selecting_shows_the_customer);
  ADD ("/customers-page/do-not-call", TRUE, test_who_asked_is_not_called);
  ADD ("/customers-page/status", TRUE, test_status_is_set);
  ADD ("/customers-page/narrow", TRUE, test_narrow_page_shows_one_side);
  ADD ("/customers-page/missing", TRUE, test_missing_customer_is_told);
  return g_test_run ();
}
