#include "config.h"

#include "hf-closing.h"
#include "hf-import-job.h"
#include "hf-promise.h"
#include "hf-store-complaints.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-staff.h"
#include "hf-test-dump.h"
#include "hf-test-import.h"
#include "hf-test-place.h"
#include "hf-test-undo.h"
#include "hf-time.h"

/* Complaints of the register that were worked on, and files that come later. */

/* What was done with a complaint before the file comes. */
typedef struct
{
  const char *number;
  HfComplaintStatus status;
  const char *given_up; /* not NULL: closed for that reason */
  const char *taken_up; /* not NULL: and taken up again for that one */
} Past;

static const Past past[] = {
  { "T11", HF_COMPLAINT_RECEIVED, NULL, NULL },
  { "T12", HF_COMPLAINT_RESPONDED, NULL, NULL },
  { "T13", HF_COMPLAINT_COMMUNICATED, "搬走了", NULL },
  { "T14", HF_COMPLAINT_RESPONDED, "搬走了", "又来了" },
};

static gint64
make_staff (HfStoreSession *session, const char *name)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static void
live (HfStoreSession *session, HfComplaint *complaint, const Past *self)
{
  if (self->status != HF_COMPLAINT_RECEIVED)
    g_assert_true (hf_store_complaints_move (session, complaint, self->status, "换件", NULL));
  if (self->given_up != NULL)
    g_assert_true (hf_store_complaints_give_up (session, complaint, self->given_up, NULL));
  if (self->taken_up != NULL)
    g_assert_true (hf_store_complaints_take_up (session, complaint, self->taken_up, NULL));
}

static void
promise (HfStoreSession *session, const HfComplaint *complaint)
{
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->customer_id = complaint->customer_id;
  promise->complaint_id = complaint->id;
  promise->what = g_strdup ("答复");
  promise->term = HF_PROMISE_DAY;
  promise->made_at = complaint->received_at;
  g_assert_true (hf_store_promises_save (session, promise, NULL));
}

static gpointer
work (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_set_staff_id (session, make_staff (session, "小李"));
  make_staff (session, "小张");
  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autoptr (HfComplaint) complaint = hf_complaint_new ();
      complaint->number = g_strdup (past[i].number);
      complaint->received_at = hf_store_session_get_now (session) - G_TIME_SPAN_HOUR;
      complaint->customer_code = g_strdup ("C1");
      complaint->words = g_strdup ("等太久");
      complaint->branch = g_strdup ("一店");
      complaint->term = HF_PROMISE_DAY;
      g_assert_true (hf_store_complaints_save (session, complaint, NULL));
      promise (session, complaint);
      live (session, complaint, &past[i]);
    }
  return HF_STORE_DONE;
}

static void
set_up (HfTestImport *fixture, gconstpointer data)
{
  hf_test_undo_set_up (fixture, data);
  hf_test_import_write (fixture, work, NULL);
}

static gpointer
find (HfStoreSession *session, gpointer number, GError **error)
{
  return hf_store_complaints_find (session, number, error);
}

static HfComplaint *
get (HfTestImport *fixture, const char *number)
{
  return hf_test_import_read (fixture, find, (gpointer) number);
}

static void
assert_status (HfTestImport *fixture, const char *number, HfComplaintStatus status)
{
  g_autoptr (HfComplaint) complaint = get (fixture, number);
  g_assert_cmpint (complaint->status, ==, status);
  g_assert_true ((complaint->closed_at != 0) == (status == HF_COMPLAINT_CLOSED));
}

static HfImportResult *
import (HfTestImport *fixture, HfImportPolicy policy, const char *text)
{
  g_autoptr (HfImportRequest) request = hf_test_import_request (fixture, &hf_import_complaints,
                                                                text);
  request->policies[HF_IMPORT_SAME_COMPLAINT] = policy;
  return hf_test_import_run (fixture, request);
}

static void
assert_row (const GPtrArray *rows, guint i, guint row, const char *field)
{
  g_assert_cmpuint (rows->len, >, i);
  const HfImportRejection *found = rows->pdata[i];
  g_assert_cmpuint (found->row, ==, row);
  g_assert_cmpstr (found->field, ==, field);
}

/* A file is no second follow-up. */
static void
test_the_lock_holds_against_a_file (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  g_autofree char *words = hf_closing_refusal_words (HF_CLOSING_NOT_ASKED);
  g_autoptr (HfImportResult) result = import (
      fixture, HF_IMPORT_OVERWRITE,
      "number,received_at,words,status\nT11,2026-03-01,改了,closed\n"
      "T12,2026-03-01,改了,closed\nT14,2026-03-01,改了,closed\n");
  hf_test_import_assert_counts (result, 0, 0, 0, 3);
  for (guint i = 0; i < 3; i++)
    {
      assert_row (result->rejections, i, i + 2, "status");
      g_assert_cmpstr (((HfImportRejection *) result->rejections->pdata[i])->why, ==, words);
    }
  hf_test_undo_assert_done (fixture, result->import_id);
  assert_status (fixture, "T11", HF_COMPLAINT_RECEIVED);
  assert_status (fixture, "T12", HF_COMPLAINT_RESPONDED);
  assert_status (fixture, "T14", HF_COMPLAINT_INVESTIGATING);
  hf_test_undo_assert_same (fixture, before);
}

static gpointer
ask (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  for (guint i = 0; i < staff->len; i++)
    if (g_str_equal (((HfStaff *) staff->pdata[i])->name, "小张"))
      hf_store_session_set_staff_id (session, ((HfStaff *) staff->pdata[i])->id);
  hf_store_session_set_now (session, hf_store_session_get_now (session) + 3 * G_TIME_SPAN_DAY);
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, hf_test_undo_key_of (session, "C1"), HF_INTERVIEW_FOLLOW_UP, "en", error);
  g_assert_nonnull (interview);
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  answer->interview_id = interview->id;
  answer->question = g_strdup ("solved");
  answer->value = g_strdup ("fully");
  return hf_store_answers_save (session, answer, error)
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_an_unlocked_one_is_closed (HfTestImport *fixture, gconstpointer data)
{
  hf_test_import_write (fixture, ask, NULL);
  g_autoptr (HfImportResult) result = import (
      fixture, HF_IMPORT_FILL, "number,received_at,status\nT12,2026-03-01,closed\n");
  hf_test_import_assert_counts (result, 0, 1, 0, 0);
  assert_status (fixture, "T12", HF_COMPLAINT_CLOSED);
}

/* What is further on here than in the file stays so, and the result says it. */
static void
test_nothing_goes_back (HfTestImport *fixture, gconstpointer data)
{
  const HfImportPolicy policies[] = { HF_IMPORT_OVERWRITE, HF_IMPORT_FILL };
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autoptr (HfComplaint) known = get (fixture, "T12");
      g_autofree char *day = hf_time_format_moment (known->received_at);
      g_autofree char *text = g_strdup_printf (
          "number,received_at,status\nT12,%s,received\nT13,%s,received\nT14,%s,responded\n",
          day, day, day);
      g_autoptr (HfImportResult) result = import (fixture, policies[i], text);
      hf_test_import_assert_counts (result, 0, 0, 3, 0);
      g_assert_cmpint (result->n_kept, ==, 3);
      for (guint row = 0; row < 3; row++)
        assert_row (result->kept, row, row + 2, "status");
      hf_test_undo_assert_done (fixture, result->import_id);
      hf_test_undo_assert_same (fixture, before);
    }
}

/* What the clocks rest on stays where something was promised or done. */
static void
test_the_clocks_keep_their_beginning (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfComplaint) before = get (fixture, "T11");
  g_autoptr (HfImportResult) result = import (
      fixture, HF_IMPORT_OVERWRITE,
      "number,received_at,branch,taken_by,customer_code,words\n"
      "T11,2026-03-01,二店,小张,C2,很久\nT1,2024-04-01,二店,小张,C2,很久\n");
  hf_test_import_assert_counts (result, 0, 2, 0, 0);
  g_assert_cmpint (result->n_kept, ==, 4);
  assert_row (result->kept, 0, 2, "received_at");
  g_autoptr (HfComplaint) after = get (fixture, "T11");
  g_assert_cmpstr (after->words, ==, "很久");
  g_assert_cmpint (after->received_at, ==, before->received_at);
  g_assert_cmpint (after->due_at, ==, before->due_at);
  g_assert_cmpint (after->customer_id, ==, before->customer_id);
  g_assert_cmpstr (after->branch, ==, "一店");
  g_assert_cmpstr (after->taken_by, ==, "小李");
  g_autoptr (HfComplaint) untouched = get (fixture, "T1");
  g_autofree char *day = hf_time_format_date (untouched->received_at);
  g_assert_cmpstr (day, ==, "2024-04-01");
  g_assert_cmpstr (untouched->branch, ==, "二店");
  g_assert_cmpstr (untouched->customer_code, ==, "C2");
}

/* One file may tell a whole history, and another goes on with it. */
static void
test_what_a_file_brings_is_history (HfTestImport *fixture, gconstpointer data)
{
  g_autoptr (HfImportResult) first = import (
      fixture, HF_IMPORT_FILL,
      "number,received_at,status\nT21,2024-03-01,received\nT21,2024-03-01,closed\n"
      "T22,2024-03-01,closed\nT23,2024-03-01,received\n");
  hf_test_import_assert_counts (first, 3, 1, 0, 0);
  assert_status (fixture, "T21", HF_COMPLAINT_CLOSED);
  g_autoptr (HfImportResult) second = import (
      fixture, HF_IMPORT_FILL,
      "number,received_at,status\nT22,2024-03-01,closed\nT23,2024-03-01,closed\n");
  hf_test_import_assert_counts (second, 0, 0, 1, 1);
  assert_row (second->rejections, 0, 3, "status");
  assert_status (fixture, "T23", HF_COMPLAINT_RECEIVED);
}

static gpointer
list_open_promises (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_promises_list_open (session, 100, error);
}

static guint
count_open_promises (HfTestImport *fixture)
{
  g_autoptr (GPtrArray) open = hf_test_import_read (fixture, list_open_promises, NULL);
  return open->len;
}

/* The answer keeps what was promised, and is taken back with all that came of it. */
static void
test_a_step_on_is_undone_whole (HfTestImport *fixture, gconstpointer data)
{
  g_autofree char *before = hf_test_import_read (fixture, hf_test_dump, NULL);
  guint n_open = count_open_promises (fixture);
  g_autoptr (HfImportResult) result = import (
      fixture, HF_IMPORT_OVERWRITE,
      "number,received_at,words,status\nT11,2026-03-01,改了,communicated\n");
  hf_test_import_assert_counts (result, 0, 1, 0, 0);
  assert_status (fixture, "T11", HF_COMPLAINT_COMMUNICATED);
  g_assert_cmpuint (count_open_promises (fixture), ==, n_open - 1);
  hf_test_undo_assert_done (fixture, result->import_id);
  g_assert_cmpuint (count_open_promises (fixture), ==, n_open);
  hf_test_undo_assert_same (fixture, before);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/import-worked/" path, HfTestImport, NULL, set_up, func, hf_test_undo_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("lock", test_the_lock_holds_against_a_file);
  ADD ("unlocked", test_an_unlocked_one_is_closed);
  ADD ("back", test_nothing_goes_back);
  ADD ("clocks", test_the_clocks_keep_their_beginning);
  ADD ("undone", test_a_step_on_is_undone_whole);
  ADD ("history", test_what_a_file_brings_is_history);
  return g_test_run ();
}
