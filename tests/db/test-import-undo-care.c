#include "config.h"

#include "hf-store-attempts.h"
#include "hf-store-complaints.h"
#include "hf-store-follow-ups.h"
#include "hf-store-imports.h"
#include "hf-store-queue.h"
#include "hf-test-dump.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"
#include "hf-time.h"

/* A day that is not long ago, whenever the test runs. */
static char *
lately (void)
{
  g_autofree char *today = hf_time_format_date (hf_time_now ());
  return hf_time_add_days (today, -2);
}

static HfImportResult *
import_scores (HfTestImport *fixture)
{
  g_autofree char *day = lately ();
  g_autofree char *text = g_strdup_printf (
      "customer_code,scored_on,score,scale\nC4,%s,2,5\nC1,%s,5,5\nC3,%s,1,5\n", day, day, day);
  return hf_test_import_text (fixture, &hf_import_scores, text);
}

static HfImportResult *
import_complaints (HfTestImport *fixture)
{
  g_autofree char *day = lately ();
  g_autofree char *text = g_strdup_printf (
      "number,received_at,customer_code,words,status\n"
      "T8,%s 10:00,C4,太慢,responded\nT9,2024-05-02 10:00,C1,很久以前,closed\n",
      day);
  return hf_test_import_text (fixture, &hf_import_complaints, text);
}

typedef struct
{
  const char *code;
  HfInterviewKind kind;
} Wanted;

static gpointer
find_task (HfStoreSession *session, gpointer wanted, GError **error)
{
  const Wanted *self = wanted;
  gint64 id = 0;
  return hf_store_queue_find (session, hf_test_undo_key_of (session, self->code), self->kind,
                              &id, error)
             ? g_memdup2 (&id, sizeof id)
             : NULL;
}

static gint64
task_of (HfTestImport *fixture, const char *code, HfInterviewKind kind)
{
  Wanted wanted = { code, kind };
  g_autofree gint64 *id = hf_test_import_read (fixture, find_task, &wanted);
  return *id;
}

static gpointer
call (HfStoreSession *session, gpointer task, GError **error)
{
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->task_id = *(gint64 *) task;
  attempt->customer_id = hf_test_undo_key_of (session, "C4");
  attempt->outcome = g_strdup ("no-answer");
  attempt->started_at = attempt->ended_at = hf_store_session_get_now (session);
  return hf_store_attempts_add (session, attempt, HF_INTERVIEW_LOW_SCORE,
                                attempt->ended_at + G_TIME_SPAN_HOUR, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_calls_go_with_the_scores (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) result = import_scores (fixture);
  hf_test_import_assert_counts (result, 3, 0, 0, 0);
  g_assert_cmpint (task_of (fixture, "C4", HF_INTERVIEW_LOW_SCORE), !=, 0);
  g_assert_cmpint (task_of (fixture, "C1", HF_INTERVIEW_LOW_SCORE), ==, 0);
  g_assert_cmpint (task_of (fixture, "C3", HF_INTERVIEW_LOW_SCORE), ==, 0);
  hf_test_undo_assert_done (fixture, result->import_id);
  hf_test_undo_assert_same (fixture, before);
}

static void
test_calls_go_with_the_complaints (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) result = import_complaints (fixture);
  hf_test_import_assert_counts (result, 2, 0, 0, 0);
  g_assert_cmpint (task_of (fixture, "C4", HF_INTERVIEW_FOLLOW_UP), !=, 0);
  g_assert_cmpint (task_of (fixture, "C1", HF_INTERVIEW_FOLLOW_UP), ==, 0);
  hf_test_undo_assert_done (fixture, result->import_id);
  hf_test_undo_assert_same (fixture, before);
}

/* A later file that says a complaint was answered opens the call, and takes it along. */
static void
test_a_step_of_a_file_opens_one (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *day = lately ();
  g_autofree char *open = g_strdup_printf (
      "number,received_at,customer_code,status\nT8,%s 10:00,C4,received\n", day);
  g_autofree char *answered = g_strdup_printf (
      "number,received_at,customer_code,status\nT8,%s 10:00,C4,responded\n", day);
  g_autoptr (HfImportResult) first = hf_test_import_text (fixture, &hf_import_complaints, open);
  g_assert_cmpint (task_of (fixture, "C4", HF_INTERVIEW_FOLLOW_UP), ==, 0);
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autoptr (HfImportResult) second = hf_test_import_text (fixture, &hf_import_complaints,
                                                           answered);
  g_assert_cmpint (task_of (fixture, "C4", HF_INTERVIEW_FOLLOW_UP), !=, 0);
  hf_test_undo_assert_done (fixture, second->import_id);
  hf_test_undo_assert_same (fixture, before);
}

static void
test_a_call_that_was_made_stands_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = import_scores (fixture);
  gint64 task = task_of (fixture, "C4", HF_INTERVIEW_LOW_SCORE);
  hf_test_import_write (fixture, call, &task);
  g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
      fixture, result->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_true (hf_test_undo_is_found (obstacles, HF_IMPORT_OBSTACLE_QUEUE, "C4"));
  g_assert_cmpint (obstacles->count, ==, 1);
}

static gpointer
answer_complaint (HfStoreSession *session, gpointer number, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_store_complaints_find (session, number, error);
  return complaint != NULL
                 && hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED,
                                              "答复", error)
             ? HF_STORE_DONE
             : NULL;
}

/* What was answered by hand is followed up, and the file that brought it stays. */
static void
test_a_follow_up_stands_in_the_way (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) result = hf_test_import_text (
      fixture, &hf_import_complaints,
      "number,received_at,customer_code\nT7,2024-05-02 10:00,C4\n");
  hf_test_import_write (fixture, answer_complaint, (gpointer) "T7");
  g_autoptr (HfImportObstacles) obstacles = hf_test_undo_assert_refused (
      fixture, result->import_id, HF_IMPORT_UNDO_ERROR_LATER_WORK);
  g_assert_true (hf_test_undo_is_found (obstacles, HF_IMPORT_OBSTACLE_QUEUE, "T7"));
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-undo-care/" path, HfTestImport, NULL, hf_test_undo_set_up, func,        \
              hf_test_undo_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("scores", test_calls_go_with_the_scores);
  ADD ("complaints", test_calls_go_with_the_complaints);
  ADD ("step", test_a_step_of_a_file_opens_one);
  ADD ("called", test_a_call_that_was_made_stands_in_the_way);
  ADD ("follow-up", test_a_follow_up_stands_in_the_way);
  return g_test_run ();
}
