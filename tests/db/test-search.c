#include "config.h"

#include "hf-db-location.h"
#include "hf-db.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-find.h"
#include "hf-store-promises.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-time.h"

/* What is found in a database: the same on each engine. */
typedef struct
{
  char *place;
  HfStore *store;
} Fixture;

typedef struct
{
  const char *code, *name, *company, *phone;
} Person;

static const Person people[] = {
  { "C0001", "王炳泉", NULL, "138-1234-5678" },
  { "C0002", "王女士", "长春市汽车服务有限公司", "0431 8567 1234" },
  { "c0003", "單雄信", NULL, "+86 139 0000 5678" },
  { "D-14", "Renée Müller", "Auto GmbH", NULL },
};

static gboolean
save_person (HfStoreSession *session, const Person *person, HfCustomerStatus status,
             GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (person->code);
  customer->name = g_strdup (person->name);
  customer->company = g_strdup (person->company);
  customer->phone = g_strdup (person->phone);
  customer->status = status;
  return hf_store_customers_save (session, customer, error);
}

static gpointer
save_people (HfStoreSession *session, gpointer unused, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (!save_person (session, &people[i], HF_CUSTOMER_ACTIVE, error))
      return NULL;
  return HF_STORE_DONE;
}

static gpointer
run (Fixture *fixture, HfStoreAccess access, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (fixture->store, access, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (fixture->place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->place = hf_test_place_new ();
  open_store (fixture);
  run (fixture, HF_STORE_WRITE, save_people, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  hf_test_place_free (fixture->place);
}

/* The codes of those who are found, which is as many as are counted. */
static gpointer
list_codes (HfStoreSession *session, gpointer filter, GError **error)
{
  gint64 count = 0;
  g_autoptr (GPtrArray) found = hf_store_customers_list (session, filter, 0, 100, error);
  if (found == NULL || !hf_store_customers_count (session, filter, &count, error))
    return NULL;
  g_assert_cmpint (count, ==, found->len);
  GString *codes = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "",
                            ((HfCustomer *) found->pdata[i])->code);
  return g_string_free (codes, FALSE);
}

static void
assert_found (Fixture *fixture, const char *typed, const char *codes)
{
  HfCustomerFilter filter = { .search = (char *) typed, .order = HF_CUSTOMER_BY_CODE };
  g_autofree char *found = run (fixture, HF_STORE_READ, list_codes, &filter);
  g_test_message ("search for %s", typed);
  g_assert_cmpstr (found, ==, codes);
}

/* What is typed, and who is found. */
typedef struct
{
  const char *typed, *found;
} Expectation;

static const Expectation words[] = {
  { "王", "C0001 C0002" },  { "炳泉", "C0001" },
  { "泉炳", "" },           { "wbq", "C0001" },
  { "wangbq", "C0001" },    { "WangBing", "C0001" },
  { "dxx", "c0003" },       { "shanxiongxin", "c0003" },
  { "单雄", "c0003" },      { "長春", "C0002" },
  { "zhangchun", "C0002" }, { "yxgs", "C0002" },
  { "renee", "D-14" },      { "gmb", "D-14" },
  { "wang 有限", "C0002" }, { NULL },
};

static const Expectation numbers[] = {
  { "5678", "C0001 c0003" },
  { "1381", "C0001" },
  { "138-12", "C0001" },
  { "+86 138", "C0001" },
  { "13", "C0001 c0003" },
  { "+86 13812345678", "C0001" },
  { "8567 1234", "C0002" },
  { "8567-1234", "C0002" },
  { "431-85671234", "C0002" },
  { "+86 431 8567 1234", "C0002" },
  { "0431 85671234 转 8", "C0002" },
  { "12345678", "C0001" },
  { "8567 1235", "" },
  { "wang1234", "C0002" },
  { "０４３１", "C0002" },
  { "c00", "C0001 C0002 c0003" },
  { "C0003", "c0003" },
  { "d-1", "D-14" },
  { "d-14", "D-14" },
  { "wang 5678", "C0001" },
  { NULL },
};

static const Expectation no_sql[] = {
  { "\"' OR 1", "" },
  { "王' | '", "C0001 C0002" },
  { "wbq\" OR \"d", "" },
  { "%", "" },
  { "1%", "" },
  { "😀", "" },
  { "  ", "C0001 C0002 D-14 c0003" },
  { NULL },
};

static void
test_finds (Fixture *fixture, gconstpointer expectations)
{
  for (const Expectation *at = expectations; at->typed != NULL; at++)
    assert_found (fixture, at->typed, at->found);
}

static gpointer
rename_first (HfStoreSession *session, gpointer name, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C0001", error);
  if (customer == NULL)
    return NULL;
  g_free (customer->name);
  customer->name = g_strdup (name);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  run (fixture, HF_STORE_WRITE, rename_first, (gpointer) "吕布");
  assert_found (fixture, "wbq", "");
  assert_found (fixture, "lvbu", "C0001");
  assert_found (fixture, "lb", "C0001");
}

/* A search and a filter narrow each other, and a search alone goes by the order that is asked.
 */
static void
test_goes_with_filters (Fixture *fixture, gconstpointer data)
{
  HfCustomerFilter lost = { .search = (char *) "王", .status = (char *) "lost" };
  g_autofree char *nobody = run (fixture, HF_STORE_READ, list_codes, &lost);
  g_assert_cmpstr (nobody, ==, "");
  HfCustomerFilter active = { .search = (char *) "王",
                              .status = (char *) "active",
                              .order = HF_CUSTOMER_BY_CODE,
                              .descending = TRUE };
  g_autofree char *both = run (fixture, HF_STORE_READ, list_codes, &active);
  g_assert_cmpstr (both, ==, "C0002 C0001");
}

/* As a program of old left it, with tokens of its own. */
static void
spoil_keys (const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (place, &error);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_true (hf_db_begin (db, &error));
  g_assert_true (hf_db_exec_script (db,
                                    "UPDATE customer_search_key SET tokens = 'old'; "
                                    "UPDATE setting SET value = '1' WHERE name = 'search-key';",
                                    &error));
  g_assert_true (hf_db_commit (db, &error));
  hf_db_close (db);
}

static void
test_brings_old_keys_up_to_date (Fixture *fixture, gconstpointer data)
{
  if (g_str_equal (fixture->place, ":memory:"))
    {
      g_test_skip ("a database in memory is never old");
      return;
    }
  g_clear_object (&fixture->store);
  spoil_keys (fixture->place);
  open_store (fixture);
  assert_found (fixture, "wbq", "C0001");
  assert_found (fixture, "王", "C0001 C0002");
  assert_found (fixture, "old", "");
}

/* So many with one name that they are no longer sorted, and then no longer all found. */
static gpointer
save_many (HfStoreSession *session, gpointer count, GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (count); i++)
    {
      g_autofree char *code = g_strdup_printf ("Z%05d", 20000 - i);
      g_autofree char *phone = g_strdup_printf ("137000%05d", 20000 - i);
      Person person = { .code = code, .name = "赵一", .phone = phone };
      if (!save_person (session, &person, i == 7 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE,
                        error))
        return NULL;
    }
  return HF_STORE_DONE;
}

typedef struct
{
  HfCustomerFilter filter;
  guint first;
  gint64 count;
  char code[8]; /* of the customer at that place */
} Place;

static gpointer
read_place (HfStoreSession *session, gpointer data, GError **error)
{
  Place *place = data;
  g_autoptr (GPtrArray) found = hf_store_customers_list (session, &place->filter, place->first,
                                                         1, error);
  if (found == NULL
      || !hf_store_customers_count (session, &place->filter, &place->count, error))
    return NULL;
  g_strlcpy (place->code, found->len > 0 ? ((HfCustomer *) found->pdata[0])->code : "",
             sizeof place->code);
  return HF_STORE_DONE;
}

static void
assert_place (Fixture *fixture, const HfCustomerFilter *filter, guint first, gint64 count,
              const char *code)
{
  Place place = { .filter = *filter, .first = first };
  run (fixture, HF_STORE_READ, read_place, &place);
  g_assert_cmpint (place.count, ==, count);
  g_assert_cmpstr (place.code, ==, code);
}

static void
test_many_are_not_sorted (Fixture *fixture, gconstpointer data)
{
  run (fixture, HF_STORE_WRITE, save_many, GINT_TO_POINTER (1001));
  HfCustomerFilter many = { .search = (char *) "zhao", .order = HF_CUSTOMER_BY_CODE };
  assert_place (fixture, &many, 0, 1001, "Z20000");
  assert_place (fixture, &many, 999, 1001, "Z19001");
  assert_place (fixture, &many, 1001, 1001, "");
  HfCustomerFilter by_code = { .search = (char *) "Z1900", .order = HF_CUSTOMER_BY_CODE };
  assert_place (fixture, &by_code, 0, 10, "Z19000");
  HfCustomerFilter lost = { .search = (char *) "zhao", .status = (char *) "lost" };
  assert_place (fixture, &lost, 0, 1, "Z19993");
}

/* As their codes and their phones go on, page by page, each once; then those found by words. */
static void
test_many_come_as_found (Fixture *fixture, gconstpointer data)
{
  run (fixture, HF_STORE_WRITE, save_many, GINT_TO_POINTER (1102));
  HfCustomerFilter by_code = { .search = (char *) "z1" };
  assert_place (fixture, &by_code, 0, 1101, "Z18899");
  assert_place (fixture, &by_code, 1, 1101, "Z18900");
  assert_place (fixture, &by_code, 1100, 1101, "Z19999");
  assert_place (fixture, &by_code, 1101, 1101, "");
  HfCustomerFilter by_phone = { .search = (char *) "13" };
  assert_place (fixture, &by_phone, 0, 1104, "Z18899");
  assert_place (fixture, &by_phone, 1101, 1104, "Z20000");
  assert_place (fixture, &by_phone, 1102, 1104, "C0001");
  assert_place (fixture, &by_phone, 1103, 1104, "c0003");
  HfCustomerFilter lost = { .search = (char *) "13", .status = (char *) "lost" };
  assert_place (fixture, &lost, 0, 1, "Z19993");
}

static gpointer
save_records (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C0001", error);
  if (customer == NULL)
    return NULL;
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->number = g_strdup ("TS-77");
  complaint->customer_id = customer->id;
  complaint->customer_code = g_strdup ("C0001");
  complaint->received_at = hf_time_now ();
  complaint->words = g_strdup ("刹车有异响, 100% 不满");
  if (!hf_store_complaints_save (session, complaint, error))
    return NULL;
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->customer_id = customer->id;
  promise->complaint_id = complaint->id;
  promise->what = g_strdup ("Free check");
  promise->made_at = hf_time_now ();
  promise->due_at = promise->made_at + G_TIME_SPAN_DAY;
  return hf_store_promises_save (session, promise, error) ? HF_STORE_DONE : NULL;
}

/* Such as "customer C0001, complaint C0001". */
static gpointer
find_all (HfStoreSession *session, gpointer typed, GError **error)
{
  static const char *const kinds[] = { "customer", "complaint", "promise", "interview" };
  g_autoptr (GPtrArray) found = hf_store_find (session, typed, error);
  if (found == NULL)
    return NULL;
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const HfFinding *finding = found->pdata[i];
      g_string_append_printf (said, "%s%s %s", i > 0 ? ", " : "", kinds[finding->kind],
                              finding->code);
    }
  return g_string_free (said, FALSE);
}

static void
assert_finds_all (Fixture *fixture, const char *typed, const char *expected)
{
  g_autofree char *found = run (fixture, HF_STORE_READ, find_all, (gpointer) typed);
  g_test_message ("find %s", typed);
  g_assert_cmpstr (found, ==, expected);
}

static const Expectation everything[] = {
  { "wbq", "customer C0001, complaint C0001, promise C0001" },
  { "异响", "complaint C0001" },
  { "ts-77", "complaint C0001" },
  { "100%", "complaint C0001" },
  { "1_0", "" },
  { "free CHECK", "promise C0001" },
  { "dxx", "customer c0003" },
  { "qqq", "" },
  { " ", "" },
  { NULL },
};

/* The likeliest first: the code, the name, the name from its beginning, and then the rest. */
static const Expectation likeliest[] = {
  { "w", "customer C0002, customer C0001" },
  { "王炳泉", "customer C0001" },
  { "C0002", "customer C0002" },
  { "5678", "customer c0003, customer C0001" },
  { "x", "customer c0003, customer C0002" },
  { NULL },
};

static void
test_finds_all (Fixture *fixture, gconstpointer expectations)
{
  for (const Expectation *at = expectations; at->typed != NULL; at++)
    assert_finds_all (fixture, at->typed, at->found);
}

static void
test_finds_records (Fixture *fixture, gconstpointer expectations)
{
  run (fixture, HF_STORE_WRITE, save_records, NULL);
  test_finds_all (fixture, expectations);
}

static gpointer
find_recent (HfStoreSession *session, gpointer opened, GError **error)
{
  const gint64 *ids = opened;
  g_autoptr (GPtrArray) found = hf_store_find_recent (session, ids, 2, error);
  if (found == NULL)
    return NULL;
  g_assert_cmpuint (found->len, ==, 1);
  return g_strdup (((HfFinding *) found->pdata[0])->code);
}

static gpointer
get_id (HfStoreSession *session, gpointer code, GError **error)
{
  gint64 *id = g_new0 (gint64, 1);
  g_assert_true (hf_store_customers_find_id (session, code, id, error));
  return id;
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autofree gint64 *id = run (fixture, HF_STORE_READ, get_id, (gpointer) "C0002");
  gint64 opened[] = { *id, 7 };
  g_autofree char *code = run (fixture, HF_STORE_READ, find_recent, opened);
  g_assert_cmpstr (code, ==, "C0002");
}

#define ADD(path, data, func)                                                                  \
  g_test_add ("/search/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("finds", words, test_finds);
  ADD ("finds-numbers", numbers, test_finds);
  ADD ("no-sql", no_sql, test_finds);
  ADD ("changes", NULL, test_follows_changes);
  ADD ("filters", NULL, test_goes_with_filters);
  ADD ("old-keys", NULL, test_brings_old_keys_up_to_date);
  ADD ("everything", everything, test_finds_records);
  ADD ("likeliest", likeliest, test_finds_all);
  ADD ("recent", NULL, test_recent);
  ADD ("many", NULL, test_many_are_not_sorted);
  ADD ("many-as-found", NULL, test_many_come_as_found);
  return g_test_run ();
}
