#include "config.h"

#include "hf-query-model.h"
#include "hf-query-pages.h"
#include "hf-store-customers.h"
#include "hf-test-place.h"
#include "hf-text.h"

#define N_CUSTOMERS 1250
#define PAGE HF_QUERY_MODEL_PAGE

/* What the model asks, written down. */
static struct
{
  gint start_calls;
  gint keys_calls;
  gint read_calls;
  gboolean fails;
} asked;

/* While it is set, keys are not given. */
static GMutex gate;

static GArray *
list_and_note (HfStoreSession *session, gconstpointer filter, GError **error)
{
  g_atomic_int_inc (&asked.keys_calls);
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  if (asked.fails)
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_BUSY, "busy");
      return NULL;
    }
  return hf_query_customers.keys (session, filter, error);
}

static GPtrArray *
read_and_note (HfStoreSession *session, const gint64 *keys, guint n_keys, GError **error)
{
  g_atomic_int_inc (&asked.read_calls);
  return hf_query_customers.read (session, keys, n_keys, error);
}

static GPtrArray *
start_and_note (HfStoreSession *session, gconstpointer filter, guint count, GError **error)
{
  g_atomic_int_inc (&asked.start_calls);
  return hf_query_customers.start (session, filter, count, error);
}

static HfQuery noted;

typedef struct
{
  HfStore *store;
  HfQueryModel *model;
  GString *changes; /* every items-changed, such as "0-0+1250 " */
} Fixture;

static gpointer
save_customer (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_customers_save (session, input, error) ? HF_STORE_DONE : NULL;
}

static HfCustomer *
make_customer (guint number)
{
  HfCustomer *customer = hf_customer_new ();
  customer->code = g_strdup_printf ("C%05u", number);
  customer->name = g_strdup_printf ("Customer %05u", number);
  customer->status = number % 5 == 0 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE;
  return customer;
}

static gpointer
fill (HfStoreSession *session, gpointer input, GError **error)
{
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autoptr (HfCustomer) customer = make_customer (i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static void
run (Fixture *fixture, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  hf_store_run (fixture->store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

/* Until nothing is under way and nothing waits to be. */
static void
settle (Fixture *fixture)
{
  do
    g_main_context_iteration (NULL, FALSE);
  while (g_main_context_pending (NULL) || hf_query_model_is_loading (fixture->model));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  noted = hf_query_customers;
  noted.keys = list_and_note;
  noted.read = read_and_note;
  noted.start = start_and_note;
  g_autofree char *place = hf_test_place_new ();
  fixture->store = hf_store_open (place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture, fill, NULL);
  fixture->changes = g_string_new (NULL);
  fixture->model = hf_query_model_new (fixture->store, &noted);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
  asked.start_calls = asked.keys_calls = asked.read_calls = 0;
  asked.fails = FALSE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  g_clear_object (&fixture->store);
  g_string_free (fixture->changes, TRUE);
}

static void
show_all (Fixture *fixture)
{
  hf_query_model_set_filter (fixture->model, NULL);
  settle (fixture);
}

static HfQueryItem *
get_item (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static const char *
code_of (HfQueryItem *item)
{
  HfCustomer *customer = hf_query_item_get_record (item);
  return customer != NULL ? customer->code : NULL;
}

static void
test_nothing_is_asked_before_the_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfCustomer) customer = make_customer (9000);
  run (fixture, save_customer, customer);
  settle (fixture);
  g_assert_cmpint (asked.start_calls, ==, 0);
  g_assert_cmpint (asked.keys_calls, ==, 0);
  g_assert_false (hf_query_model_is_ready (fixture->model));
}

static void
test_counts_and_brings_the_first_page (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  g_assert_true (hf_query_model_is_ready (fixture->model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_CUSTOMERS);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+100 100-0+1150 ");
  g_autoptr (HfQueryItem) first = get_item (fixture, 0);
  g_assert_cmpstr (code_of (first), ==, "C00000");
  g_assert_cmpint (asked.start_calls, ==, 1);
  g_assert_cmpint (asked.keys_calls, ==, 1);
  g_assert_cmpint (asked.read_calls, ==, 1);
  g_assert_null (get_item (fixture, N_CUSTOMERS));
}

static void
test_record_comes_after_its_place (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  g_autoptr (HfQueryItem) item = get_item (fixture, N_CUSTOMERS - 1);
  g_assert_null (code_of (item));
  g_autoptr (HfQueryItem) again = get_item (fixture, N_CUSTOMERS - 1);
  g_assert_true (item == again);
  settle (fixture);
  g_assert_cmpstr (code_of (item), ==, "C01249");
}

static void
test_pages_left_behind_are_not_asked_for (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  for (guint position = 0; position < N_CUSTOMERS - PAGE; position += PAGE / 2)
    {
      g_autoptr (HfQueryItem) passed = get_item (fixture, position);
    }
  g_autoptr (HfQueryItem) stayed = get_item (fixture, N_CUSTOMERS - 1);
  settle (fixture);
  g_assert_cmpstr (code_of (stayed), ==, "C01249");
  g_assert_cmpint (asked.read_calls, ==, 2);
}

static void
test_change_keeps_the_place (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  g_autoptr (HfQueryItem) item = get_item (fixture, 705);
  settle (fixture);
  g_string_truncate (fixture->changes, 0);

  g_autoptr (HfCustomer) changed = g_object_ref (hf_query_item_get_record (item));
  hf_text_set (&changed->email, "c705@example.com");
  run (fixture, save_customer, changed);
  settle (fixture);
  HfCustomer *shown = hf_query_item_get_record (item);
  g_assert_true (shown != changed);
  g_assert_cmpstr (shown->email, ==, "c705@example.com");
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
test_new_record_lengthens_the_list (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  g_autoptr (HfQueryItem) item = get_item (fixture, 3);
  g_string_truncate (fixture->changes, 0);
  g_autoptr (HfCustomer) customer = make_customer (9000);
  run (fixture, save_customer, customer);
  settle (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "1250-0+1 ");
  g_autoptr (HfQueryItem) same = get_item (fixture, 3);
  g_assert_true (item == same);
  g_assert_cmpstr (code_of (item), ==, "C00003");
}

static void
test_filter_replaces_the_list (Fixture *fixture, gconstpointer data)
{
  show_all (fixture);
  g_autoptr (HfQueryItem) before = get_item (fixture, 1);
  HfCustomerFilter lost = { .status = (char *) "lost" };
  hf_query_model_set_filter (fixture->model, &lost);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_CUSTOMERS);
  settle (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+100 100-0+1150 0-1250+100 100-0+150 ");
  g_autoptr (HfQueryItem) after = get_item (fixture, 1);
  g_assert_true (before != after);
  g_assert_cmpstr (code_of (before), ==, "C00001");
  g_assert_cmpstr (code_of (after), ==, "C00005");
}

static void
test_only_the_last_filter_counts (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilter lost = { .status = (char *) "lost" };
  HfCustomerFilter one = { .search = (char *) "c00007" };
  hf_query_model_set_filter (fixture->model, NULL);
  g_main_context_iteration (NULL, FALSE);
  hf_query_model_set_filter (fixture->model, &lost);
  g_main_context_iteration (NULL, FALSE);
  hf_query_model_set_filter (fixture->model, &one);
  settle (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1 ");
  g_autoptr (HfQueryItem) item = get_item (fixture, 0);
  g_assert_cmpstr (code_of (item), ==, "C00007");
}

static void
test_goes_while_it_asks (Fixture *fixture, gconstpointer data)
{
  hf_query_model_set_filter (fixture->model, NULL);
  g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&fixture->model));
  fixture->model = hf_query_model_new (fixture->store, &noted);
  settle (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
test_failure_is_told_and_can_be_repeated (Fixture *fixture, gconstpointer data)
{
  asked.fails = TRUE;
  show_all (fixture);
  g_assert_error (hf_query_model_get_error (fixture->model), HF_STORE_ERROR,
                  HF_STORE_ERROR_BUSY);
  g_assert_cmpint (asked.keys_calls, ==, 1);

  asked.fails = FALSE;
  hf_query_model_reload (fixture->model);
  settle (fixture);
  g_assert_null (hf_query_model_get_error (fixture->model));
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+100 100-0+1150 ");
}

static void
test_closed_store_is_a_failure (Fixture *fixture, gconstpointer data)
{
  hf_store_close (fixture->store);
  show_all (fixture);
  g_assert_error (hf_query_model_get_error (fixture->model), HF_STORE_ERROR,
                  HF_STORE_ERROR_OFFLINE);
}

/* Waits until the keys are asked for and nothing else is under way. */
static void
wait_for_keys (int calls)
{
  while (g_atomic_int_get (&asked.keys_calls) < calls || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_first_page_comes_before_the_keys (Fixture *fixture, gconstpointer data)
{
  g_mutex_lock (&gate);
  hf_query_model_set_filter (fixture->model, NULL);
  wait_for_keys (1);
  g_assert_cmpint (hf_query_model_get_answer (fixture->model), ==, HF_QUERY_ANSWER_BEGUN);
  g_assert_true (hf_query_model_is_loading (fixture->model));
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+100 ");
  g_autoptr (HfQueryItem) first = get_item (fixture, 0);
  g_assert_cmpstr (code_of (first), ==, "C00000");
  g_mutex_unlock (&gate);
  settle (fixture);
  g_assert_cmpint (hf_query_model_get_answer (fixture->model), ==, HF_QUERY_ANSWER_WHOLE);
  g_autoptr (HfQueryItem) same = get_item (fixture, 0);
  g_assert_true (first == same);
}

static void
test_few_need_no_keys (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilter few = { .search = (char *) "c0000" };
  hf_query_model_set_filter (fixture->model, &few);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 10);
  g_assert_cmpint (asked.keys_calls, ==, 0);
  g_assert_cmpint (hf_query_model_get_answer (fixture->model), ==, HF_QUERY_ANSWER_WHOLE);
}

/* An order without an index begins with the keys, and all of it is in order. */
static void
test_order_without_an_index (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilter by_company = { .order = HF_CUSTOMER_BY_COMPANY, .descending = TRUE };
  hf_query_model_set_filter (fixture->model, &by_company);
  settle (fixture);
  g_assert_cmpint (asked.start_calls, ==, 0);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+1250 ");
  g_autoptr (HfQueryItem) last = get_item (fixture, N_CUSTOMERS - 1);
  settle (fixture);
  g_assert_cmpstr (code_of (last), ==, "C00000");
}

static void
test_list_is_read_while_it_is_sorted_anew (Fixture *fixture, gconstpointer data)
{
  if (g_strcmp0 (hf_store_get_uri (fixture->store), ":memory:") == 0)
    {
      g_test_skip ("what is in memory is read by one after the other");
      return;
    }
  HfCustomerFilter by_company = { .order = HF_CUSTOMER_BY_COMPANY };
  show_all (fixture);
  g_mutex_lock (&gate);
  hf_query_model_set_filter (fixture->model, &by_company);
  wait_for_keys (2);
  g_autoptr (HfQueryItem) item = get_item (fixture, 705);
  while (code_of (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (code_of (item), ==, "C00705");
  g_mutex_unlock (&gate);
  settle (fixture);
}

static void
test_only_what_is_on_screen_has_records (Fixture *fixture, gconstpointer data)
{
  hf_query_model_set_view (fixture->model, 0, 10);
  show_all (fixture);
  g_autoptr (HfQueryItem) seen = get_item (fixture, 5);
  g_autoptr (HfQueryItem) below = get_item (fixture, 50);
  settle (fixture);
  g_assert_cmpstr (code_of (seen), ==, "C00005");
  g_assert_null (code_of (below));
  g_assert_cmpint (hf_query_model_get_key (fixture->model, 50), !=, 0);
  hf_query_model_set_view (fixture->model, 45, 10);
  g_assert_cmpstr (code_of (below), ==, "C00050");
}

static void
test_what_is_on_screen_stays_for_another_filter (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilter lost = { .status = (char *) "lost" };
  hf_query_model_set_view (fixture->model, 0, 10);
  show_all (fixture);
  g_autoptr (HfQueryItem) seen = get_item (fixture, 1);
  g_string_truncate (fixture->changes, 0);
  hf_query_model_set_filter (fixture->model, &lost);
  settle (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "100-1150+0 100-0+150 ");
  g_autoptr (HfQueryItem) same = get_item (fixture, 1);
  g_assert_true (seen == same);
  g_assert_cmpstr (code_of (seen), ==, "C00005");
}

static void
test_cache_is_bounded (Fixture *fixture, gconstpointer data)
{
  HfQueryPages *pages = hf_query_pages_new (3);
  for (guint number = 0; number < 3; number++)
    {
      g_autoptr (GPtrArray) page = g_ptr_array_new ();
      hf_query_pages_put (pages, number, page);
    }
  g_assert_nonnull (hf_query_pages_get (pages, 0));
  g_autoptr (GPtrArray) another = g_ptr_array_new ();
  hf_query_pages_put (pages, 7, another);
  g_assert_nonnull (hf_query_pages_get (pages, 0));
  g_assert_null (hf_query_pages_get (pages, 1));
  g_assert_true (hf_query_pages_get (pages, 7) == another);
  hf_query_pages_free (pages);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/query-model/nothing-is-asked-before-the-filter",
      test_nothing_is_asked_before_the_filter },
    { "/query-model/counts-and-brings-the-first-page", test_counts_and_brings_the_first_page },
    { "/query-model/record-comes-after-its-place", test_record_comes_after_its_place },
    { "/query-model/pages-left-behind-are-not-asked-for",
      test_pages_left_behind_are_not_asked_for },
    { "/query-model/change-keeps-the-place", test_change_keeps_the_place },
    { "/query-model/new-record-lengthens-the-list", test_new_record_lengthens_the_list },
    { "/query-model/filter-replaces-the-list", test_filter_replaces_the_list },
    { "/query-model/only-the-last-filter-counts", test_only_the_last_filter_counts },
    { "/query-model/goes-while-it-asks", test_goes_while_it_asks },
    { "/query-model/failure-is-told-and-can-be-repeated",
      test_failure_is_told_and_can_be_repeated },
    { "/query-model/closed-store-is-a-failure", test_closed_store_is_a_failure },
    { "/query-model/first-page-comes-before-the-keys", test_first_page_comes_before_the_keys },
    { "/query-model/few-need-no-keys", test_few_need_no_keys },
    { "/query-model/order-without-an-index", test_order_without_an_index },
    { "/query-model/list-is-read-while-it-is-sorted-anew",
      test_list_is_read_while_it_is_sorted_anew },
    { "/query-model/only-what-is-on-screen-has-records",
      test_only_what_is_on_screen_has_records },
    { "/query-model/what-is-on-screen-stays-for-another-filter",
      test_what_is_on_screen_stays_for_another_filter },
    { "/query-model/cache-is-bounded", test_cache_is_bounded },
  };
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
