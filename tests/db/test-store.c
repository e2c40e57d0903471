#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-store-attempts.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-interviews.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store-settings.h"
#include "hf-store.h"
#include "hf-test-calls.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"
#include "hf-time.h"

static HfCustomer *
make_customer (const char *code, const char *name, HfCustomerStatus status)
{
  HfCustomer *customer = hf_customer_new ();
  customer->code = g_strdup (code);
  customer->name = g_strdup (name);
  customer->status = status;
  return customer;
}

static gpointer
save_customer (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_customers_save (session, input, error) ? HF_STORE_DONE : NULL;
}

static gpointer
find_customer (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_customers_find (session, input, error);
}

static void
test_customer_comes_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfCustomer) customer = make_customer ("C0001", "王女士", HF_CUSTOMER_LOST);
  customer->phone = g_strdup ("+86 138 1234 5678");
  customer->branch = g_strdup ("长春示范店");
  customer->account_manager = g_strdup ("老张");
  customer->annual_value = 1200500;
  hf_test_store_run (fixture, HF_STORE_WRITE, save_customer, customer);

  g_autoptr (HfCustomer) read = hf_test_store_run (fixture, HF_STORE_READ, find_customer,
                                                   (gpointer) "C0001");
  g_assert_cmpstr (read->name, ==, "王女士");
  g_assert_cmpstr (read->branch, ==, "长春示范店");
  g_assert_cmpstr (read->account_manager, ==, "老张");
  g_assert_cmpint (read->annual_value, ==, 1200500);
  g_assert_cmpint (read->need, ==, HF_AMOUNT_UNKNOWN);
  g_assert_cmpint (read->revision, ==, customer->revision);
  g_assert_null (read->lost_on);
}

static void
test_second_desk_is_told (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfCustomer) customer = make_customer ("C0001", "王女士", HF_CUSTOMER_ACTIVE);
  hf_test_store_run (fixture, HF_STORE_WRITE, save_customer, customer);
  g_autoptr (HfCustomer) other = hf_test_store_run (fixture, HF_STORE_READ, find_customer,
                                                    (gpointer) "C0001");
  hf_text_set (&other->name, "王小姐");
  hf_test_store_run (fixture, HF_STORE_WRITE, save_customer, other);

  g_autoptr (GError) error = NULL;
  hf_text_set (&customer->name, "李女士");
  g_assert_null (
      hf_store_run (fixture->store, HF_STORE_WRITE, save_customer, customer, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  g_autoptr (HfCustomer) read = hf_test_store_run (fixture, HF_STORE_READ, find_customer,
                                                   (gpointer) "C0001");
  g_assert_cmpstr (read->name, ==, "王小姐");
}

static gpointer
save_two_with_one_code (HfStoreSession *session, gpointer input, GError **error)
{
  g_autoptr (HfCustomer) first = make_customer ("C7", "一", HF_CUSTOMER_ACTIVE);
  g_autoptr (HfCustomer) second = make_customer ("C7", "二", HF_CUSTOMER_ACTIVE);
  return hf_store_customers_save (session, first, error)
                 && hf_store_customers_save (session, second, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_failed_work_leaves_nothing (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, save_two_with_one_code, NULL,
                               NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_READ, find_customer, (gpointer) "C7",
                               NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
}

/* Ten customers, four lost: three with reasons, two complaints, one interview. */
static gpointer
fill_small_firm (HfStoreSession *session, gpointer input, GError **error)
{
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%02d", i);
      g_autoptr (HfCustomer) customer = make_customer (
          code, code, i < 4 ? HF_CUSTOMER_LOST : HF_CUSTOMER_ACTIVE);
      customer->joined_on = g_strdup (i == 9 ? "2025-06-15" : "2024-01-10");
      customer->lost_on = i < 3 ? g_strdup ("2025-06-10") : NULL;
      customer->annual_value = i < 2 ? 1000000 : HF_AMOUNT_UNKNOWN;
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
      g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
      reason->customer_id = customer->id;
      reason->code = g_strdup (i < 2 ? "price" : "competitor-offer");
      reason->basis = i == 0 ? HF_REASON_SAID : HF_REASON_RECORDED;
      reason->at = hf_time_start_of_day ("2025-06-20");
      if (i < 3 && !hf_store_reasons_save (session, reason, error))
        return NULL;
    }
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->received_at = hf_time_start_of_day ("2025-06-05");
      complaint->customer_code = g_strdup ("C05");
      complaint->due_at = i == 0 ? 1 : 0;
      complaint->severity = i == 0 ? HF_COMPLAINT_MINOR : HF_COMPLAINT_MAJOR;
      if (!hf_store_complaints_save (session, complaint, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
compute (HfStoreSession *session, gpointer input, GError **error)
{
  return hf_store_figures_compute (session, input, NULL, error);
}

static void
test_figures_of_everything (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_small_firm, NULL);
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, all);
  g_assert_cmpuint (figures->customers.total, ==, 10);
  g_assert_cmpuint (figures->customers.lost, ==, 4);
  g_assert_cmpuint (figures->customers.lost_undated, ==, 1);
  g_assert_cmpuint (figures->churn.at_start, ==, 10);
  g_assert_cmpuint (figures->churn.lost, ==, 4);
  g_assert_cmpfloat_with_epsilon (figures->churn.rate, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->churn.retention, 0.6, 1e-9);
  g_assert_cmpuint (figures->churn.undated, ==, 0);
  g_assert_cmpuint (figures->complaints.logged, ==, 2);
  g_assert_cmpuint (figures->complaints.late, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->silent.dissatisfied, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->silent.silent, 48, 1e-9);
  /* One minor problem, 24 silent of whom 63 % go; one major, 24 of whom 91 % go. */
  g_assert_cmpuint (figures->silent.classes[HF_COMPLAINT_MINOR].logged, ==, 1);
  g_assert_cmpuint (figures->silent.classes[HF_COMPLAINT_MAJOR].logged, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->silent.silent_and_lost, 24 * 0.63 + 24 * 0.91, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->silent.reach, 450, 1e-9);
  g_assert_cmpstr (figures->silent.preset, ==, "rule-of-thumb");
  g_assert_cmpuint (figures->reasons->len, ==, 2);
  HfReasonCount *first = g_ptr_array_index (figures->reasons, 0);
  g_assert_cmpstr (first->code, ==, "price");
  g_assert_cmpuint (first->primary, ==, 2);
  g_assert_cmpuint (first->said, ==, 1);
  g_assert_cmpuint (first->recorded, ==, 1);
}

static void
test_figures_of_a_period (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfPeriod) june = hf_period_new ("2025-06-01", "2025-06-30");
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_small_firm, NULL);
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, june);
  /* C03 is lost, but nobody knows when; C09 came in the period. */
  g_assert_cmpuint (figures->churn.at_start, ==, 8);
  g_assert_cmpuint (figures->churn.lost, ==, 3);
  g_assert_cmpuint (figures->churn.undated, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->churn.rate, 0.375, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->churn.retention, 0.625, 1e-9);
  g_assert_cmpint (figures->churn.value_lost, ==, 2000000);
  g_assert_cmpuint (figures->churn.value_known, ==, 2);
  g_assert_cmpuint (figures->months->len, ==, 1);
  HfMonthCount *month = g_ptr_array_index (figures->months, 0);
  g_assert_cmpstr (month->month, ==, "2025-06");
  g_assert_cmpuint (month->lost, ==, 3);
  g_assert_cmpuint (month->complaints, ==, 2);
  g_assert_cmpuint (month->at_start, ==, 8);
}

/* Whatever the period's ends: who is not lost has stayed. */
static void
test_churn_and_retention_agree (HfTestStore *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *to;
    guint at_start, lost, undated;
  } periods[] = {
    { NULL, "2025-06-05", 9, 1, 0 },
    { NULL, "2025-06-12", 9, 4, 0 },
    { NULL, NULL, 10, 4, 0 },
    { "2025-06-01", "2025-06-09", 8, 0, 1 },
    { "2025-06-01", "2025-06-10", 8, 3, 1 },
    { "2025-06-01", NULL, 8, 3, 1 },
    { "2025-06-10", "2025-06-30", 8, 3, 1 },
    { "2025-06-11", "2025-06-30", 5, 0, 1 },
    { "2026-01-01", "2026-12-31", 6, 0, 1 },
    { "2023-01-01", "2023-12-31", 0, 0, 0 },
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_small_firm, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (HfPeriod) period = hf_period_new (periods[i].from, periods[i].to);
      g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute,
                                                         period);
      g_assert_cmpuint (figures->churn.at_start, ==, periods[i].at_start);
      g_assert_cmpuint (figures->churn.lost, ==, periods[i].lost);
      g_assert_cmpuint (figures->churn.undated, ==, periods[i].undated);
      if (figures->churn.at_start > 0)
        g_assert_cmpfloat_with_epsilon (figures->churn.rate + figures->churn.retention, 1,
                                        1e-9);
    }
}

static gpointer
count_queue (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 added = 0, count = 0;
  if (!hf_store_queue_fill (session, &added, error)
      || !hf_store_queue_count (session, hf_time_now (), &count, error))
    return NULL;
  return GINT_TO_POINTER (count + 1);
}

static gpointer
call_twice (HfStoreSession *session, gpointer unused, GError **error)
{
  static const char *const outcomes[] = { "no-answer", "call-back" };
  gint64 now = hf_time_now (), count = 0;
  g_autoptr (GPtrArray) queue = hf_store_queue_list (session, now, 2, error);
  for (guint i = 0; queue != NULL && i < G_N_ELEMENTS (outcomes); i++)
    {
      const HfCallTask *task = queue->pdata[i];
      g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
      attempt->task_id = task->id;
      attempt->customer_id = task->customer_id;
      attempt->outcome = g_strdup (outcomes[i]);
      attempt->started_at = attempt->ended_at = now;
      if (!hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, now + G_TIME_SPAN_HOUR,
                                  error))
        return NULL;
    }
  gint64 later = now + 2 * G_TIME_SPAN_HOUR;
  g_assert_true (hf_store_queue_count (session, now, &count, error));
  g_assert_cmpint (count, ==, 2);
  g_assert_true (hf_store_queue_count (session, later, &count, error));
  g_assert_cmpint (count, ==, 4);
  g_assert_true (hf_store_queue_count_appointments (session, later, &count, error));
  g_assert_cmpint (count, ==, 1);
  return hf_store_queue_list (session, later, 5, error);
}

/* To try again after nobody answered is not what was agreed with a customer. */
static void
test_only_what_was_agreed_is_an_appointment (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_small_firm, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, count_queue, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_calls_at_any_hour, NULL);
  g_autoptr (GPtrArray) queue = hf_test_store_run (fixture, HF_STORE_WRITE, call_twice, NULL);
  const HfCallTask *first = queue->pdata[0];
  g_assert_cmpstr (first->last_outcome, ==, "call-back");
  g_assert_cmpint (first->appointment_at, ==, first->due_at);
}

static void
test_lost_customers_are_queued_once (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, fill_small_firm, NULL);
  g_assert_cmpint (
      GPOINTER_TO_INT (hf_test_store_run (fixture, HF_STORE_WRITE, count_queue, NULL)), ==, 5);
  g_assert_cmpint (
      GPOINTER_TO_INT (hf_test_store_run (fixture, HF_STORE_WRITE, count_queue, NULL)), ==, 5);
}

static gpointer
complain_twice (HfStoreSession *session, gpointer input, GError **error)
{
  g_autoptr (HfComplaint) first = hf_complaint_new ();
  first->received_at = hf_time_start_of_day ("2025-03-05");
  g_autoptr (HfComplaint) second = hf_complaint_new ();
  second->received_at = first->received_at;
  if (!hf_store_complaints_save (session, first, error)
      || !hf_store_complaints_save (session, second, error)
      || !hf_store_complaints_move (session, second, HF_COMPLAINT_RESPONDED, "换件", error))
    return NULL;
  g_assert_cmpstr (first->number, ==, "T20250305-001");
  g_assert_cmpstr (second->number, ==, "T20250305-002");
  return hf_store_complaints_list_steps (session, second->id, error);
}

static void
test_complaint_keeps_its_steps (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = hf_test_store_run (fixture, HF_STORE_WRITE, complain_twice,
                                                   NULL);
  g_assert_cmpuint (steps->len, ==, 2);
  HfComplaintStep *last = g_ptr_array_index (steps, 1);
  g_assert_cmpstr (last->step, ==, "responded");
  g_assert_cmpstr (last->note, ==, "换件");
}

#define ADD(name, func)                                                                        \
  g_test_add ("/store/" name, HfTestStore, NULL, hf_test_store_set_up, func,                   \
              hf_test_store_tear_down)

static gpointer
interview_lost_customer (HfStoreSession *session, gpointer customer, GError **error)
{
  if (!hf_store_customers_save (session, customer, error))
    return NULL;
  HfInterview *interview = hf_store_interviews_start (session, ((HfCustomer *) customer)->id,
                                                      HF_INTERVIEW_LOST, "en", error);
  static const char *const rivals[] = { "Other", "某某快修", "某某快修" };
  for (gsize i = 0; interview != NULL && i < G_N_ELEMENTS (rivals); i++)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup ("competitor");
      answer->value = g_strdup (rivals[i]);
      if (!hf_store_answers_save (session, answer, error))
        return NULL;
    }
  return interview;
}

static gpointer
list_rivals (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_answers_list_values (session, "competitor", 9, error);
}

static gpointer
type_twice (HfStoreSession *session, gpointer interview, GError **error)
{
  gint64 id = ((HfInterview *) interview)->id;
  if (!hf_store_drafts_save (session, id, "why", "老", error)
      || !hf_store_drafts_save (session, id, "why", "老张", error))
    return NULL;
  return hf_store_drafts_list (session, id, error);
}

static gpointer
finish_later_call (HfStoreSession *session, gpointer data, GError **error)
{
  HfInterview *interview = data;
  interview->called_at = interview->started_at + G_TIME_SPAN_DAY;
  if (!hf_store_interviews_finish (session, interview, "completed", HF_INTERVIEW_COMPLETED, 0,
                                   NULL, error))
    return NULL;
  return hf_store_attempts_list (session, interview->customer_id, error);
}

static void
test_interview_keeps_what_is_typed (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfCustomer) customer = make_customer ("C0001", "王女士", HF_CUSTOMER_LOST);
  g_autoptr (HfInterview) interview = hf_test_store_run (fixture, HF_STORE_WRITE,
                                                         interview_lost_customer, customer);
  /* Only the answers that count are offered again. */
  g_autoptr (GPtrArray) rivals = hf_test_store_run (fixture, HF_STORE_READ, list_rivals, NULL);
  g_assert_cmpuint (rivals->len, ==, 1);
  g_assert_cmpstr (rivals->pdata[0], ==, "某某快修");

  g_autoptr (GPtrArray) drafts = hf_test_store_run (fixture, HF_STORE_WRITE, type_twice,
                                                    interview);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((HfAnswer *) drafts->pdata[0])->question, ==, "why");
  g_assert_cmpstr (((HfAnswer *) drafts->pdata[0])->value, ==, "老张");

  g_autoptr (GPtrArray) attempts = hf_test_store_run (fixture, HF_STORE_WRITE,
                                                      finish_later_call, interview);
  g_assert_cmpint (((HfCallAttempt *) attempts->pdata[0])->started_at, ==,
                   interview->started_at + G_TIME_SPAN_DAY);
}

typedef struct
{
  gint read;  /* how many works have read */
  gint freed; /* how many results nobody took */
  GString *told;
} Readings;

static gpointer
read_one (HfStoreSession *session, gpointer data, GError **error)
{
  Readings *readings = data;
  g_atomic_int_inc (&readings->read);
  return readings;
}

static void
free_one (gpointer data)
{
  g_atomic_int_inc (&((Readings *) data)->freed);
}

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  Readings *readings = data;
  g_autoptr (GError) error = NULL;
  if (hf_store_run_finish (HF_STORE (store), result, &error) != NULL)
    g_string_append (readings->told, " read");
  else if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    g_string_append (readings->told, " cancelled");
}

/* The first answer is ready, and not yet taken, when the second question is asked. */
static void
test_late_answer_is_nobodys (HfTestStore *fixture, gconstpointer data)
{
  Readings readings = { .told = g_string_new ("told:") };
  g_autoptr (GCancellable) reading = NULL;
  hf_store_read_newest (fixture->store, &reading, read_one, &readings, NULL, free_one, on_read,
                        &readings);
  while (g_atomic_int_get (&readings.read) < 1)
    g_usleep (1000);
  hf_store_read_newest (fixture->store, &reading, read_one, &readings, NULL, free_one, on_read,
                        &readings);
  while (strstr (readings.told->str, " read") == NULL
         || strstr (readings.told->str, " cancelled") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (readings.freed, ==, 1);

  /* Nor is it told to an owner who is gone. */
  hf_store_read_newest (fixture->store, &reading, read_one, &readings, NULL, free_one, on_read,
                        &readings);
  while (g_atomic_int_get (&readings.read) < 3)
    g_usleep (1000);
  g_cancellable_cancel (reading);
  while (!g_str_has_suffix (readings.told->str, " cancelled")
         || strlen (readings.told->str) < strlen ("told: read cancelled cancelled"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (readings.freed, ==, 2);
  g_string_free (readings.told, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("customer", test_customer_comes_back);
  ADD ("conflict", test_second_desk_is_told);
  ADD ("rollback", test_failed_work_leaves_nothing);
  ADD ("figures/all", test_figures_of_everything);
  ADD ("figures/period", test_figures_of_a_period);
  ADD ("figures/agree", test_churn_and_retention_agree);
  ADD ("queue", test_lost_customers_are_queued_once);
  ADD ("queue/appointment", test_only_what_was_agreed_is_an_appointment);
  ADD ("complaint/steps", test_complaint_keeps_its_steps);
  ADD ("interview/typed", test_interview_keeps_what_is_typed);
  ADD ("late-answer", test_late_answer_is_nobodys);
  return g_test_run ();
}
