#include "config.h"

#include "hf-store-care-private.h"

#include <stdlib.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-diagnosis-thanks.h"
#include "hf-follow-up.h"
#include "hf-guide.h"
#include "hf-id.h"
#include "hf-store-guides.h"
#include "hf-store-next-call.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* The highest score where none is given, and of the floor. */
#define USUAL_SCALE 10

/* Who gave a low score in a call is called about it tomorrow; who still does after that, when
 * something can have been put right. */
#define DAYS_AFTER_SCORE 1
#define DAYS_AFTER_CARE 7

/* The questions of the guides that ask for satisfaction on the whole, and for what was
 * expected. */
#define QUESTIONS "('satisfaction', 'satisfied-now', 'handling-satisfaction')"
#define EXPECTED "('handling-expected')"

#define LAST_ANSWER_TO(questions)                                                              \
  "SELECT question, value FROM answer WHERE interview_id = $1 AND state = 'current' "          \
  "AND value <> '' AND question IN " questions " ORDER BY at DESC, id DESC LIMIT 1"

/**
 * hf_care_open:
 * @session: a session that writes
 * @call: a call that opens by itself
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Puts a customer into the call queue unless they must not be called, wait for it already, or
 * the same cause has opened one before.
 *
 * Returns: whether it is stored
 */
gboolean
hf_care_open (HfStoreSession *session, const HfCareCall *call, GError **error)
{
  gint64 now = hf_store_session_get_now (session), n_opened = 0;
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *from = hf_time_add_days (today, HF_QUEUE_WINDOW_FROM_DAYS);
  g_autofree char *to = hf_time_add_days (today, HF_QUEUE_WINDOW_TO_DAYS);
  if (!hf_db_execute (
          session->db,
          "INSERT INTO call_task (id, customer_id, kind, state, priority, zone, due_at, why, "
          "created_at, import_id, complaint_id, cause_id, round) SELECT $1, c.id, $3, "
          "'waiting', " HF_QUEUE_PRIORITY ("c", "$4", "$5") ", " HF_QUEUE_ZONE (
              "c") ", $6, $7, $8, $9, $10, $11, $12 FROM customer c WHERE c.id = $2 "
                   "AND " HF_QUEUE_MAY_CALL (
                       "c") " AND NOT EXISTS (SELECT 1 FROM call_task o "
                            "WHERE o.customer_id = c.id AND o.kind = $13 AND (o.cause_id = $14 "
                            "OR (o.state = 'waiting' AND coalesce (o.complaint_id, 0) = $15)))",
          HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (call->customer_id),
                        hf_db_text (hf_interview_kinds[call->kind].name), hf_db_text (from),
                        hf_db_text (to), hf_db_integer (call->due_at), hf_db_text (call->why),
                        hf_db_integer (now), hf_db_reference (session->import_id),
                        hf_db_reference (call->complaint_id), hf_db_reference (call->cause_id),
                        hf_db_integer (call->round),
                        hf_db_text (hf_interview_kinds[call->kind].name),
                        hf_db_integer (call->cause_id), hf_db_integer (call->complaint_id)),
          &n_opened, error))
    return FALSE;
  if (n_opened > 0)
    hf_store_session_touch (session, HF_STORE_QUEUE);
  return TRUE;
}

/**
 * hf_care_drop:
 * @session: a session that writes
 * @cause_id: what opened calls
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes back the calls that something opened which does not hold any more, unless they were
 * begun.
 *
 * Returns: whether it is stored
 */
gboolean
hf_care_drop (HfStoreSession *session, gint64 cause_id, GError **error)
{
  return hf_db_execute (session->db,
                        "DELETE FROM call_task WHERE cause_id = $1 AND state = 'waiting' "
                        "AND attempts = 0 AND NOT EXISTS (SELECT 1 FROM interview i "
                        "WHERE i.task_id = call_task.id)",
                        HF_DB_VALUES (hf_db_integer (cause_id)), NULL, error);
}

/* A score of another scale counts as the same share of ten. */
static gboolean
is_low (const HfCallingRules *rules, const HfScore *score, gint64 scale)
{
  return score->score * USUAL_SCALE < rules->care_below * scale;
}

static gint64
scale_of (const HfScore *score)
{
  return score != NULL && score->scale != HF_AMOUNT_UNKNOWN ? score->scale
                                                            : USUAL_SCALE * HF_AMOUNT_UNIT;
}

static char *
why_of (gint64 score, gint64 scale)
{
  g_autofree char *given = hf_amount_format (score);
  g_autofree char *highest = hf_amount_format (scale);
  return g_strdup_printf (HF_CALL_TASK_LOW_SCORE "%s/%s", given, highest);
}

/* Lost customers are asked why they left, and who was called since has said it. */
static gboolean
needs_care (HfStoreSession *session, const HfScore *score, gboolean *needed, GError **error)
{
  gint64 count = 0;
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  g_autofree char *since = hf_time_add_days (today, -HF_CARE_RECENT_DAYS);
  gboolean counted = hf_store_session_count (
      session,
      "SELECT count(*) FROM customer c WHERE c.id = $1 AND c.status <> 'lost' "
      "AND NOT EXISTS (SELECT 1 FROM call_attempt a WHERE a.customer_id = c.id "
      "AND a.kind = 'low_score' AND a.reached = 1 AND a.started_on >= $2)",
      HF_DB_VALUES (hf_db_integer (score->customer_id), hf_db_text (score->scored_on)), &count,
      error);
  *needed = count > 0 && strcmp (score->scored_on, since) >= 0;
  return counted;
}

/* However often low scores come, from whichever call or file. */
static gboolean
count_lately (HfStoreSession *session, gint64 customer_id, gint64 *count, GError **error)
{
  gint64 since = hf_store_session_get_now (session) - HF_CARE_RECENT_DAYS * G_TIME_SPAN_DAY;
  return hf_store_session_count (
      session,
      "SELECT count(*) FROM call_task WHERE customer_id = $1 "
      "AND kind = 'low_score' AND cause_id IS NOT NULL "
      "AND created_at > $2",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (since)), count, error);
}

static gboolean
open_care (HfStoreSession *session, const HfCareCall *call, GError **error)
{
  gint64 count = 0;
  return count_lately (session, call->customer_id, &count, error)
         && (count >= HF_FOLLOW_UP_MAX_ROUNDS || hf_care_open (session, call, error));
}

/**
 * hf_care_note_score:
 * @session: a session that writes
 * @score: a score as it is stored now
 * @before: (nullable): as it was before
 * @error: (nullable): %HF_STORE_ERROR, %HF_CALLING_RULES_ERROR
 *
 * Opens a low-satisfaction care call where a score has become a low one, up to
 * %HF_FOLLOW_UP_MAX_ROUNDS times in %HF_CARE_RECENT_DAYS days.
 *
 * Returns: whether it is stored
 */
gboolean
hf_care_note_score (HfStoreSession *session, const HfScore *score, const HfScore *before,
                    GError **error)
{
  HfCallingRules rules;
  gboolean needed = FALSE;
  gint64 scale = score->scale != HF_AMOUNT_UNKNOWN ? score->scale : scale_of (before);
  if (!hf_store_calling_rules_get (session, &rules, error))
    return FALSE;
  if (!is_low (&rules, score, scale)
      || (before != NULL && is_low (&rules, before, scale_of (before))))
    return TRUE;
  if (!needs_care (session, score, &needed, error))
    return FALSE;
  g_autofree char *why = why_of (score->score, scale);
  const HfCareCall call = { .customer_id = score->customer_id,
                            .kind = HF_INTERVIEW_LOW_SCORE,
                            .cause_id = score->id,
                            .round = 1,
                            .why = why };
  return !needed || open_care (session, &call, error);
}

typedef struct
{
  char *question;
  char *value;
} Given;

static void
given_free (gpointer data)
{
  Given *given = data;
  g_free (given->question);
  g_free (given->value);
  g_free (given);
}

static gpointer
given_of_row (HfDbStatement *row)
{
  Given *given = g_new0 (Given, 1);
  given->question = hf_db_statement_dup_text (row, 0);
  given->value = hf_db_statement_dup_text (row, 1);
  return given;
}

/* On which scale it was asked stands in the guide. */
static HfGuide *
load_guide (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (HfStoredGuide) stored = hf_store_guides_get (session, id, error);
  if (stored == NULL)
    return NULL;
  g_autoptr (GBytes) xml = g_bytes_new_static (stored->xml, strlen (stored->xml));
  return hf_guide_parse (xml, error);
}

/* @answer stays 0 where there is none on a scale. */
static gboolean
read_scale (HfStoreSession *session, const HfInterview *interview, const char *sql,
            HfCareAnswer *answer, GError **error)
{
  HfCallingRules rules;
  *answer = (HfCareAnswer){ 0 };
  g_autoptr (GPtrArray) given = hf_store_session_list (
      session, sql, HF_DB_VALUES (hf_db_integer (interview->id)), given_of_row, given_free,
      error);
  if (given == NULL || given->len == 0)
    return given != NULL;
  const Given *last = given->pdata[0];
  g_autoptr (HfGuide) guide = load_guide (session, interview->guide_id, error);
  if (guide == NULL || !hf_store_calling_rules_get (session, &rules, error))
    return FALSE;
  const HfQuestion *question = hf_guide_find (guide, last->question);
  if (question == NULL || question->kind != HF_QUESTION_SCALE)
    return TRUE;
  answer->value = atoi (last->value);
  answer->lowest = question->lowest;
  answer->highest = question->highest;
  answer->is_low = hf_diagnosis_factor (answer->value, question->lowest, question->highest)
                   < 100.0 / USUAL_SCALE * rules.care_below;
  return TRUE;
}

/**
 * hf_care_read_answer:
 * @session: a session
 * @interview: an interview
 * @answer: (out caller-allocates): how satisfied the customer is on the whole
 * @error: (nullable): %HF_STORE_ERROR, %HF_MARKUP_ERROR
 *
 * Reads which score was given in a call. The ends of the scale count as 0 and 10.
 *
 * Returns: whether it could be read
 */
gboolean
hf_care_read_answer (HfStoreSession *session, const HfInterview *interview,
                     HfCareAnswer *answer, GError **error)
{
  return read_scale (session, interview, LAST_ANSWER_TO (QUESTIONS), answer, error);
}

/**
 * hf_care_read_expected:
 * @session: a session
 * @interview: an interview
 * @found: how satisfied the customer is
 * @expected: (out caller-allocates): how satisfied they had expected to be
 * @error: (nullable): %HF_STORE_ERROR, %HF_MARKUP_ERROR
 *
 * Reads the other half of a pair of answers. What was asked on another scale cannot be
 * compared, and does not count.
 *
 * Returns: whether it could be read
 */
gboolean
hf_care_read_expected (HfStoreSession *session, const HfInterview *interview,
                       const HfCareAnswer *found, HfCareAnswer *expected, GError **error)
{
  if (!read_scale (session, interview, LAST_ANSWER_TO (EXPECTED), expected, error))
    return FALSE;
  if (expected->lowest != found->lowest || expected->highest != found->highest)
    *expected = (HfCareAnswer){ 0 };
  return TRUE;
}

static gboolean
find_round (HfStoreSession *session, const HfInterview *interview, gint64 *round,
            GError **error)
{
  *round = 0;
  return interview->kind != HF_INTERVIEW_LOW_SCORE
         || hf_store_session_count (session, "SELECT round FROM call_task WHERE id = $1",
                                    HF_DB_VALUES (hf_db_integer (interview->task_id)), round,
                                    error);
}

/**
 * hf_care_note_interview:
 * @session: a session that writes
 * @interview: an interview that ended
 * @error: (nullable): %HF_STORE_ERROR, %HF_MARKUP_ERROR
 *
 * Opens a low-satisfaction care call where a low score was given in a call about something
 * else; after a care call, again, up to %HF_FOLLOW_UP_MAX_ROUNDS times in
 * %HF_CARE_RECENT_DAYS days.
 *
 * Returns: whether it is stored
 */
gboolean
hf_care_note_interview (HfStoreSession *session, const HfInterview *interview, GError **error)
{
  HfCareAnswer answer;
  gint64 round;
  if (interview->kind == HF_INTERVIEW_LOST || interview->kind == HF_INTERVIEW_WIN_BACK)
    return TRUE;
  if (!hf_care_read_answer (session, interview, &answer, error)
      || !find_round (session, interview, &round, error))
    return FALSE;
  if (answer.highest == 0 || !answer.is_low)
    return hf_care_drop (session, interview->id, error);
  guint days = interview->kind == HF_INTERVIEW_LOW_SCORE ? DAYS_AFTER_CARE : DAYS_AFTER_SCORE;
  g_autofree char *why = why_of (answer.value * HF_AMOUNT_UNIT,
                                 answer.highest * HF_AMOUNT_UNIT);
  const HfCareCall call = { .customer_id = interview->customer_id,
                            .kind = HF_INTERVIEW_LOW_SCORE,
                            .cause_id = interview->id,
                            .round = round + 1,
                            .due_at = hf_store_session_get_now (session)
                                      + days * G_TIME_SPAN_DAY,
                            .why = why };
  return open_care (session, &call, error);
}
