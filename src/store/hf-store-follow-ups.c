#include "config.h"

#include "hf-store-follow-ups-private.h"

#include "hf-amount.h"
#include "hf-satisfaction-gap.h"
#include "hf-store-care-private.h"
#include "hf-store-complaints-private.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* The answer has a day to work before somebody asks; what was still not settled a week. */
#define DAYS_AFTER_ANSWER 1
#define DAYS_AFTER_RESULT 7

/* A complaint that a file brings may be settled long ago. */
static gboolean
is_recent (HfStoreSession *session, const HfComplaint *complaint)
{
  gint64 age = hf_store_session_get_now (session) - complaint->received_at;
  return session->import_id == 0 || age < HF_CARE_RECENT_DAYS * G_TIME_SPAN_DAY;
}

/* The complaint opens its first call, the step that answered it once more a later one. */
static gboolean
find_cause (HfStoreSession *session, gint64 *complaint_id, GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT coalesce ((SELECT max (p.id) FROM complaint_step p WHERE p.complaint_id = $1 "
      "AND EXISTS (SELECT 1 FROM call_task t WHERE t.complaint_id = p.complaint_id)), $1)",
      HF_DB_VALUES (hf_db_integer (*complaint_id)), complaint_id, error);
}

/**
 * hf_follow_ups_open:
 * @session: a session that writes
 * @complaint: a complaint as it is stored now
 * @is_new_answer: whether it was answered just now, perhaps once more
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Opens the second follow-up of a complaint that was answered or closed, once for each answer.
 *
 * Returns: whether it is stored
 */
gboolean
hf_follow_ups_open (HfStoreSession *session, const HfComplaint *complaint,
                    gboolean is_new_answer, GError **error)
{
  gint64 n_opened = 0;
  HfCareCall call = { .customer_id = complaint->customer_id,
                      .kind = HF_INTERVIEW_FOLLOW_UP,
                      .complaint_id = complaint->id,
                      .cause_id = complaint->id,
                      .round = 1,
                      .due_at = hf_store_session_get_now (session)
                                + DAYS_AFTER_ANSWER * G_TIME_SPAN_DAY };
  if (complaint->status < HF_COMPLAINT_RESPONDED || complaint->customer_id == 0
      || !is_recent (session, complaint))
    return TRUE;
  return hf_store_session_count (
             session,
             "SELECT count(*) FROM call_task WHERE complaint_id = $1 "
             "AND (state = 'waiting' OR $2 = 0)",
             HF_DB_VALUES (hf_db_integer (complaint->id), hf_db_integer (is_new_answer)),
             &n_opened, error)
         && (n_opened > 0
             || (find_cause (session, &call.cause_id, error)
                 && hf_care_open (session, &call, error)));
}

/**
 * hf_follow_ups_drop:
 * @session: a session that writes
 * @complaint_id: a complaint that is not pursued
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes the call about it that waits out of the queue.
 *
 * Returns: whether it is stored
 */
gboolean
hf_follow_ups_drop (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_db_execute (session->db,
                        "UPDATE call_task SET state = 'dropped', revision = revision + 1 "
                        "WHERE complaint_id = $1 AND state = 'waiting'",
                        HF_DB_VALUES (hf_db_integer (complaint_id)), NULL, error);
}

/* What a second follow-up found. */
typedef struct
{
  HfFollowUpResult result;
  HfCareAnswer answer;
  HfCareAnswer expected;
} Found;

static HfDbValue
value_of (const HfCareAnswer *answer)
{
  return answer->highest != 0 ? hf_db_integer (answer->value) : hf_db_null ();
}

static gint64
points_of (const HfCareAnswer *answer)
{
  return answer->highest != 0
             ? hf_satisfaction_points (answer->value, answer->lowest, answer->highest)
             : HF_AMOUNT_UNKNOWN;
}

/* The complaint holds what was last said of how it was handled. */
static gboolean
save_satisfaction (HfStoreSession *session, const HfCallTask *task, const Found *found,
                   GError **error)
{
  return found->answer.highest == 0
         || hf_db_execute (session->db,
                           "UPDATE complaint SET expected = $2, satisfaction = $3 "
                           "WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (task->complaint_id),
                                         hf_db_amount (points_of (&found->expected)),
                                         hf_db_amount (points_of (&found->answer))),
                           NULL, error);
}

static gboolean
save_result (HfStoreSession *session, const HfCallTask *task, const HfInterview *interview,
             const Found *found, GError **error)
{
  gint64 staff_id = session->staff_id != 0 ? session->staff_id : interview->staff_id;
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return hf_db_execute (
             session->db,
             "INSERT INTO follow_up (task_id, complaint_id, interview_id, result, score, "
             "scale, expected, gap, by_handler, staff_id, at) SELECT t.id, t.complaint_id, "
             "$2, $3, $4, $5, $6, $7, CASE WHEN " HF_QUEUE_HANDLED (
                 "$8") " THEN 1 ELSE 0 END, $9, $10 FROM call_task t WHERE t.id = $1 "
                       "ON CONFLICT (task_id) DO UPDATE SET result = excluded.result, "
                       "score = excluded.score, scale = excluded.scale, "
                       "expected = excluded.expected, gap = excluded.gap, at = excluded.at",
             HF_DB_VALUES (hf_db_integer (task->id), hf_db_integer (interview->id),
                           hf_db_text (hf_follow_up_results[found->result].name),
                           value_of (&found->answer),
                           found->answer.highest != 0 ? hf_db_integer (found->answer.highest)
                                                      : hf_db_null (),
                           value_of (&found->expected),
                           hf_db_amount (hf_satisfaction_gap (points_of (&found->expected),
                                                              points_of (&found->answer))),
                           hf_db_integer (staff_id), hf_db_reference (staff_id),
                           hf_db_integer (hf_store_session_get_now (session))),
             NULL, error)
         && save_satisfaction (session, task, found, error);
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

static gboolean
judge (HfStoreSession *session, const HfInterview *interview, Found *found, GError **error)
{
  g_autoptr (GPtrArray) solved = hf_store_session_list (
      session,
      "SELECT value FROM answer WHERE interview_id = $1 AND question = 'solved' "
      "AND state = 'current'",
      HF_DB_VALUES (hf_db_integer (interview->id)), text_of_row, g_free, error);
  if (solved == NULL || !hf_care_read_answer (session, interview, &found->answer, error)
      || !hf_care_read_expected (session, interview, &found->answer, &found->expected, error))
    return FALSE;
  found->result = hf_follow_up_judge (solved->len > 0 ? solved->pdata[0] : NULL,
                                      found->answer.highest != 0, found->answer.is_low);
  return TRUE;
}

/* Once for each result; where it was corrected, what it opened does not hold. */
static gboolean
call_again (HfStoreSession *session, const HfCallTask *task, const HfInterview *interview,
            HfFollowUpResult result, GError **error)
{
  const HfCareCall call = { .customer_id = task->customer_id,
                            .kind = HF_INTERVIEW_FOLLOW_UP,
                            .complaint_id = task->complaint_id,
                            .cause_id = interview->id,
                            .round = task->round + 1,
                            .due_at = hf_store_session_get_now (session)
                                      + DAYS_AFTER_RESULT * G_TIME_SPAN_DAY };
  return hf_follow_up_calls_again (result, task->round)
             ? hf_care_open (session, &call, error)
             : hf_care_drop (session, interview->id, error);
}

/**
 * hf_follow_ups_note_result:
 * @session: a session that writes
 * @interview: an interview that ended; its entry of the queue is up to date
 * @noted: (out): whether it was the second follow-up of a complaint
 * @error: (nullable): %HF_STORE_ERROR, %HF_MARKUP_ERROR
 *
 * Keeps with the complaint what its second follow-up found. Where it is not settled, the
 * customer is called about it again, up to %HF_FOLLOW_UP_MAX_ROUNDS times in all; an
 * answered or closed complaint whose customer is still not satisfied is taken up again.
 *
 * Returns: whether it is stored
 */
gboolean
hf_follow_ups_note_result (HfStoreSession *session, const HfInterview *interview,
                           gboolean *noted, GError **error)
{
  Found found;
  *noted = FALSE;
  if (interview->kind != HF_INTERVIEW_FOLLOW_UP || interview->task_id == 0)
    return TRUE;
  g_autoptr (HfCallTask) task = hf_store_queue_get (session, interview->task_id, error);
  if (task == NULL || task->complaint_id == 0)
    return task != NULL;
  *noted = TRUE;
  return judge (session, interview, &found, error)
         && (found.result == HF_FOLLOW_UP_UNKNOWN
             || (save_result (session, task, interview, &found, error)
                 && call_again (session, task, interview, found.result, error)
                 && (found.result != HF_FOLLOW_UP_UNSATISFIED
                     || hf_complaints_reopen (session, task->complaint_id, error))));
}

static gpointer
follow_up_of_row (HfDbStatement *row)
{
  HfFollowUp *self = hf_follow_up_new ();
  const char *result = hf_db_statement_get_text (row, 8);
  self->task_id = hf_db_statement_get_integer (row, 0);
  self->round = hf_db_statement_get_integer (row, 1);
  self->state = MAX (
      0, hf_choice_find_name (hf_call_task_states, hf_db_statement_get_text (row, 2)));
  self->attempts = hf_db_statement_get_integer (row, 3);
  self->last_outcome = hf_db_statement_dup_text (row, 4);
  self->due_at = hf_db_statement_get_integer (row, 5);
  self->opened_at = hf_db_statement_get_integer (row, 6);
  self->for_others = hf_db_statement_get_integer (row, 7) != 0;
  self->result = result != NULL ? MAX (0, hf_choice_find_name (hf_follow_up_results, result))
                                : HF_FOLLOW_UP_UNKNOWN;
  self->score = hf_db_statement_get_integer (row, 9);
  self->scale = hf_db_statement_get_integer (row, 10);
  self->at = hf_db_statement_get_integer (row, 11);
  self->interview_id = hf_db_statement_get_integer (row, 12);
  self->by_handler = hf_db_statement_get_integer (row, 13) != 0;
  self->staff = hf_db_statement_dup_text (row, 14);
  if (!hf_db_statement_is_null (row, 15))
    self->expected = hf_db_statement_get_integer (row, 15);
  self->gap = hf_db_statement_get_amount (row, 16);
  return self;
}

/**
 * hf_store_follow_ups_list:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the second follow-ups of a complaint: those that were made and the one that waits.
 *
 * Returns: (transfer full) (nullable) (element-type HfFollowUp): in order of time
 */
GPtrArray *
hf_store_follow_ups_list (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT t.id, t.round, t.state, t.attempts, t.last_outcome, t.due_at, t.created_at, "
      "CASE WHEN " HF_QUEUE_FOR_OTHERS (
          "$2") " THEN 1 ELSE 0 END, r.result, r.score, r.scale, r.at, r.interview_id, "
                "r.by_handler, s.name, r.expected, r.gap FROM call_task t LEFT JOIN follow_up "
                "r "
                "ON r.task_id = t.id LEFT JOIN staff s ON s.id = r.staff_id "
                "WHERE t.complaint_id = $1 ORDER BY t.created_at, t.id",
      HF_DB_VALUES (hf_db_integer (complaint_id), hf_db_integer (session->staff_id)),
      follow_up_of_row, g_object_unref, error);
}

/**
 * hf_store_follow_ups_are_for_others:
 * @session: a session
 * @task_id: an entry of the call queue
 * @for_others: (out): whether it follows up a complaint that who works here has dealt with,
 *   and somebody else can call
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Asks who may make a second follow-up: whoever dealt with the complaint does not ask whether
 * they did it well.
 *
 * Returns: whether it could be asked
 */
gboolean
hf_store_follow_ups_are_for_others (HfStoreSession *session, gint64 task_id,
                                    gboolean *for_others, GError **error)
{
  gint64 count = 0;
  gboolean asked = hf_store_session_count (
      session,
      "SELECT count(*) FROM call_task t WHERE t.id = $1 AND " HF_QUEUE_FOR_OTHERS ("$2"),
      HF_DB_VALUES (hf_db_integer (task_id), hf_db_integer (session->staff_id)), &count, error);
  *for_others = count > 0;
  return asked;
}

/**
 * hf_store_follow_ups_mark:
 * @session: a session
 * @tasks: (element-type HfCallTask): entries of the call queue
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Marks those that are for others than who works here.
 *
 * Returns: whether they could be marked
 */
gboolean
hf_store_follow_ups_mark (HfStoreSession *session, GPtrArray *tasks, GError **error)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      HfCallTask *task = tasks->pdata[i];
      if (task->complaint_id != 0
          && !hf_store_follow_ups_are_for_others (session, task->id, &task->for_others, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_store_follow_ups_count_for_others:
 * @session: a session
 * @now: the present moment
 * @count: (out): how many second follow-ups could be made now, by others
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts within an index of such calls, which are few, what the next call passes over because
 * who works here dealt with the complaint.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_follow_ups_count_for_others (HfStoreSession *session, gint64 now, gint64 *count,
                                      GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT count(*) FROM call_task t JOIN customer c ON c.id = t.customer_id "
      "WHERE t.state = 'waiting' AND t.complaint_id > 0 AND t.due_at <= $1 "
      "AND t.appointment_at <= $1 AND " HF_QUEUE_MAY_CALL ("c") " AND " HF_QUEUE_FOR_OTHERS (
          "$2"),
      HF_DB_VALUES (hf_db_integer (now), hf_db_integer (session->staff_id)), count, error);
}
