#include "config.h"

#include <adwaita.h>

#include "hf-column-rows.h"
#include "hf-customer-list.h"
#include "hf-customers-page.h"
#include "hf-settings.h"
#include "hf-store-customers.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define N_CUSTOMERS 1500
#define N_LOOKED_AT 5

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%04u", i);
      customer->name = g_strdup_printf ("Customer %04u", i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static GtkColumnView *
get_view (HfCustomersPage *page)
{
  return hf_test_widgets_get_part (hf_test_widgets_get_part (page, "list"), "view");
}

/* A row keeps what it does not show, unseen. */
static gboolean
is_seen (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) < 1)
      return FALSE;
  return TRUE;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return is_seen (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
wait_for_row (GtkWidget *view, guint number)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autofree char *code = g_strdup_printf ("C%04u", number);
  while (!shows (view, code) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (shows (view, code));
}

/* The first rows are there before the others, and have their places before them. */
static void
wait_for_all (GtkColumnView *view)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  while (g_list_model_get_n_items (model) < N_CUSTOMERS && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_CUSTOMERS);
  wait_for_row (GTK_WIDGET (view), 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

static HfStore *
open_filled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = hf_settings_new ();
  g_settings_reset (settings, HF_SETTINGS_CUSTOMER_LISTS);
  HfStore *store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hf_store_run (store, HF_STORE_WRITE, fill, NULL, NULL, &error));
  return store;
}

static HfCustomersPage *
open_page (HfStore *store)
{
  HfCustomersPage *page = g_object_new (HF_TYPE_CUSTOMERS_PAGE, "store", store, NULL);
  GtkWidget *window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  return page;
}

static void
close_page (HfCustomersPage *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
}

/* However far down: what a row's height was wrong by would be many rows there. */
static void
test_rows_are_filled (gconstpointer row)
{
  guint number = GPOINTER_TO_UINT (row);
  g_autoptr (HfStore) store = open_filled ();
  HfCustomersPage *page = open_page (store);
  wait_for_all (get_view (page));
  hf_column_rows_scroll_to (get_view (page), number);
  for (guint i = 0; i < N_LOOKED_AT; i++)
    wait_for_row (GTK_WIDGET (get_view (page)), number - i);
  close_page (page);
}

static void
test_place_is_as_it_was_left (void)
{
  g_autoptr (HfStore) store = open_filled ();
  HfCustomersPage *page = open_page (store);
  wait_for_all (get_view (page));
  g_assert_true (hf_column_rows_put_first (get_view (page), N_CUSTOMERS / 2));
  wait_for_row (GTK_WIDGET (get_view (page)), N_CUSTOMERS / 2);
  close_page (page);
  page = open_page (store);
  wait_for_row (GTK_WIDGET (get_view (page)), N_CUSTOMERS / 2);
  HfCustomerList *list = hf_test_widgets_get_part (page, "list");
  g_assert_cmpuint (hf_customer_list_get_place (list), ==, N_CUSTOMERS / 2);
  close_page (page);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_data_func ("/long-list/middle", GUINT_TO_POINTER (N_CUSTOMERS / 2),
                        test_rows_are_filled);
  g_test_add_data_func ("/long-list/end", GUINT_TO_POINTER (N_CUSTOMERS - 1),
                        test_rows_are_filled);
  g_test_add_func ("/long-list/place", test_place_is_as_it_was_left);
  return g_test_run ();
}
