#include "config.h"

#include <adwaita.h>

#include "hf-amount.h"
#include "hf-customer.h"
#include "hf-diagnosis-page.h"
#include "hf-store-customers.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static const char *
get_shown (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (page, HF_TYPE_DIAGNOSIS_PAGE, "stack")));
}

static void
wait_until_shown (GtkWidget *page, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!g_str_equal (get_shown (page), name) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_shown (page), ==, name);
}

static gpointer
add_lost_customer (HfStoreSession *session, gpointer input, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->status = HF_CUSTOMER_LOST;
  customer->lost_on = hf_time_today ();
  customer->branch = g_strdup ("南店");
  gint64 other = 0;
  if (!hf_store_branches_ensure (session, "北店", &other, error))
    return NULL;
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static GtkWidget *
show_page (HfStore *store, GtkWidget **window)
{
  GtkWidget *page = g_object_new (HF_TYPE_DIAGNOSIS_PAGE, "store", store, NULL);
  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), page);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);
  return page;
}

static void
test_empty_then_filled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  GtkWidget *window;
  GtkWidget *page = show_page (store, &window);
  wait_until_shown (page, "empty");

  g_assert_nonnull (
      hf_store_run (store, HF_STORE_WRITE, add_lost_customer, NULL, NULL, &error));
  g_assert_no_error (error);
  wait_until_shown (page, "view");

  GtkDropDown *branch = GTK_DROP_DOWN (
      gtk_widget_get_template_child (page, HF_TYPE_DIAGNOSIS_PAGE, "branch"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (branch)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (branch)), ==, 3);
  /* Nobody was lost there. */
  gtk_drop_down_set_selected (branch, 1);
  wait_until_shown (page, "empty");
  gtk_drop_down_set_selected (branch, 2);
  wait_until_shown (page, "view");

  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
  hf_store_close (store);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/diagnosis-page/filled", test_empty_then_filled);
  return g_test_run ();
}
