#include "config.h"

#include <string.h>

#include "hf-field.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-imports.h"
#include "hf-store-manager-history.h"
#include "hf-store-session-private.h"
#include "hf-store-tags.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"
#include "hf-time.h"

#define DAY (24 * G_TIME_SPAN_HOUR)

static HfCustomer *
add_customer (HfStoreSession *session, const char *code, const char *manager)
{
  HfCustomer *customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->account_manager = g_strdup (manager);
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  return customer;
}

static char *
describe_history (HfStoreSession *session, gint64 customer_id)
{
  g_autoptr (GPtrArray) periods = hf_store_managers_list (session, customer_id, NULL);
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, customer_id, NULL);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < periods->len; i++)
    {
      const HfManagerPeriod *period = periods->pdata[i];
      g_string_append_printf (words, "%s %s..%s, ", period->account_manager,
                              period->from_on != NULL ? period->from_on : "",
                              period->to_on != NULL ? period->to_on : "");
    }
  g_string_append (words, customer->account_manager != NULL ? customer->account_manager : "-");
  return g_string_free (words, FALSE);
}

static void
assert_history (HfStoreSession *session, const HfCustomer *customer, const char *expected)
{
  g_autofree char *words = describe_history (session, customer->id);
  g_assert_cmpstr (words, ==, expected);
}

static HfManagerPeriod *
make_period (const char *manager, const char *from_on, const char *to_on)
{
  HfManagerPeriod *period = hf_manager_period_new ();
  period->account_manager = g_strdup (manager);
  period->from_on = g_strdup (from_on);
  period->to_on = g_strdup (to_on);
  return period;
}

static gpointer
correct_history (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session, "C1", NULL);
  g_autoptr (HfManagerPeriod) zhang = make_period ("老张", "2024-01-01", NULL);
  g_autoptr (HfManagerPeriod) li = make_period ("小李", NULL, "2024-01-01");
  g_autoptr (HfManagerPeriod) overlap = make_period ("小王", "2023-01-01", "2023-02-01");
  g_autoptr (GError) refused = NULL;
  assert_history (session, customer, "-");
  g_assert_true (hf_store_managers_replace (session, customer->id, NULL, zhang, error));
  assert_history (session, customer, "老张 2024-01-01.., 老张");
  g_assert_true (hf_store_managers_replace (session, customer->id, NULL, li, error));
  assert_history (session, customer, "小李 ..2024-01-01, 老张 2024-01-01.., 老张");
  g_assert_false (hf_store_managers_replace (session, customer->id, NULL, overlap, &refused));
  g_assert_error (refused, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  g_clear_error (&refused);

  g_autoptr (HfManagerPeriod) ended = hf_manager_period_copy (zhang);
  hf_text_set (&ended->to_on, "2024-03-01");
  g_assert_true (hf_store_managers_replace (session, customer->id, zhang, ended, error));
  assert_history (session, customer, "小李 ..2024-01-01, 老张 2024-01-01..2024-03-01, -");
  /* It is not what was read any more. */
  g_assert_false (hf_store_managers_replace (session, customer->id, zhang, NULL, &refused));
  g_assert_error (refused, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);

  g_assert_true (hf_store_managers_replace (session, customer->id, ended, NULL, error));
  assert_history (session, customer, "小李 ..2024-01-01, -");
  g_assert_true (hf_store_managers_replace (session, customer->id, NULL, ended, error));
  g_assert_true (hf_store_managers_replace (session, customer->id, ended, zhang, error));
  assert_history (session, customer, "小李 ..2024-01-01, 老张 2024-01-01.., 老张");
  return HF_STORE_DONE;
}

static void
test_history_is_corrected (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, correct_history, NULL);
}

static void
change_manager (HfStoreSession *session, const HfCustomer *before, const char *manager)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, before->id, NULL);
  hf_text_set (&customer->account_manager, manager);
  g_assert_true (hf_store_customers_update (session, before, customer, NULL));
}

/* Two rows of a file may be about one customer, and name two account managers. */
static gpointer
import_history (HfStoreSession *session, gpointer unused, GError **error)
{
  const HfImportCount count = { 0 };
  session->now = hf_time_start_of_day ("2024-05-06");
  g_assert_true (hf_store_imports_begin (session, "customers", "customers.csv", error));
  g_autoptr (HfCustomer) kept = add_customer (session, "C1", "老张");
  g_autoptr (HfCustomer) nobody = add_customer (session, "C2", NULL);
  g_autoptr (HfCustomer) moved = add_customer (session, "C3", "老张");
  g_autoptr (HfCustomer) given = add_customer (session, "C4", NULL);
  change_manager (session, moved, "小李");
  change_manager (session, given, "小李");
  g_assert_true (hf_store_imports_end (session, &count, NULL, error));
  assert_history (session, kept, "老张 .., 老张");
  assert_history (session, nobody, "-");
  assert_history (session, moved, "老张 ..2024-05-06, 小李 2024-05-06.., 小李");
  assert_history (session, given, "小李 .., 小李");
  return HF_STORE_DONE;
}

static void
test_histories_are_imported (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, import_history, NULL);
}

static gpointer
follow (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) first = add_customer (session, "C1", "老张");
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, first->id, error);
  hf_text_set (&customer->account_manager, "小李");
  hf_text_set (&customer->account_manager_on, "2024-05-06");
  g_assert_true (hf_store_customers_save (session, customer, error));
  assert_history (session, customer, "老张 ..2024-05-06, 小李 2024-05-06.., 小李");

  return HF_STORE_DONE;
}

/* Before the one so far has begun, or on a day to come. */
static gpointer
follow_too_early (HfStoreSession *session, gpointer day, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C1", error);
  hf_text_set (&customer->account_manager, "小王");
  hf_text_set (&customer->account_manager_on, day);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static gpointer
follow_today (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, "C1", error);
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  g_autofree char *expected = g_strdup_printf (
      "老张 ..2024-05-06, 小李 2024-05-06..%s, 小王 %s.., 小王", today, today);
  hf_text_set (&customer->account_manager, "小王");
  g_assert_true (hf_store_customers_save (session, customer, error));
  assert_history (session, customer, expected);
  return HF_STORE_DONE;
}

static void
test_another_manager_follows_on_a_day (HfTestStore *fixture, gconstpointer data)
{
  static const char *const days[] = { "2024-05-05", "2099-01-01" };
  hf_test_store_run (fixture, HF_STORE_WRITE, follow, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, follow_too_early,
                                   (gpointer) days[i], NULL, &error));
      g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
    }
  hf_test_store_run (fixture, HF_STORE_WRITE, follow_today, NULL);
}

static void
execute (HfStoreSession *session, const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  va_list list;
  va_start (list, format);
  g_autofree char *sql = g_strdup_vprintf (format, list);
  va_end (list);
  hf_db_execute (session->db, sql, HF_DB_NO_VALUES, NULL, &error);
  g_assert_no_error (error);
}

/* Several things at a moment, at midnight and on one day, so that pages end between them. */
static void
add_records (HfStoreSession *session, gint64 customer_id, int number)
{
#define L G_GINT64_FORMAT
  gint64 at = hf_time_start_of_day ("2025-01-01") + number / 3 * (DAY / 2);
  g_autofree char *day = hf_time_format_date (at);
  int id = 100 + number;
  execute (session,
           "INSERT INTO complaint (id, number, customer_id, received_at, received_on, channel, "
           "category, severity, status) VALUES (%d, 'T%d', %" L ", %" L ", '%s', 'phone', "
           "'service', 'minor', 'new')",
           id, id, customer_id, at, day);
  execute (session,
           "INSERT INTO promise (id, customer_id, what, term, state, made_at, made_on, due_at, "
           "judged_at) VALUES (%d, %" L ", 'call', 'day', 'open', %" L ", '%s', 2, 2)",
           id, customer_id, at, day);
  execute (session,
           "INSERT INTO consent (id, customer_id, purpose, given, channel, decided_on, at) "
           "VALUES (%d, %" L ", 'call', 1, 'phone', '%s', %" L ")",
           id, customer_id, day, at);
  execute (session,
           "INSERT INTO satisfaction_score (id, customer_id, scored_on, score, question) "
           "VALUES (%d, %" L ", '%s', 4000, '')",
           id, customer_id, day);
  execute (session,
           "INSERT INTO account_manager_period (id, customer_id, staff_id, from_on, to_on) "
           "SELECT %d, %" L ", min (id), '%s', '%s' FROM staff",
           id, customer_id, day, day);
  execute (session,
           "INSERT INTO change_log (id, at, entity, entity_id, action, field, after) "
           "VALUES (%d, %" L ", 'customer', %" L ", 'update', 'phone', '%d')",
           id, at, customer_id, id);
#undef L
}

static char *
describe_entry (const HfTimelineEntry *entry)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT, entry->at, entry->kind,
                          entry->record_id);
}

static GPtrArray *
read_all (HfStoreSession *session, gint64 customer_id, int kind, guint count)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HfTimelineEntry) last = NULL;
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = hf_store_timeline_list (session, customer_id, kind, last,
                                                           count, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->len, <=, count);
      for (guint i = 0; i < page->len; i++)
        g_ptr_array_add (all, describe_entry (page->pdata[i]));
      if (page->len < count)
        return all;
      g_set_object (&last, page->pdata[page->len - 1]);
    }
}

static gpointer
page_through (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session, "C1", "老张");
  g_autoptr (HfCustomer) other = add_customer (session, "C2", NULL);
  for (int i = 0; i < 20; i++)
    add_records (session, customer->id, i);
  add_records (session, other->id, 20);
  for (int kind = HF_TIMELINE_ALL; hf_timeline_kinds[MAX (kind, 0)].name != NULL; kind++)
    {
      g_autoptr (GPtrArray) whole = read_all (session, customer->id, kind, 1000);
      if (kind == HF_TIMELINE_ALL)
        g_assert_cmpuint (whole->len, ==, 20 * 6);
      if (kind == HF_TIMELINE_SCORE || kind == HF_TIMELINE_COMPLAINT)
        g_assert_cmpuint (whole->len, ==, 20);
      for (guint count = 1; count < 12; count += 5)
        {
          g_autoptr (GPtrArray) pages = read_all (session, customer->id, kind, count);
          g_assert_cmpuint (pages->len, ==, whole->len);
          for (guint i = 0; i < whole->len; i++)
            g_assert_cmpstr (pages->pdata[i], ==, whole->pdata[i]);
        }
    }
  return HF_STORE_DONE;
}

static void
test_pages_are_the_whole (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, page_through, NULL);
}

/* More than a list of anything may read. */
#define MANY 10500

static void
add_many (HfStoreSession *session, gint64 customer_id)
{
#define NUMBERS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
  execute (session,
           "INSERT INTO complaint (id, number, customer_id, received_at, received_on, channel, "
           "category, severity, status) " NUMBERS "SELECT i, 'T' || i, %" G_GINT64_FORMAT
           ", i, '2025-01-01', 'phone', 'service', 'minor', 'new' FROM n",
           MANY, customer_id);
  execute (session, "INSERT INTO guide (id, code, version, kind, xml, created_at) "
                    "VALUES (1, 'g', 1, 'lost', '', 1)");
  execute (session,
           "INSERT INTO interview (id, customer_id, kind, guide_id, language, state, "
           "started_at, started_on) VALUES (1, %" G_GINT64_FORMAT
           ", 'lost', 1, 'en', 'complete', 1, '2025-01-01')",
           customer_id);
  execute (session,
           "INSERT INTO answer (id, interview_id, question, value, state, channel, at) " NUMBERS
           "SELECT i, 1, 'needs', 'x', 'current', 'phone', i FROM n",
           MANY);
#undef NUMBERS
}

static void
count_messages (const char *domain, GLogLevelFlags level, const char *message, gpointer n)
{
  (*(int *) n)++;
}

static gpointer
read_beside_many (HfStoreSession *session, gpointer unused, GError **error)
{
  int n_messages = 0;
  g_autoptr (HfCustomer) customer = add_customer (session, "C1", "老张");
  g_autoptr (HfCustomer) other = add_customer (session, "C2", NULL);
  add_many (session, other->id);
  add_records (session, customer->id, MANY + 1);
  guint handler = g_log_set_handler ("hf-db", G_LOG_LEVEL_MESSAGE, count_messages, &n_messages);
  g_autoptr (GPtrArray) entries = read_all (session, customer->id, HF_TIMELINE_ALL, 100);
  g_log_remove_handler ("hf-db", handler);
  g_assert_cmpuint (entries->len, ==, 6);
  g_assert_cmpint (n_messages, ==, 0);
  return HF_STORE_DONE;
}

/* Of what happened with others, nothing is read. */
static void
test_others_are_not_read (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, read_beside_many, NULL);
}

static guint
count_kind (HfStoreSession *session, gint64 customer_id, int kind)
{
  g_autoptr (GPtrArray) entries = read_all (session, customer_id, kind, 100);
  return entries->len;
}

static gpointer
tell_once (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session, "C1", "老张");
  customer->do_not_call = TRUE;
  hf_text_set (&customer->do_not_call_reason, "太吵");
  hf_text_set (&customer->account_manager, "小李");
  g_assert_true (hf_store_customers_save (session, customer, error));
  g_autoptr (GPtrArray) refusals = hf_store_timeline_list (session, customer->id,
                                                           HF_TIMELINE_REFUSAL, NULL, 9, error);
  g_assert_cmpuint (refusals->len, ==, 1);
  const HfTimelineEntry *refusal = refusals->pdata[0];
  g_assert_cmpstr (refusal->state, ==, "1");
  g_assert_cmpstr (refusal->words, ==, "太吵");
  g_assert_cmpuint (count_kind (session, customer->id, HF_TIMELINE_MANAGER), ==, 1);
  g_assert_cmpuint (count_kind (session, customer->id, HF_TIMELINE_CHANGE), ==, 0);
  g_assert_cmpuint (count_kind (session, customer->id, HF_TIMELINE_ALL), ==, 2);
  return HF_STORE_DONE;
}

static void
test_each_thing_is_told_once (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, tell_once, NULL);
}

static void
assert_completed (HfStoreSession *session, const char *typed, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = hf_store_tags_complete (session, typed, 3, &error);
  g_assert_no_error (error);
  g_ptr_array_add (tags, NULL);
  g_autofree char *words = g_strjoinv ("|", (char **) tags->pdata);
  g_assert_cmpstr (words, ==, expected);
}

static gpointer
complete_tags (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const tags[] = { "VIP",    "VIP,老客户", "车队, vip2", NULL,
                                      "网约车", "VIP",        "zz1,zz2" };
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%" G_GSIZE_FORMAT, i);
      customer->tags = g_strdup (tags[i]);
      g_assert_true (hf_store_customers_save (session, customer, error));
    }
  /* More than are looked at from the beginning. */
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("D%u", i);
      customer->tags = g_strdup_printf ("%04u", i);
      g_assert_true (hf_store_customers_save (session, customer, error));
    }
  assert_completed (session, "zz", "zz1|zz2");
  assert_completed (session, "059", "0590|0591|0592");
  assert_completed (session, "001", "0010|0011|0012");
  assert_completed (session, "nothing", "");
  return HF_STORE_DONE;
}

static gpointer
complete_few_tags (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const tags[] = { "VIP", "VIP,老客户", "车队, vip2", NULL, "网约车" };
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%" G_GSIZE_FORMAT, i);
      customer->tags = g_strdup (tags[i]);
      g_assert_true (hf_store_customers_save (session, customer, error));
    }
  assert_completed (session, "vip", "VIP|vip2");
  assert_completed (session, "车", "车队|网约车");
  assert_completed (session, "客", "老客户");
  g_autoptr (GPtrArray) all = hf_store_tags_list (session, error);
  g_assert_cmpuint (all->len, ==, 5);
  return HF_STORE_DONE;
}

static void
test_tags_are_completed (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, complete_few_tags, NULL);
}

static void
test_tags_are_completed_among_many (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, complete_tags, NULL);
}

#define ADD(name, func)                                                                        \
  g_test_add ("/customer-history/" name, HfTestStore, NULL, hf_test_store_set_up, func,        \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("managers", test_history_is_corrected);
  ADD ("import", test_histories_are_imported);
  ADD ("follow", test_another_manager_follows_on_a_day);
  ADD ("pages", test_pages_are_the_whole);
  ADD ("many", test_others_are_not_read);
  ADD ("once", test_each_thing_is_told_once);
  ADD ("tags", test_tags_are_completed);
  ADD ("many-tags", test_tags_are_completed_among_many);
  return g_test_run ();
}
