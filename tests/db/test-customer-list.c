#include "config.h"

#include "hf-store-customers.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-saved-filters.h"
#include "hf-store.h"
#include "hf-test-custom.h"
#include "hf-test-place.h"
#include "hf-text.h"

/* Each test has a database of its own, with five customers. */
typedef struct
{
  char *place;
  HfStore *store;
} Fixture;

static const struct
{
  const char *code, *tags, *manager, *phone;
  gboolean do_not_call;
  gint64 bought; /* of a need of 100 in each month */
} people[] = {
  { "C1", "VIP", "老张", "3", FALSE, 90 },      { "C2", "VIP, 老客户", "小李", "1", TRUE, 50 },
  { "C3", "老客户,VIPs", NULL, "2", FALSE, 5 }, { "C4", NULL, "老张", NULL, FALSE, -1 },
  { "C5", "100%", "小李", "5", FALSE, 80 },
};

static gpointer
run (HfStore *store, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gboolean
add_person (HfStoreSession *session, gsize i, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  customer->code = g_strdup (people[i].code);
  customer->tags = g_strdup (people[i].tags);
  customer->account_manager = g_strdup (people[i].manager);
  customer->phone = g_strdup (people[i].phone);
  customer->do_not_call = people[i].do_not_call;
  customer->need = 100;
  if (!hf_store_customers_save (session, customer, error))
    return FALSE;
  purchase->customer_code = g_strdup (customer->code);
  purchase->month = g_strdup ("2025-06");
  purchase->amount = people[i].bought;
  gint64 task;
  return (people[i].bought < 0 || hf_store_purchases_save (session, purchase, error))
         && (i >= 3
             || hf_store_queue_add (session, customer->id, 0,
                                    i == 2 ? G_GINT64_CONSTANT (4000000000000000) : 0, NULL,
                                    &task, error));
}

static gpointer
add_people (HfStoreSession *session, gpointer input, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (!add_person (session, i, error))
      return NULL;
  return HF_STORE_DONE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->place = hf_test_place_new ();
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (fixture->store, HF_STORE_WRITE, add_people, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  hf_test_place_free (fixture->place);
}

static gpointer
list_codes (HfStoreSession *session, gpointer filter, GError **error)
{
  g_autoptr (GPtrArray) list = hf_store_customers_list (session, filter, 0, 10, error);
  GString *codes = g_string_new (NULL);
  gint64 count;
  if (list == NULL || !hf_store_customers_count (session, filter, &count, error))
    return NULL;
  g_assert_cmpint (count, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (codes, "%s ", ((HfCustomer *) list->pdata[i])->code);
  return g_string_free (codes, FALSE);
}

static void
assert_finds (Fixture *fixture, HfCustomerFilter filter, const char *expected)
{
  g_autofree char *codes = run (fixture->store, HF_STORE_READ, list_codes, &filter);
  g_assert_cmpstr (codes, ==, expected);
}
#define FILTER(...) ((HfCustomerFilter){ __VA_ARGS__ })

static void
test_filters_find (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, FILTER (0), "C1 C2 C3 C4 C5 ");
  assert_finds (fixture, FILTER (.tag = (char *) "VIP"), "C1 C2 ");
  assert_finds (fixture, FILTER (.tag = (char *) "老客户"), "C2 C3 ");
  assert_finds (fixture, FILTER (.tag = (char *) "100%"), "C5 ");
  assert_finds (fixture, FILTER (.tag = (char *) "0"), "");
  assert_finds (fixture, FILTER (.manager = (char *) "老张"), "C1 C4 ");
  assert_finds (fixture, FILTER (.calling = HF_CUSTOMER_CALLING_REFUSED), "C2 ");
  assert_finds (fixture, FILTER (.calling = HF_CUSTOMER_CALLING_ALLOWED), "C1 C3 C4 C5 ");
  assert_finds (fixture, FILTER (.queue = HF_CUSTOMER_QUEUE_WAITING), "C1 C2 C3 ");
  assert_finds (fixture, FILTER (.queue = HF_CUSTOMER_QUEUE_DUE), "C1 ");
  assert_finds (fixture, FILTER (.queue = HF_CUSTOMER_QUEUE_NOT), "C4 C5 ");
  assert_finds (fixture, FILTER (.grade = (char *) "a"), "C1 C5 ");
  assert_finds (fixture, FILTER (.grade = (char *) "b"), "C2 ");
  assert_finds (fixture, FILTER (.grade = (char *) "c"), "C3 ");
  assert_finds (fixture, FILTER (.grade = (char *) "unknown"), "C4 ");
  assert_finds (fixture,
                FILTER (.grade = (char *) "a", .tag = (char *) "VIP",
                        .manager = (char *) "老张", .queue = HF_CUSTOMER_QUEUE_DUE,
                        .search = (char *) "c1"),
                "C1 ");
}

static void
test_any_column_sorts (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, FILTER (.order = HF_CUSTOMER_BY_PHONE), "C4 C2 C3 C1 C5 ");
  assert_finds (fixture, FILTER (.order = HF_CUSTOMER_BY_PHONE, .descending = TRUE),
                "C5 C1 C3 C2 C4 ");
  for (int order = 0; order < HF_CUSTOMER_N_ORDERS; order++)
    {
      HfCustomerFilter filter = { .order = order };
      g_autofree char *codes = run (fixture->store, HF_STORE_READ, list_codes, &filter);
      g_assert_cmpuint (strlen (codes), ==, 15);
    }
}

static const HfTestCustom entered[] = {
  { "C1", { "速腾 2021", "9", "2024-02-03", "红" } },
  { "C2", { "Jetta", "10.5", "2024-02-04", "蓝" } },
  { "C3", { NULL, "-1", "2023-12-31", "蓝" } },
  { "C4", { "jetta 速腾", NULL, NULL, NULL } },
};

static gpointer
enter_custom (HfStoreSession *session, gpointer ids, GError **error)
{
  gint64 *field_ids = ids;
  if (hf_test_custom_make_fields (session, NULL, error) == NULL)
    return NULL;
  for (guint i = 0; i < HF_TEST_N_CUSTOM; i++)
    field_ids[i] = hf_test_custom_get_id (session, i);
  for (gsize i = 0; i < G_N_ELEMENTS (entered); i++)
    if (hf_test_custom_enter (session, (gpointer) &entered[i], error) == NULL)
      return NULL;
  return HF_STORE_DONE;
}

static void
assert_custom_finds (Fixture *fixture, gint64 field_id, HfCustomKind kind, const char *value,
                     const char *expected)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_copy (NULL);
  g_assert_true (hf_customer_filter_set_custom (filter, field_id, kind, value));
  assert_finds (fixture, *filter, expected);
}

static void
test_custom_fields_narrow (Fixture *fixture, gconstpointer data)
{
  gint64 ids[HF_TEST_N_CUSTOM];
  run (fixture->store, HF_STORE_WRITE, enter_custom, ids);
  gint64 car = ids[HF_TEST_CAR], spent = ids[HF_TEST_SPENT];
  gint64 since = ids[HF_TEST_SINCE], colour = ids[HF_TEST_COLOUR];
  assert_custom_finds (fixture, car, HF_CUSTOM_TEXT, "JETTA", "C2 C4 ");
  assert_custom_finds (fixture, car, HF_CUSTOM_TEXT, "腾", "C1 C4 ");
  assert_custom_finds (fixture, car, HF_CUSTOM_TEXT, "%", "");
  assert_custom_finds (fixture, spent, HF_CUSTOM_NUMBER, "9..", "C1 C2 ");
  assert_custom_finds (fixture, spent, HF_CUSTOM_NUMBER, "..9.5", "C1 C3 ");
  assert_custom_finds (fixture, spent, HF_CUSTOM_NUMBER, "9.5..10.5", "C2 ");
  assert_custom_finds (fixture, since, HF_CUSTOM_DATE, "2024-02-03..2024-02-03", "C1 ");
  assert_custom_finds (fixture, since, HF_CUSTOM_DATE, "..2024-02-03", "C1 C3 ");
  assert_custom_finds (fixture, colour, HF_CUSTOM_CHOICE, "蓝", "C2 C3 ");
  assert_custom_finds (fixture, colour, HF_CUSTOM_CHOICE, "红\n蓝", "C1 C2 C3 ");
  assert_custom_finds (fixture, 12345, HF_CUSTOM_TEXT, "e", "");

  g_autoptr (HfCustomerFilter) both = hf_customer_filter_copy (NULL);
  hf_customer_filter_set_custom (both, colour, HF_CUSTOM_CHOICE, "蓝");
  hf_customer_filter_set_custom (both, spent, HF_CUSTOM_NUMBER, "0..");
  both->search = g_strdup ("c2");
  assert_finds (fixture, *both, "C2 ");
  /* As many as a filter holds go into one statement. */
  for (gint64 i = 1; i < 2 * HF_CUSTOMER_FILTER_MAX_CUSTOM; i++)
    hf_customer_filter_set_custom (both, i, HF_CUSTOM_NUMBER, "1..2");
  both->manager = g_strdup ("老张");
  both->tag = g_strdup ("VIP");
  both->reason = g_strdup ("price");
  both->lost_within = hf_period_new ("2024-01-01", "2024-12-31");
  both->learnt_within = hf_period_new ("2024-01-01", "2024-12-31");
  assert_finds (fixture, *both, "");
}

static void
test_custom_fields_sort (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[HF_TEST_N_CUSTOM][2] = {
    [HF_TEST_CAR] = { "C3 C5 C2 C4 C1 ", "C1 C4 C2 C5 C3 " },
    [HF_TEST_SPENT] = { "C4 C5 C3 C1 C2 ", "C2 C1 C3 C5 C4 " },
    [HF_TEST_SINCE] = { "C4 C5 C3 C1 C2 ", "C2 C1 C3 C5 C4 " },
    [HF_TEST_COLOUR] = { "C4 C5 C1 C2 C3 ", "C3 C2 C1 C5 C4 " },
  };
  gint64 ids[HF_TEST_N_CUSTOM];
  run (fixture->store, HF_STORE_WRITE, enter_custom, ids);
  for (guint i = 0; i < HF_TEST_N_CUSTOM; i++)
    for (int descending = 0; descending < 2; descending++)
      {
        HfCustomerFilter filter = { .order_field = ids[i], .descending = descending };
        assert_finds (fixture, filter, expected[i][descending]);
        g_assert_false (hf_store_customers_start_quickly (&filter));
      }
}

static gpointer
read_car (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (GArray) keys = hf_store_customers_list_keys (session, NULL, error);
  g_autoptr (GPtrArray) read = hf_store_customers_read (
      session, (const gint64 *) (gpointer) keys->data, keys->len, error);
  const HfCustomer *first = read->pdata[0], *last = read->pdata[4];
  g_assert_null (last->custom);
  return g_strdup (g_hash_table_lookup (first->custom, id));
}

static void
test_lists_have_custom_values (Fixture *fixture, gconstpointer data)
{
  gint64 ids[HF_TEST_N_CUSTOM];
  run (fixture->store, HF_STORE_WRITE, enter_custom, ids);
  g_autofree char *car = run (fixture->store, HF_STORE_READ, read_car, &ids[HF_TEST_CAR]);
  g_assert_cmpstr (car, ==, "速腾 2021");
}

static gpointer
save_filter (HfStoreSession *session, gpointer filter, GError **error)
{
  return hf_store_saved_filters_save (session, filter, error) ? HF_STORE_DONE : NULL;
}

static gpointer
remove_filter (HfStoreSession *session, gpointer filter, GError **error)
{
  return hf_store_saved_filters_remove (session, ((HfSavedFilter *) filter)->id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
list_filters (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) filters = hf_store_saved_filters_list (session, error);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < filters->len; i++)
    {
      const HfSavedFilter *filter = g_ptr_array_index (filters, i);
      g_string_append_printf (words, "%s:%s ", filter->name, filter->expression);
    }
  return g_string_free (words, FALSE);
}

static void
assert_filters (Fixture *fixture, const char *expected)
{
  g_autofree char *words = run (fixture->store, HF_STORE_READ, list_filters, NULL);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_filters_are_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfSavedFilter) lost = hf_saved_filter_new ();
  g_autoptr (HfSavedFilter) other = hf_saved_filter_new ();
  lost->name = g_strdup ("b");
  lost->expression = g_strdup ("status=lost");
  run (fixture->store, HF_STORE_WRITE, save_filter, lost);
  other->name = g_strdup ("a");
  other->expression = g_strdup ("");
  run (fixture->store, HF_STORE_WRITE, save_filter, other);
  assert_filters (fixture, "a: b:status=lost ");

  hf_text_set (&lost->name, "c");
  run (fixture->store, HF_STORE_WRITE, save_filter, lost);
  assert_filters (fixture, "a: c:status=lost ");
  run (fixture->store, HF_STORE_WRITE, remove_filter, lost);
  assert_filters (fixture, "a: ");
  run (fixture->store, HF_STORE_WRITE, save_filter, lost);
  assert_filters (fixture, "a: c:status=lost ");

  hf_text_set (&lost->name, "a");
  run (fixture->store, HF_STORE_WRITE, save_filter, lost);
  assert_filters (fixture, "a:status=lost ");
}

static void
test_filter_needs_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HfSavedFilter) filter = hf_saved_filter_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_filter, filter, NULL, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
  g_clear_error (&error);
  filter->name = g_strnfill (HF_SAVED_FILTER_MAX_NAME + 1, 'x');
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_filter, filter, NULL, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_TOO_LONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(name, func)                                                                        \
  g_test_add ("/customer-list/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("filters-find", test_filters_find);
  ADD ("any-column-sorts", test_any_column_sorts);
  ADD ("custom-narrows", test_custom_fields_narrow);
  ADD ("custom-sorts", test_custom_fields_sort);
  ADD ("custom-values", test_lists_have_custom_values);
  ADD ("filters-are-saved", test_filters_are_saved);
  ADD ("filter-needs-a-name", test_filter_needs_a_name);
  return g_test_run ();
}
