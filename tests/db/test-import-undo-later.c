#include "config.h"

#include <string.h>

#include "hf-store-attempts.h"
#include "hf-store-claims.h"
#include "hf-store-complaints.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-deadlines.h"
#include "hf-store-escalations.h"
#include "hf-store-interviews.h"
#include "hf-store-merges.h"
#include "hf-store-pauses.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store-session-private.h"
#include "hf-test-place.h"
#include "hf-test-custom.h"
#include "hf-test-undo.h"

/* The place of the customers with custom fields in the cases. */
#define CUSTOM 6
/* What somebody does after the import. */
typedef struct
{
  const char *name;
  gsize import; /* in hf_test_undo_cases */
  void (*work) (HfStoreSession *session);
  HfImportObstacleKind kind;
  const char *code;
  gboolean alone; /* what others left behind would be found in its place, or gone */
} Later;

static void
change_new_customer (HfStoreSession *session)
{
  hf_test_undo_change_field (session, "N1", "note", "谈过");
}

static void
change_same_field (HfStoreSession *session)
{
  hf_test_undo_change_field (session, "C1", "phone", "13500000000");
}

static void
change_manager (HfStoreSession *session)
{
  hf_test_undo_change_field (session, "C1", "account_manager", "小吴");
}

static void
change_value (HfStoreSession *session, const char *code, guint field, const char *value)
{
  g_autoptr (GError) error = NULL;
  HfTestCustom custom = { .code = code };
  custom.values[field] = value;
  gpointer stored = hf_test_custom_enter (session, &custom, &error);
  g_assert_no_error (error);
  g_assert_nonnull (stored);
}

static void
change_value_of_new (HfStoreSession *session)
{
  change_value (session, "N1", HF_TEST_SINCE, "2025-01-01");
}

static void
change_new_value (HfStoreSession *session)
{
  change_value (session, "C2", HF_TEST_SPENT, "3");
}

static void
change_changed_value (HfStoreSession *session)
{
  change_value (session, "C1", HF_TEST_CAR, "朗逸");
}

static void
empty_new_value (HfStoreSession *session)
{
  change_value (session, "C4", HF_TEST_SINCE, "");
}

static void
empty_changed_value (HfStoreSession *session)
{
  change_value (session, "C1", HF_TEST_COLOUR, "");
}

static void
start_interview (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, hf_test_undo_key_of (session, "N2"), HF_INTERVIEW_LOST, "zh_CN", &error);
  g_assert_no_error (error);
}

static void
call (HfStoreSession *session, const char *code, gint64 task_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->customer_id = hf_test_undo_key_of (session, code);
  attempt->task_id = task_id;
  attempt->outcome = g_strdup ("no-answer");
  attempt->started_at = attempt->ended_at = hf_store_session_get_now (session);
  gboolean stored = hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOST, G_USEC_PER_SEC,
                                           &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
call_new_customer (HfStoreSession *session)
{
  call (session, "N2", 0);
}

/* Somebody who was there before, and whom only the import put into the queue. */
static void
call_from_queue (HfStoreSession *session)
{
  gint64 task = 0;
  g_assert_true (hf_store_queue_find (session, hf_test_undo_key_of (session, "C4"),
                                      HF_INTERVIEW_LOST, &task, NULL));
  g_assert_cmpint (task, !=, 0);
  call (session, "C4", task);
}

static void
enqueue (HfStoreSession *session)
{
  gint64 task = 0;
  g_assert_true (hf_store_queue_add (session, hf_test_undo_key_of (session, "N2"),
                                     HF_INTERVIEW_THANK_YOU, 0, "老客户", &task, NULL));
}

static void
complain (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->customer_code = g_strdup ("N2");
  complaint->received_at = hf_store_session_get_now (session);
  gboolean stored = hf_store_complaints_save (session, complaint, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
promise (HfStoreSession *session, gint64 customer_id, gint64 complaint_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPromise) one = hf_promise_new ();
  one->customer_id = customer_id;
  one->complaint_id = complaint_id;
  one->what = g_strdup ("回电");
  gboolean stored = hf_store_promises_save (session, one, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
promise_to_new_customer (HfStoreSession *session)
{
  promise (session, hf_test_undo_key_of (session, "N2"), 0);
}

static void
promise_on_complaint (HfStoreSession *session)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  promise (session, 0, complaint->id);
}

static void
answer_complaint (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  gboolean stored = hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED,
                                              "答复", &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
close_changed_complaint (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T1", NULL);
  gboolean stored = hf_store_complaints_give_up (session, complaint, "已解决", &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static gint64
key_of_complaint (HfStoreSession *session)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  return complaint->id;
}

static void
pause_complaint (HfStoreSession *session)
{
  g_assert_true (hf_store_pauses_begin (session, key_of_complaint (session), "等配件", NULL));
}

static void
promise_anew (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, "T3", NULL);
  gboolean stored = hf_store_deadlines_move (session, complaint, HF_DEADLINE_RESOLVE,
                                             hf_store_session_get_now (session) + 99, "等配件",
                                             &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
take_over (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 id = key_of_complaint (session);
  hf_db_execute (
      session->db,
      "INSERT INTO escalation (id, complaint_id, step, place, raised, clock, due_at, "
      "at, logged_at) VALUES (1, $1, 'half', 1, 1, 'round', 2, 2, 2)",
      HF_DB_VALUES (hf_db_integer (id)), NULL, &error);
  g_assert_no_error (error);
  gboolean stored = hf_store_escalations_take (session, id, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
answer_phone (HfStoreSession *session)
{
  gboolean taken = FALSE;
  g_assert_true (
      hf_store_claims_take (session, hf_test_undo_key_of (session, "N2"), &taken, NULL));
  g_assert_true (taken);
}

static void
consent (HfStoreSession *session)
{
  g_assert_true (hf_store_consents_add (session, hf_test_undo_key_of (session, "N2"),
                                        "interview", TRUE, 0, "同意", NULL));
}

static void
quote (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfVerbatim) verbatim = hf_verbatim_new ();
  verbatim->customer_id = hf_test_undo_key_of (session, "N2");
  verbatim->words = g_strdup ("没人理");
  gboolean stored = hf_store_verbatims_save (session, verbatim, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
code (HfStoreSession *session, const char *customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
  reason->customer_id = hf_test_undo_key_of (session, customer);
  reason->code = g_strdup ("price");
  reason->basis = HF_REASON_RECORDED;
  gboolean stored = hf_store_reasons_save (session, reason, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
code_new_customer (HfStoreSession *session)
{
  code (session, "N2");
}

static void
buy (HfStoreSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  purchase->customer_code = g_strdup ("N2");
  purchase->month = g_strdup ("2024-05");
  purchase->amount = 1000;
  gboolean stored = hf_store_purchases_save (session, purchase, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
merge (HfStoreSession *session, const char *kept_code, const char *gone_code)
{
  gint64 id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, kept_code, &error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, gone_code, &error);
  HfMergeChoices choices;
  hf_merge_choices_guess (&choices, kept, gone);
  gboolean stored = hf_store_customers_merge (session, kept, gone, &choices, &id, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
merge_new_customer (HfStoreSession *session)
{
  merge (session, "C1", "N2");
}

static void
merge_changed_customer (HfStoreSession *session)
{
  merge (session, "C3", "C2");
}

static const Later later_works[] = {
  { "change-of-new", 0, change_new_customer, HF_IMPORT_OBSTACLE_CHANGED, "N1" },
  { "interview", 0, start_interview, HF_IMPORT_OBSTACLE_INTERVIEW, "N2" },
  { "call", 0, call_new_customer, HF_IMPORT_OBSTACLE_CALL, "N2" },
  { "queue", 0, enqueue, HF_IMPORT_OBSTACLE_QUEUE, "N2" },
  { "complaint", 0, complain, HF_IMPORT_OBSTACLE_COMPLAINT, "N2" },
  { "promise", 0, promise_to_new_customer, HF_IMPORT_OBSTACLE_PROMISE, "N2" },
  { "on-the-phone", 0, answer_phone, HF_IMPORT_OBSTACLE_CALL, "N2", TRUE },
  { "consent", 0, consent, HF_IMPORT_OBSTACLE_CONSENT, "N2" },
  { "words", 0, quote, HF_IMPORT_OBSTACLE_WORDS, "N2" },
  { "reason", 0, code_new_customer, HF_IMPORT_OBSTACLE_REASON, "N2" },
  { "purchase", 0, buy, HF_IMPORT_OBSTACLE_PURCHASE, "N2" },
  { "merge-of-new", 0, merge_new_customer, HF_IMPORT_OBSTACLE_MERGE, "N2", TRUE },
  { "change-of-field", 1, change_same_field, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "change-of-manager", 1, change_manager, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "called-from-queue", 1, call_from_queue, HF_IMPORT_OBSTACLE_QUEUE, "C4" },
  { "merge-of-changed", 1, merge_changed_customer, HF_IMPORT_OBSTACLE_MERGE, "C2", TRUE },
  { "answer", 2, answer_complaint, HF_IMPORT_OBSTACLE_CHANGED, "T3" },
  { "promise-of-complaint", 2, promise_on_complaint, HF_IMPORT_OBSTACLE_PROMISE, "T3" },
  { "change-of-complaint", 2, close_changed_complaint, HF_IMPORT_OBSTACLE_CHANGED, "T1" },
  { "pause", 2, pause_complaint, HF_IMPORT_OBSTACLE_CHANGED, "T3", TRUE },
  { "promised-anew", 2, promise_anew, HF_IMPORT_OBSTACLE_CHANGED, "T3", TRUE },
  { "taken-over", 2, take_over, HF_IMPORT_OBSTACLE_CHANGED, "T3", TRUE },
  { "value-of-new", CUSTOM, change_value_of_new, HF_IMPORT_OBSTACLE_CHANGED, "N1" },
  { "new-value", CUSTOM, change_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C2" },
  { "changed-value", CUSTOM, change_changed_value, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  { "new-value-emptied", CUSTOM, empty_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C4" },
  { "changed-value-emptied", CUSTOM, empty_changed_value, HF_IMPORT_OBSTACLE_GONE, "C1" },
  { "merge-of-value", CUSTOM, merge_changed_customer, HF_IMPORT_OBSTACLE_MERGE, "C2", TRUE },
};

static gpointer
do_later_work (HfStoreSession *session, gpointer work, GError **error)
{
  ((const Later *) work)->work (session);
  return HF_STORE_DONE;
}

static void
assert_in_the_way (HfTestImport *fixture, gint64 import_id, const Later *later)
{
  g_test_message ("%s", later->name);
  hf_test_import_write (fixture, do_later_work, (gpointer) later);
  g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
      fixture, import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_true (hf_test_undo_is_found (obstacles, later->kind, later->code));
  g_assert_cmpint (obstacles->count, ==, obstacles->shown->len);
}

static void
test_later_work_stands_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  const HfTestUndoCase *one = data;
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  for (gsize i = 0; i < G_N_ELEMENTS (later_works); i++)
    if (&hf_test_undo_cases[later_works[i].import] == one && !later_works[i].alone)
      assert_in_the_way (fixture, result->import_id, &later_works[i]);
}

static void
test_alone_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  const Later *later = data;
  const HfTestUndoCase *one = &hf_test_undo_cases[later->import];
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  assert_in_the_way (fixture, result->import_id, later);
}

/* What stands in the way is called by the custom field's name. */
static void
test_custom_field_is_named (HfTestImport *fixture, gconstpointer data)
{
  static const Later later[] = {
    { "new-value", CUSTOM, change_new_value, HF_IMPORT_OBSTACLE_CHANGED, "C2" },
    { "changed-value", CUSTOM, change_changed_value, HF_IMPORT_OBSTACLE_CHANGED, "C1" },
  };
  static const char *const names[] = { "Spent last year", "Car" };
  const HfTestUndoCase *one = &hf_test_undo_cases[CUSTOM];
  g_autoptr (HfImportResult) result = hf_test_undo_import (fixture, one);
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      hf_test_import_write (fixture, do_later_work, (gpointer) &later[i]);
      g_autoptr (HfImportObstacles) found = hf_test_undo_assert_refused (
          fixture, result->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
      const HfImportObstacle *last = found->shown->pdata[found->shown->len - 1];
      g_assert_cmpuint (found->shown->len, ==, i + 1);
      g_assert_cmpstr (last->code, ==, later[i].code);
      g_assert_cmpstr (last->what, ==, names[i]);
    }
}

static void
add_later_works (void)
{
  static const gsize with_later_works[] = { 0, 1, 2, CUSTOM };
  for (gsize i = 0; i < G_N_ELEMENTS (with_later_works); i++)
    {
      const HfTestUndoCase *one = &hf_test_undo_cases[with_later_works[i]];
      g_autofree char *path = g_strdup_printf ("/import-undo-later/%s", one->name);
      g_test_add (path, HfTestImport, one, hf_test_undo_set_up,
                  test_later_work_stands_in_the_way, hf_test_undo_tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (later_works); i++)
    if (later_works[i].alone)
      {
        g_autofree char *path = g_strdup_printf ("/import-undo-later/%s", later_works[i].name);
        g_test_add (path, HfTestImport, &later_works[i], hf_test_undo_set_up,
                    test_alone_in_the_way, hf_test_undo_tear_down);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  add_later_works ();
  g_test_add ("/import-undo-later/custom-names", HfTestImport, NULL, hf_test_undo_set_up,
              test_custom_field_is_named, hf_test_undo_tear_down);
  return g_test_run ();
}
