#include "config.h"

#include <adwaita.h>

#include "hf-customer-editor.h"
#include "hf-customers-page.h"
#include "hf-referral-closures.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-referrals.h"
#include "hf-store-starter.h"
#include "hf-store.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfCustomersPage *page;
  gint64 id;
} Fixture;

/* A customer who named somebody in a thank-you call. */
static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("王女士");
  if (hf_store_starter_fill (session, NULL, error) == NULL
      || !hf_store_customers_save (session, customer, error))
    return NULL;
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, customer->id, HF_INTERVIEW_THANK_YOU, "en", error);
  if (interview == NULL)
    return NULL;
  fixture->id = customer->id;
  answer->interview_id = interview->id;
  answer->question = g_strdup ("referred");
  answer->value = g_strdup ("李雷\n138 1234 5678");
  return hf_store_answers_save (session, answer, error)
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, fill, fixture, NULL, &error));
  fixture->page = g_object_new (HF_TYPE_CUSTOMERS_PAGE, "store", fixture->store, NULL);
  fixture->window = adw_window_new ();
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
  hf_store_close (fixture->store);
  g_object_unref (fixture->store);
}

static gpointer
list_named (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_referrals_list (session, *(gint64 *) id, error);
}

/* What the group says of the one who was named. */
static char *
dup_words (Fixture *fixture)
{
  GtkWidget *row = hf_test_widgets_find_titled (GTK_WIDGET (fixture->page), "李雷");
  return g_strdup (row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : "");
}

static void
wait_for_words (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = dup_words (fixture), *expected = g_strdup ("?");
  while (!g_str_equal (shown, expected) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_autoptr (GPtrArray) named = hf_store_run (fixture->store, HF_STORE_READ, list_named,
                                                  &fixture->id, NULL, &error);
      g_assert_no_error (error);
      g_free (expected);
      g_free (shown);
      expected = hf_referral_words (named->pdata[0]);
      shown = dup_words (fixture);
    }
  g_assert_cmpstr (shown, ==, expected);
}

static gboolean
is_customer (Fixture *fixture)
{
  g_autoptr (GPtrArray) named = hf_store_run (fixture->store, HF_STORE_READ, list_named,
                                              &fixture->id, NULL, NULL);
  return ((HfReferral *) named->pdata[0])->other_id != 0;
}

static void
test_whoever_is_named_becomes_a_customer (Fixture *fixture, gconstpointer data)
{
  hf_customers_page_open (fixture->page, fixture->id);
  wait_for_words (fixture);
  g_autoptr (GPtrArray) named = hf_store_run (fixture->store, HF_STORE_READ, list_named,
                                              &fixture->id, NULL, NULL);
  const HfReferral *referral = named->pdata[0];
  g_assert_cmpint (referral->other_id, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.new-from-referral", "x",
                              referral->id);
  GtkWidget *editor = hf_test_widgets_find_window (HF_TYPE_CUSTOMER_EDITOR);
  g_assert_nonnull (editor);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (hf_test_widgets_find_titled (editor, "Name"))), ==,
      "李雷");
  GtkEditable *phone = GTK_EDITABLE (hf_test_widgets_find_titled (editor, "Phone"));
  g_assert_cmpstr (gtk_editable_get_text (phone), ==, "138 1234 5678");
  /* Whatever is typed, it is noted who named them. */
  gtk_editable_set_text (phone, "");
  gtk_editable_set_text (GTK_EDITABLE (hf_test_widgets_find_titled (editor, "Customer code")),
                         "C2");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_customer (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_customer (fixture));
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/referral/customer", Fixture, NULL, set_up,
              test_whoever_is_named_becomes_a_customer, tear_down);
  return g_test_run ();
}
