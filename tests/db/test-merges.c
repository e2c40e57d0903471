#include "config.h"

#include "hf-merge-choices.h"
#include "hf-store-attempts.h"
#include "hf-store-customers.h"
#include "hf-store-merges.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-session-private.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"

/* Every table that a merge touches, with all of its columns, of which the first ones are its
 * key. */
static const struct
{
  const char *table;
  const char *columns;
} tables[] = {
  { "customer",
    "id, code, name, phone, phone_digits, email, company, address, branch_id, "
    "account_manager_id, time_zone, language, tags, status, joined_on, lost_on, annual_value, "
    "need, "
    "do_not_call, do_not_call_on, do_not_call_reason, do_not_call_by_id, note, sort_name, "
    "import_id, created_at, revision" },
  { "customer_search_key", "customer_id, tokens" },
  { "customer_alias", "id, code, customer_id" },
  { "account_manager_period", "id, customer_id, staff_id, from_on, to_on, import_id" },
  { "satisfaction_score",
    "id, customer_id, scored_on, score, scale, question, place, words, import_id" },
  { "purchase", "customer_id, month, amount, need, import_id" },
  { "complaint",
    "id, number, customer_id, customer_code, customer_name, phone, received_at, received_on, "
    "channel, category, severity, words, wish, branch_id, product, status, taken_by_id, "
    "handler_id, word_of_mouth_risk, term, clock, respond_by, next_word_by, word_every, "
    "due_at, acknowledged_at, "
    "responded_at, closed_at, expected, satisfaction, solved_where, solved_how, risk_left, "
    "cost, "
    "import_id, revision" },
  { "call_task",
    "id, customer_id, kind, state, campaign_id, staff_id, class, zone, priority, due_at, "
    "appointment_at, appointment_staff_id, attempts, parts, why, last_outcome, "
    "last_attempt_at, complaint_id, cause_id, round, import_id, created_at, "
    "revision" },
  { "interview",
    "id, customer_id, guide_id, task_id, staff_id, kind, state, language, position, outcome, "
    "note, started_at, started_on, ended_at, seconds, revision" },
  { "call_attempt",
    "id, task_id, customer_id, interview_id, staff_id, kind, outcome, reached, note, "
    "started_at, started_on, ended_at" },
  { "verbatim", "id, customer_id, interview_id, complaint_id, question, words, at" },
  { "coded_reason",
    "id, customer_id, interview_id, verbatim_id, code, rank, basis, quote, quote_start, "
    "coder_id, at, learnt_on, import_id, revision" },
  { "promise",
    "id, customer_id, complaint_id, interview_id, attempt_id, what, term, clock, state, "
    "made_at, "
    "made_on, due_at, judged_at, done_at, made_by_id, keeper_id, ended_by_id, note, revision" },
  { "custom_value", "customer_id, field_id, value, import_id" },
  { "consent",
    "id, customer_id, purpose, given, channel, wording, decided_on, note, interview_id, "
    "staff_id, at" },
};

static void execute (HfStoreSession *session, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
execute (HfStoreSession *session, const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  va_list args;
  va_start (args, format);
  g_autofree char *sql = g_strdup_vprintf (format, args);
  va_end (args);
  hf_db_execute (session->db, sql, HF_DB_NO_VALUES, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

static GPtrArray *
select_texts (HfStoreSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = hf_store_session_list (session, sql, HF_DB_NO_VALUES, text_of_row, g_free,
                                            &error);
  g_assert_no_error (error);
  return texts;
}

static void
dump_table (HfStoreSession *session, const char *table, const char *columns, GString *dump)
{
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);
  g_autoptr (GString) sql = g_string_new ("SELECT ''");
  for (gsize i = 0; names[i] != NULL; i++)
    g_string_append_printf (sql, " || '|' || coalesce (CAST (%s AS TEXT), '-')", names[i]);
  g_string_append_printf (sql, " FROM %s ORDER BY %s, %s", table, names[0], names[1]);
  g_autoptr (GPtrArray) rows = select_texts (session, sql->str);
  g_string_append_printf (dump, "== %s\n", table);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (dump, "%s\n", (char *) g_ptr_array_index (rows, i));
}

static gpointer
dump_all (HfStoreSession *session, gpointer input, GError **error)
{
  GString *dump = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (session, tables[i].table, tables[i].columns, dump);
  return g_string_free (dump, FALSE);
}

static gpointer
check_columns (HfStoreSession *session, gpointer input, GError **error)
{
  gboolean sqlite = g_str_equal (hf_db_get_engine (session->db), "sqlite");
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) listed = g_strsplit (tables[i].columns, ", ", -1);
      g_autofree char *sql = g_strdup_printf (
          sqlite ? "SELECT name FROM pragma_table_info ('%s')"
                 : "SELECT column_name FROM information_schema.columns WHERE table_name = '%s' "
                   "AND table_schema = current_schema () AND is_generated = 'NEVER'",
          tables[i].table);
      g_autoptr (GPtrArray) names = select_texts (session, sql);
      g_assert_cmpuint (names->len, ==, g_strv_length (listed));
      for (guint j = 0; j < names->len; j++)
        g_assert_true (
            g_strv_contains ((const char *const *) listed, g_ptr_array_index (names, j)));
    }
  return HF_STORE_DONE;
}

/* A column that is new must be kept by a merge as well. */
static void
test_every_column_is_known (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_READ, check_columns, NULL);
}

#define N_CUSTOMERS 8
#define CUSTOMER_ID(i) (1000 + (i))

static const char *
any (const char *const *texts, guint n_texts)
{
  return texts[g_test_rand_int_range (0, n_texts)];
}
#define ANY(...)                                                                               \
  any ((const char *const[]){ __VA_ARGS__ },                                                   \
       G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

static void
add_random_customer (HfStoreSession *session, int number)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GError) error = NULL;
  customer->code = g_strdup_printf ("C%03d", number);
  customer->name = g_strdup (ANY ("王炳泉", "李长春", "单于", NULL));
  customer->phone = g_strdup (ANY ("13812345678", "0431-8123 4567", NULL));
  customer->email = g_strdup (ANY ("a@b.cn", NULL));
  customer->company = g_strdup (ANY ("长春一汽", NULL));
  customer->branch = g_strdup (ANY ("一店", "二店", NULL));
  customer->account_manager = g_strdup (ANY ("老张", "小李", NULL));
  customer->tags = g_strdup (ANY ("VIP", "VIP, 老客户", NULL));
  customer->note = g_strdup (ANY ("一", "二", NULL));
  customer->status = g_test_rand_int_range (0, 4);
  customer->joined_on = g_strdup (ANY ("2020-01-02", "2021-03-04", NULL));
  if (customer->status >= HF_CUSTOMER_LOST)
    customer->lost_on = g_strdup (ANY ("2024-05-06", NULL));
  if (g_test_rand_bit ())
    customer->annual_value = g_test_rand_int_range (0, 100000);
  customer->do_not_call = g_test_rand_int_range (0, 4) == 0;
  if (customer->do_not_call)
    {
      customer->do_not_call_on = g_strdup (ANY ("2024-05-06", "2025-06-07", NULL));
      customer->do_not_call_reason = g_strdup (ANY ("一", "二", NULL));
    }
  g_assert_true (hf_store_customers_save (session, customer, &error));
  g_assert_no_error (error);
}

static gint64
random_customer (HfStoreSession *session)
{
  g_autoptr (GPtrArray) ids = select_texts (session, "SELECT CAST (id AS TEXT) FROM customer");
  return g_ascii_strtoll (g_ptr_array_index (ids, g_test_rand_int_range (0, (gint32) ids->len)),
                          NULL, 10);
}

/* One of each kind, for customers by chance. */
static void
add_random_records (HfStoreSession *session, int id)
{
#define WHO random_customer (session)
#define L G_GINT64_FORMAT
  execute (session,
           "INSERT INTO complaint (id, number, customer_id, received_at, received_on, channel, "
           "category, severity, status) VALUES (%d, 'T%d', %" L ", %d, '2025-01-01', 'phone', "
           "'service', 'minor', '%s')",
           id, id, WHO, id, ANY ("new", "closed"));
  execute (session,
           "INSERT INTO call_task (id, customer_id, kind, state, created_at) "
           "VALUES (%d, %" L ", '%s', '%s', 1)",
           id, WHO, ANY ("lost", "thanks"), ANY ("waiting", "waiting", "done"));
  execute (session,
           "INSERT INTO interview (id, customer_id, guide_id, kind, state, started_at, "
           "started_on) VALUES (%d, %" L ", 1, 'lost', 'completed', %d, '2025-01-01')",
           id, WHO, id);
  execute (session,
           "INSERT INTO call_attempt (id, customer_id, kind, outcome, reached, started_at, "
           "started_on, ended_at) VALUES (%d, %" L ", 'lost', 'busy', 0, %d, '2025-01-01', %d)",
           id, WHO, id, id);
  execute (session,
           "INSERT INTO verbatim (id, customer_id, words, at) VALUES (%d, %" L ", 'w', 1)", id,
           WHO);
  execute (session,
           "INSERT INTO promise (id, customer_id, what, term, state, made_at, made_on, due_at, "
           "judged_at) VALUES (%d, %" L ", 'call', 'day', 'open', 1, '2025-01-01', 2, 2)",
           id, WHO);
  execute (session,
           "INSERT INTO consent (id, customer_id, purpose, given, channel, decided_on, at) "
           "VALUES (%d, %" L ", 'call', %d, 'phone', '2025-01-01', %d)",
           id, WHO, g_test_rand_int_range (0, 2), id);
  execute (session,
           "INSERT INTO custom_value (customer_id, field_id, value, import_id) "
           "VALUES (%" L ", %d, '%d', %s) ON CONFLICT DO NOTHING",
           WHO, g_test_rand_int_range (1, 3), id, ANY ("NULL", "7"));
  execute (session,
           "INSERT INTO purchase (customer_id, month, amount, need) VALUES (%" L
           ", '2025-%02d', "
           "%d, %s) ON CONFLICT DO NOTHING",
           WHO, g_test_rand_int_range (1, 5), g_test_rand_int_range (0, 9000),
           ANY ("NULL", "5000", "7000"));
  execute (session,
           "INSERT INTO satisfaction_score (id, customer_id, scored_on, score, question) "
           "VALUES (%d, %" L ", '2025-01-01', 4000, '')",
           id, WHO);
  execute (session,
           "INSERT INTO coded_reason (id, customer_id, code, rank, basis, at, learnt_on) "
           "SELECT %d, c.id, 'price', CASE WHEN EXISTS (SELECT 1 FROM coded_reason r WHERE "
           "r.customer_id = c.id) THEN 'contributing' ELSE 'primary' END, 'inferred', 1, "
           "'2025-01-01' FROM customer c WHERE c.id = %" L,
           id, WHO);
#undef WHO
#undef L
}

static gpointer
make_company (HfStoreSession *session, gpointer input, GError **error)
{
  execute (session, "INSERT INTO code (id, position) VALUES ('price', 1) "
                    "ON CONFLICT DO NOTHING");
  execute (session, "INSERT INTO guide (id, code, version, kind, xml, created_at) "
                    "VALUES (1, 'lost', 900, 'lost', '<guide/>', 1) ON CONFLICT DO NOTHING");
  for (int i = 1; i < 3; i++)
    execute (session, "INSERT INTO custom_field (id, kind, position) VALUES (%d, 'text', %d)",
             i, i);
  for (int i = 0; i < N_CUSTOMERS; i++)
    add_random_customer (session, i);
  for (int i = 0; i < 3 * N_CUSTOMERS; i++)
    add_random_records (session, i + 1);
  return HF_STORE_DONE;
}

typedef struct
{
  char *kept;
  char *gone;
  HfMergeChoices choices;
  gboolean guess;
  gint64 id;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;
  g_free (pair->kept);
  g_free (pair->gone);
  hf_merge_choices_clear (&pair->choices);
  g_free (pair);
}

static gpointer
merge_pair (HfStoreSession *session, gpointer input, GError **error)
{
  Pair *pair = input;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, pair->kept, error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, pair->gone, error);
  g_assert_nonnull (kept);
  g_assert_nonnull (gone);
  if (pair->guess)
    hf_merge_choices_clear (&pair->choices);
  if (pair->guess)
    hf_merge_choices_guess (&pair->choices, kept, gone);
  return hf_store_customers_merge (session, kept, gone, &pair->choices, &pair->id, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
unmerge (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_customers_unmerge (session, *(gint64 *) input, HF_UNMERGE_NO_LATER_WORK,
                                     error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
list_codes (HfStoreSession *session, gpointer input, GError **error)
{
  return select_texts (session, "SELECT code FROM customer ORDER BY code");
}

/* Any choice there is, but for days of loss before the day of joining. */
static Pair *
random_pair (GPtrArray *codes)
{
  Pair *pair = g_new0 (Pair, 1);
  guint first = g_test_rand_int_range (0, (gint32) codes->len);
  guint second = (first + g_test_rand_int_range (1, (gint32) codes->len)) % codes->len;
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  pair->kept = g_strdup (g_ptr_array_index (codes, first));
  pair->gone = g_strdup (g_ptr_array_index (codes, second));
  pair->guess = g_test_rand_int_range (0, 3) == 0;
  pair->choices.sum_purchases = g_test_rand_bit ();
  for (gsize i = 0; i < n_fields; i++)
    if (hf_merge_choices_concern (&fields[i]))
      pair->choices.sides[i] = hf_merge_choices_allow_both (&fields[i])
                                   ? g_test_rand_int_range (0, 3)
                                   : g_test_rand_int_range (0, 2);
  for (gint64 field = 1; field < 3; field++)
    if (g_test_rand_bit ())
      hf_merge_choices_set_custom (&pair->choices, field, g_test_rand_int_range (0, 2));
  return pair;
}

static void
test_unmerge_gives_all_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (pair_free);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  hf_test_store_run (fixture, HF_STORE_WRITE, make_company, NULL);
  for (int round = 0; round < 12; round++)
    {
      while (pairs->len < 5)
        {
          g_autoptr (GPtrArray) codes = hf_test_store_run (fixture, HF_STORE_READ, list_codes,
                                                           NULL);
          Pair *pair = random_pair (codes);
          g_ptr_array_add (pairs, pair);
          g_ptr_array_add (dumps, hf_test_store_run (fixture, HF_STORE_READ, dump_all, NULL));
          hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, pair);
          if (g_test_rand_int_range (0, 4) == 0)
            break;
        }
      for (guint left = round < 11 ? g_test_rand_int_range (0, 4) : 0; pairs->len > left;)
        {
          Pair *last = g_ptr_array_index (pairs, pairs->len - 1);
          hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &last->id);
          g_autofree char *now = hf_test_store_run (fixture, HF_STORE_READ, dump_all, NULL);
          g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, dumps->len - 1));
          g_ptr_array_set_size (pairs, pairs->len - 1);
          g_ptr_array_set_size (dumps, dumps->len - 1);
        }
    }
}

static gpointer
make_two (HfStoreSession *session, gpointer input, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      customer->name = g_strdup (i == 0 ? "王女士" : "王小姐");
      customer->phone = g_strdup (i == 0 ? NULL : "13812345678");
      customer->note = g_strdup (i == 0 ? "一" : "二");
      customer->do_not_call = i == 1;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      g_autoptr (HfPurchase) purchase = hf_purchase_new ();
      gint64 task;
      purchase->customer_id = customer->id;
      purchase->customer_code = g_strdup (customer->code);
      purchase->month = g_strdup ("2025-06");
      purchase->amount = 1000 * (i + 1);
      purchase->need = 4000 - 1000 * i;
      if (!hf_store_purchases_save (session, purchase, error)
          || !hf_store_queue_add (session, customer->id, 0, 0, NULL, &task, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
find (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_customers_find (session, code, error);
}

static gpointer
search (HfStoreSession *session, gpointer words, GError **error)
{
  HfCustomerFilter filter = { .search = words };
  return hf_store_customers_list (session, &filter, 0, 10, error);
}

static void
test_one_is_found_by_both_codes (HfTestStore *fixture, gconstpointer data)
{
  Pair pair = { .kept = (char *) "C0", .gone = (char *) "C1", .guess = TRUE };
  hf_test_store_run (fixture, HF_STORE_WRITE, make_two, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, &pair);

  g_autoptr (HfCustomer) one = hf_test_store_run (fixture, HF_STORE_READ, find,
                                                  (gpointer) "C1");
  g_assert_cmpstr (one->code, ==, "C0");
  g_assert_cmpstr (one->name, ==, "王女士");
  g_assert_cmpstr (one->phone, ==, "13812345678");
  g_assert_cmpstr (one->note, ==, "一\n二");
  g_assert_true (one->do_not_call);
  g_autoptr (GPtrArray) found = hf_test_store_run (fixture, HF_STORE_READ, search,
                                                   (gpointer) "c1");
  g_assert_cmpuint (found->len, ==, 1);

  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &pair.id);
  g_autoptr (GPtrArray) other = hf_test_store_run (fixture, HF_STORE_READ, search,
                                                   (gpointer) "c1");
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpstr (((HfCustomer *) other->pdata[0])->code, ==, "C1");
}

static gpointer
purchases_of (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  return hf_store_purchases_list (session, customer->id, error);
}

static void
test_purchases_are_added_or_not (HfTestStore *fixture, gconstpointer data)
{
  Pair pair = { .kept = (char *) "C0", .gone = (char *) "C1" };
  hf_test_store_run (fixture, HF_STORE_WRITE, make_two, NULL);
  for (int sum = 0; sum < 2; sum++)
    {
      pair.choices.sum_purchases = sum;
      hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, &pair);
      g_autoptr (GPtrArray) purchases = hf_test_store_run (fixture, HF_STORE_READ, purchases_of,
                                                           (gpointer) "C0");
      const HfPurchase *june = g_ptr_array_index (purchases, 0);
      g_assert_cmpuint (purchases->len, ==, 1);
      g_assert_cmpint (june->amount, ==, sum ? 3000 : 1000);
      g_assert_cmpint (june->need, ==, 4000);
      hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &pair.id);
    }
}

static gpointer
add_call (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = customer->id;
  attempt->outcome = g_strdup ("busy");
  attempt->started_at = attempt->ended_at = 1700000000000000;
  return hf_store_attempts_add (session, attempt, 0, 0, error) ? HF_STORE_DONE : NULL;
}

static gpointer
rename_customer (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  hf_text_set (&customer->name, "王太太");
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
test_later_work_is_listed (HfTestStore *fixture, gconstpointer data)
{
  Pair pair = { .kept = (char *) "C0", .gone = (char *) "C1", .guess = TRUE };
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, make_two, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, &pair);
  hf_test_store_run (fixture, HF_STORE_WRITE, add_call, (gpointer) "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, rename_customer, (gpointer) "C0");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, unmerge, &pair.id, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_LATER_WORK);
  g_assert_nonnull (strstr (error->message, "Calls: 1"));
  g_assert_nonnull (strstr (error->message, "file was changed"));
}

static void
test_last_merge_is_undone_first (HfTestStore *fixture, gconstpointer data)
{
  Pair first = { .kept = (char *) "C0", .gone = (char *) "C1", .guess = TRUE };
  Pair second = { .kept = (char *) "C000", .gone = (char *) "C0", .guess = TRUE };
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, make_company, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, make_two, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, &first);
  hf_test_store_run (fixture, HF_STORE_WRITE, merge_pair, &second);
  g_autoptr (HfCustomer) one = hf_test_store_run (fixture, HF_STORE_READ, find,
                                                  (gpointer) "C1");
  g_assert_cmpstr (one->code, ==, "C000");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, unmerge, &first.id, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_LATER_MERGE);
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &second.id);
  hf_test_store_run (fixture, HF_STORE_WRITE, unmerge, &first.id);
}

static gpointer
begin_interview (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_find (session, code, error);
  execute (session,
           "INSERT INTO interview (id, customer_id, guide_id, kind, state, started_at, "
           "started_on) VALUES (99, %" G_GINT64_FORMAT ", 1, 'lost', 'open', 1, '2025-01-01')",
           customer->id);
  return HF_STORE_DONE;
}

static void
test_refused (HfTestStore *fixture, gconstpointer data)
{
  Pair pair = { .kept = (char *) "C000", .gone = (char *) "C001", .guess = TRUE };
  Pair same = { .kept = (char *) "C000", .gone = (char *) "C000", .guess = TRUE };
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, make_company, NULL);
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, merge_pair, &same, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_SAME);
  g_clear_error (&error);
  hf_test_store_run (fixture, HF_STORE_WRITE, begin_interview, (gpointer) "C001");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, merge_pair, &pair, NULL, &error));
  g_assert_error (error, HF_MERGE_ERROR, HF_MERGE_ERROR_UNDER_WAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(name, func)                                                                        \
  g_test_add ("/merges/" name, HfTestStore, NULL, hf_test_store_set_up, func,                  \
              hf_test_store_tear_down)
  ADD ("every-column-is-known", test_every_column_is_known);
  ADD ("unmerge-gives-all-back", test_unmerge_gives_all_back);
  ADD ("one-is-found-by-both-codes", test_one_is_found_by_both_codes);
  ADD ("purchases-are-added-or-not", test_purchases_are_added_or_not);
  ADD ("later-work-is-listed", test_later_work_is_listed);
  ADD ("last-merge-is-undone-first", test_last_merge_is_undone_first);
  ADD ("refused", test_refused);
  return g_test_run ();
}
