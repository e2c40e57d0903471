#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-demo.h"
#include "hf-figures-json.h"
#include "hf-store-check.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store.h"
#include "hf-test-noon.h"
#include "hf-test-place.h"
#include "hf-time.h"

#define MANY 100000

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

static HfStore *
make_company (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = hf_test_place_new ();
  HfStore *store = hf_store_open (place, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (store, HF_STORE_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* It never changes what it reads, so that the tests can share it. */
static HfStore *
get_company (void)
{
  static HfStore *store = NULL;
  if (store == NULL)
    store = make_company ();
  return store;
}

static gpointer
read_company (HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (get_company (), HF_STORE_READ, func, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) always = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, always, NULL, error);
}

static void
test_has_the_size_it_should (void)
{
  g_autoptr (HfFigures) figures = read_company (compute);
  g_assert_cmpuint (figures->customers.total, ==, 2000);
  g_assert_cmpuint (figures->customers.lost, >=, 280);
  g_assert_cmpuint (figures->customers.lost, <=, 380);
  g_assert_cmpuint (figures->customers.won_back, >, 10);
  g_assert_cmpuint (figures->customers.at_risk, >, 50);
  g_assert_cmpuint (figures->customers.lost_undated, >, 0);
  g_assert_cmpuint (figures->interviews.completed, >=, 130);
  g_assert_cmpuint (figures->interviews.refused, >=, 10);
  g_assert_cmpuint (figures->complaints.logged, >=, 55);
  g_assert_cmpuint (figures->reasons->len, >=, 11);
  g_assert_cmpuint (figures->competitors->len, >=, 6);
  g_assert_cmpuint (figures->months->len, >=, 17);
}

static void
test_every_figure_has_something (void)
{
  g_autoptr (HfFigures) figures = read_company (compute);
  g_assert_cmpuint (figures->complaints.late, >, 0);
  g_assert_cmpuint (figures->complaints.escalated, >=, 4);
  g_assert_cmpuint (figures->escalations->len, >=, 4);
  g_assert_cmpuint (figures->complaints.open, >, figures->complaints.late);
  for (int i = 0; i < HF_COMPLAINT_CHANNEL_UNKNOWN; i++)
    g_assert_cmpuint (figures->complaints.by_channel[i], >, 0);
  g_assert_cmpuint (figures->promises.kept, >, 0);
  g_assert_cmpuint (figures->promises.late, >, 0);
  g_assert_cmpuint (figures->promises.open, >, 0);
  g_assert_cmpuint (figures->promises.broken, >, 0);
  g_assert_cmpuint (figures->loyalty.a, >, 0);
  g_assert_cmpuint (figures->loyalty.b, >, 0);
  g_assert_cmpuint (figures->loyalty.c, >, 0);
  g_assert_cmpuint (figures->loyalty.unknown, >, 0);
  g_assert_cmpfloat (figures->silent.own.low, >, 0);
  guint said = 0, inferred = 0, recorded = 0, contributing = 0;
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      said += reason->said;
      inferred += reason->inferred;
      recorded += reason->recorded;
      contributing += reason->contributing;
    }
  g_assert_cmpuint (said, >, 100);
  g_assert_cmpuint (inferred, >, 3);
  g_assert_cmpuint (recorded, >, 10);
  g_assert_cmpuint (contributing, >, 10);
}

static void
test_is_the_same_each_time (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) second = make_company ();
  g_autoptr (HfFigures) figures = read_company (compute);
  g_autoptr (HfFigures) again = hf_store_run (second, HF_STORE_READ, compute, NULL, NULL,
                                              &error);
  g_autofree char *json = hf_figures_to_json (figures);
  g_autofree char *json_again = hf_figures_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
}

static gpointer
check_records (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_check_records (session, error);
}

static void
test_contradicts_itself_nowhere (void)
{
  g_autoptr (GPtrArray) findings = read_company (check_records);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static gpointer
list_verbatims (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_verbatims_list_after (session, NULL, 0, MANY, error);
}

static void
test_people_say_different_things (void)
{
  g_autoptr (GPtrArray) verbatims = read_company (list_verbatims);
  g_autoptr (GHashTable) chinese = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) english = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < verbatims->len; i++)
    {
      const HfVerbatim *verbatim = verbatims->pdata[i];
      g_hash_table_add (g_str_is_ascii (verbatim->words) ? english : chinese, verbatim->words);
    }
  g_assert_cmpuint (g_hash_table_size (chinese), >=, 60);
  g_assert_cmpuint (g_hash_table_size (english), >=, 20);
}

static gpointer
list_reasons (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_reasons_list_after (session, NULL, 0, MANY, error);
}

static void
test_quotes_stand_where_they_say (void)
{
  g_autoptr (GPtrArray) verbatims = read_company (list_verbatims);
  g_autoptr (GPtrArray) reasons = read_company (list_reasons);
  g_autoptr (GHashTable) words = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_quotes = 0;
  for (guint i = 0; i < verbatims->len; i++)
    {
      HfVerbatim *verbatim = verbatims->pdata[i];
      g_hash_table_insert (words, &verbatim->id, verbatim->words);
    }
  for (guint i = 0; i < reasons->len; i++)
    {
      const HfCodedReason *reason = reasons->pdata[i];
      if (reason->verbatim_id == 0)
        continue;
      const char *said = g_hash_table_lookup (words, &reason->verbatim_id);
      g_assert_nonnull (said);
      g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (said, reason->quote_start),
                                       reason->quote));
      n_quotes++;
    }
  g_assert_cmpuint (n_quotes, >, 140);
}

static gpointer
list_open (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_interviews_list_open (session, error);
}

static gpointer
list_queue (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_queue_list (session, hf_time_now (), MANY, error);
}

static gpointer
list_promises (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_promises_list_open (session, MANY, error);
}

static void
test_there_is_work_for_today (void)
{
  g_autoptr (GPtrArray) open = read_company (list_open);
  g_assert_cmpuint (open->len, ==, 2);
  for (guint i = 0; i < open->len; i++)
    g_assert_nonnull (((HfInterview *) open->pdata[i])->position);

  guint n_appointments = 0, n_thanks = 0;
  g_autoptr (GPtrArray) queue = read_company (list_queue);
  for (guint i = 0; i < queue->len; i++)
    {
      const HfCallTask *task = queue->pdata[i];
      n_appointments += task->appointment_at > 0;
      n_thanks += task->kind == HF_INTERVIEW_THANK_YOU;
    }
  g_assert_cmpuint (queue->len, >=, 30);
  g_assert_cmpuint (queue->len, <=, 70);
  g_assert_cmpuint (n_appointments, >=, 2);
  g_assert_cmpuint (n_thanks, >=, 5);

  guint n_late = 0, n_today = 0;
  g_autoptr (GPtrArray) promises = read_company (list_promises);
  for (guint i = 0; i < promises->len; i++)
    {
      const HfPromise *promise = promises->pdata[i];
      gint64 left = promise->due_at - hf_time_now ();
      n_late += left < 0;
      n_today += left >= 0 && left < G_TIME_SPAN_DAY;
    }
  g_assert_cmpuint (n_late, >=, 3);
  g_assert_cmpuint (n_late, <=, 6);
  g_assert_cmpuint (n_today, >=, 6);
  g_assert_cmpuint (promises->len, <=, 16);
}

static gpointer
list_complaints (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_complaints_list_after (session, NULL, 0, MANY, error);
}

/* What the first word of the complaints that wait for an answer came to. */
typedef struct
{
  guint kept, running, late, emergencies;
} Clocks;

static void
read_clocks (const HfComplaint *complaint, gint64 now, Clocks *clocks)
{
  g_assert_cmpint (complaint->due_at, !=, 0);
  g_assert_cmpint (complaint->respond_by, !=, 0);
  if (complaint->term == HF_PROMISE_EMERGENCY)
    {
      clocks->emergencies++;
      g_assert_cmpint (complaint->acknowledged_at, <=, complaint->respond_by);
      g_assert_cmpint (complaint->acknowledged_at, !=, 0);
      g_assert_cmpint (complaint->next_word_by, >, now);
      g_assert_cmpint (complaint->next_word_by, <=, now + 30 * G_TIME_SPAN_MINUTE);
      return;
    }
  if (complaint->acknowledged_at != 0)
    clocks->kept += complaint->acknowledged_at <= complaint->respond_by;
  else if (complaint->respond_by > now)
    clocks->running++;
  else
    clocks->late++;
}

/* No clock is left out, whatever day the company is made on. What was taken up again had its
 * first word long ago. */
static void
test_clocks_run_by_the_rules (void)
{
  Clocks clocks = { 0 };
  gint64 now = hf_time_now ();
  g_autoptr (GPtrArray) complaints = read_company (list_complaints);
  for (guint i = 0; i < complaints->len; i++)
    {
      const HfComplaint *complaint = complaints->pdata[i];
      if (complaint->status < HF_COMPLAINT_RESPONDED
          && complaint->received_at > now - 7 * G_TIME_SPAN_DAY)
        read_clocks (complaint, now, &clocks);
    }
  g_assert_cmpuint (clocks.emergencies, ==, 1);
  g_assert_cmpuint (clocks.kept, >=, 5);
  g_assert_cmpuint (clocks.running, >=, 1);
  g_assert_cmpuint (clocks.late, ==, 1);
}

static gpointer
count_work (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autofree char *today = hf_time_today ();
  g_autofree char *yesterday = hf_time_add_days (today, -1);
  HfDayCount counts[2] = { 0 };
  if (!hf_store_queue_count_day (session, today, &counts[0], error)
      || !hf_store_queue_count_day (session, yesterday, &counts[1], error))
    return NULL;
  /* What was done some hours ago was done yesterday, early in the morning. */
  counts[0].attempts += counts[1].attempts;
  counts[0].completed += counts[1].completed;
  counts[0].promises_kept += counts[1].promises_kept;
  return g_memdup2 (&counts[0], sizeof counts[0]);
}

static void
test_some_of_it_is_done (void)
{
  g_autofree HfDayCount *counts = read_company (count_work);
  g_assert_cmpint (counts->attempts, >=, 7);
  g_assert_cmpint (counts->completed, >=, 4);
  g_assert_cmpint (counts->promises_kept, >=, 1);
}

static gpointer
list_customers (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_customers_list_after (session, NULL, 0, MANY, error);
}

static void
test_numbers_are_nobodys (void)
{
  g_autoptr (GPtrArray) customers = read_company (list_customers);
  for (guint i = 0; i < customers->len; i++)
    {
      const HfCustomer *customer = customers->pdata[i];
      g_assert_cmpuint (strlen (customer->phone), ==, 11);
      g_assert_true (g_str_has_prefix (customer->phone, "16"));
      g_assert_null (strchr ("2567", customer->phone[2]));
      g_assert_true (customer->email == NULL || g_str_has_suffix (customer->email, ".example"));
    }
}

/* Of a dealer in cars: what somebody spends in a year on them and their repair. */
static void
test_amounts_are_of_the_trade (void)
{
  g_autoptr (GPtrArray) customers = read_company (list_customers);
  double all = 0;
  for (guint i = 0; i < customers->len; i++)
    {
      const HfCustomer *customer = customers->pdata[i];
      g_assert_cmpint (customer->annual_value, >, 200 * HF_AMOUNT_UNIT);
      all += (double) customer->annual_value / HF_AMOUNT_UNIT;
    }
  g_assert_cmpfloat (all / customers->len, >, 15000);
  g_assert_cmpfloat (all / customers->len, <, 60000);
}

static gpointer
list_interviews (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_interviews_list_after (session, NULL, 0, MANY, error);
}

/* Customers are called while they are customers of this firm. */
static void
test_calls_are_of_its_time (void)
{
  g_autoptr (GPtrArray) interviews = read_company (list_interviews);
  g_assert_cmpuint (interviews->len, >, 130);
  for (guint i = 0; i < interviews->len; i++)
    {
      const HfInterview *interview = interviews->pdata[i];
      g_assert_cmpint (interview->started_at, >, hf_time_now () - 6 * 366 * G_TIME_SPAN_DAY);
      g_assert_cmpint (interview->started_at, <, hf_time_now () + G_TIME_SPAN_DAY);
    }
}

int
main (int argc, char **argv)
{
  hf_test_noon_set ();
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  g_test_add_func ("/demo/has-the-size-it-should", test_has_the_size_it_should);
  g_test_add_func ("/demo/every-figure-has-something", test_every_figure_has_something);
  g_test_add_func ("/demo/is-the-same-each-time", test_is_the_same_each_time);
  g_test_add_func ("/demo/contradicts-itself-nowhere", test_contradicts_itself_nowhere);
  g_test_add_func ("/demo/people-say-different-things", test_people_say_different_things);
  g_test_add_func ("/demo/quotes-stand-where-they-say", test_quotes_stand_where_they_say);
  g_test_add_func ("/demo/there-is-work-for-today", test_there_is_work_for_today);
  g_test_add_func ("/demo/clocks-run-by-the-rules", test_clocks_run_by_the_rules);
  g_test_add_func ("/demo/some-of-it-is-done", test_some_of_it_is_done);
  g_test_add_func ("/demo/amounts-are-of-the-trade", test_amounts_are_of_the_trade);
  g_test_add_func ("/demo/calls-are-of-its-time", test_calls_are_of_its_time);
  g_test_add_func ("/demo/numbers-are-nobodys", test_numbers_are_nobodys);
  return g_test_run ();
}
