#include "config.h"

#include "hf-store-interviews.h"

#include "hf-id.h"
#include "hf-store-attempts.h"
#include "hf-store-care-private.h"
#include "hf-store-consents.h"
#include "hf-store-follow-ups-private.h"
#include "hf-store-queue.h"
#include "hf-store-referrals.h"
#include "hf-store-reviews.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-store-win-back-private.h"
#include "hf-time.h"

#define COLUMNS                                                                                \
  "i.id, i.revision, i.customer_id, i.guide_id, i.task_id, i.staff_id, i.kind, i.state, "      \
  "i.language, i.position, i.outcome, i.note, i.started_at, i.ended_at, i.seconds, c.code, "   \
  "c.name, s.name"
#define TABLES                                                                                 \
  " FROM interview i JOIN customer c ON c.id = i.customer_id"                                  \
  " LEFT JOIN staff s ON s.id = i.staff_id"

static gpointer
interview_of_row (HfDbStatement *row)
{
  HfInterview *self = hf_interview_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->guide_id = hf_db_statement_get_integer (row, 3);
  self->task_id = hf_db_statement_get_integer (row, 4);
  self->staff_id = hf_db_statement_get_integer (row, 5);
  self->kind = MAX (
      0, hf_choice_find_name (hf_interview_kinds, hf_db_statement_get_text (row, 6)));
  self->state = MAX (
      0, hf_choice_find_name (hf_interview_states, hf_db_statement_get_text (row, 7)));
  self->language = hf_db_statement_dup_text (row, 8);
  self->position = hf_db_statement_dup_text (row, 9);
  self->outcome = hf_db_statement_dup_text (row, 10);
  self->note = hf_db_statement_dup_text (row, 11);
  self->started_at = hf_db_statement_get_integer (row, 12);
  self->ended_at = hf_db_statement_get_integer (row, 13);
  self->seconds = hf_db_statement_get_integer (row, 14);
  self->customer_code = hf_db_statement_dup_text (row, 15);
  self->customer_name = hf_db_statement_dup_text (row, 16);
  self->staff = hf_db_statement_dup_text (row, 17);
  return self;
}

/**
 * hf_store_interviews_get:
 * @session: a session
 * @id: an interview's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads an interview.
 *
 * Returns: (transfer full) (nullable): the interview
 */
HfInterview *
hf_store_interviews_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (session, "SELECT " COLUMNS TABLES " WHERE i.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), interview_of_row, error);
}

/**
 * hf_store_interviews_find_open:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): NOT_FOUND where none is in progress
 *
 * Reads the interview with a customer that is in progress.
 *
 * Returns: (transfer full) (nullable): the interview
 */
HfInterview *
hf_store_interviews_find_open (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT " COLUMNS TABLES " WHERE i.customer_id = $1 "
                               "AND i.state = 'open' ORDER BY i.started_at DESC LIMIT 1",
                               HF_DB_VALUES (hf_db_integer (customer_id)), interview_of_row,
                               error);
}

/**
 * hf_store_interviews_list_open:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the interviews that were begun and not ended, as after a crash.
 *
 * Returns: (transfer full) (nullable) (element-type HfInterview): newest first
 */
GPtrArray *
hf_store_interviews_list_open (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session, "SELECT " COLUMNS TABLES " WHERE i.state = 'open' ORDER BY i.started_at DESC",
      HF_DB_NO_VALUES, interview_of_row, g_object_unref, error);
}

/**
 * hf_store_interviews_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last interview that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads interviews in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfInterview): the interviews, none at the
 * end
 */
GPtrArray *
hf_store_interviews_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS TABLES " WHERE i.id > $1 AND " HF_STORE_IN_SCOPE (
          "i.started_on", "c.branch_id") " ORDER BY i.id LIMIT $2",
      values, G_N_ELEMENTS (values), interview_of_row, g_object_unref, error);
}

static gboolean
insert_interview (HfStoreSession *session, HfInterview *interview, GError **error)
{
  g_autofree char *day = hf_time_format_date (interview->started_at);
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "INSERT INTO interview (id, customer_id, guide_id, task_id, staff_id, kind, state, "
      "language, position, outcome, note, started_at, started_on, ended_at, seconds) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      HF_DB_VALUES (hf_db_integer (interview->id), hf_db_integer (interview->customer_id),
                    hf_db_integer (interview->guide_id), hf_db_reference (interview->task_id),
                    hf_db_reference (interview->staff_id),
                    hf_db_text (hf_interview_kinds[interview->kind].name),
                    hf_db_text (hf_interview_states[interview->state].name),
                    hf_db_text (interview->language), hf_db_text (interview->position),
                    hf_db_text (interview->outcome), hf_db_text (interview->note),
                    hf_db_integer (interview->started_at), hf_db_text (day),
                    hf_db_integer (interview->ended_at), hf_db_integer (interview->seconds)),
      NULL, error);
}

static gboolean
update_interview (HfStoreSession *session, HfInterview *interview, GError **error)
{
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_store_session_update (
      session,
      "UPDATE interview SET state = $2, language = $3, position = $4, outcome = $5, note = $6, "
      "ended_at = $7, seconds = $8, revision = revision + 1 WHERE id = $1 AND revision = $9",
      HF_DB_VALUES (hf_db_integer (interview->id),
                    hf_db_text (hf_interview_states[interview->state].name),
                    hf_db_text (interview->language), hf_db_text (interview->position),
                    hf_db_text (interview->outcome), hf_db_text (interview->note),
                    hf_db_integer (interview->ended_at), hf_db_integer (interview->seconds),
                    hf_db_integer (interview->revision)),
      error);
}

static void
undo_insert (gpointer data)
{
  HfInterview *interview = data;
  interview->id = 0;
  interview->revision = 0;
}

static void
undo_update (gpointer data)
{
  ((HfInterview *) data)->revision--;
}

/**
 * hf_store_interviews_save:
 * @session: a session that writes
 * @interview: an interview; a new one gets its key
 * @error: (nullable): CONFLICT where a second window has it too ...
 *
 * Stores where an interview stands. Its customer, guide, kind and beginning never change.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_interviews_save (HfStoreSession *session, HfInterview *interview, GError **error)
{
  gboolean is_new = interview->id == 0;
  if (is_new)
    {
      interview->id = hf_id_new ();
      hf_store_session_on_undo (session, interview, undo_insert);
    }
  if (!(is_new ? insert_interview (session, interview, error)
               : update_interview (session, interview, error)))
    return FALSE;
  interview->revision++;
  if (!is_new)
    hf_store_session_on_undo (session, interview, undo_update);
  return TRUE;
}

static gboolean
may_call (HfStoreSession *session, gint64 customer_id, GError **error)
{
  gint64 refused = 0;
  if (!hf_store_session_count (session, "SELECT do_not_call FROM customer WHERE id = $1",
                               HF_DB_VALUES (hf_db_integer (customer_id)), &refused, error))
    return FALSE;
  if (!refused)
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                       "the customer does not want to be called");
  return FALSE;
}

static gboolean
refuse_handler (HfStoreSession *session, const HfInterview *interview, GError **error)
{
  gboolean for_others = FALSE;
  if (interview->kind != HF_INTERVIEW_FOLLOW_UP || interview->task_id == 0)
    return TRUE;
  if (!hf_store_follow_ups_are_for_others (session, interview->task_id, &for_others, error))
    return FALSE;
  if (for_others)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                         "who dealt with the complaint does not follow it up");
  return !for_others;
}

/* An offer is made to who may be called about it, and to nobody else. */
static gboolean
may_offer (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind, GError **error)
{
  gboolean allowed = TRUE;
  if (kind != HF_INTERVIEW_WIN_BACK)
    return TRUE;
  if (!hf_store_consents_allow (session, customer_id, HF_CONSENT_WIN_BACK, &allowed, error))
    return FALSE;
  if (!allowed)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                         "the customer does not agree to offers");
  return allowed;
}

/**
 * hf_store_interviews_start:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @kind: what the call is about
 * @language: in which the guide is read
 * @error: (nullable): INVALID where the customer does not want to be called, or be made an
 *   offer, or who works here dealt with the complaint that would be followed up ...
 *
 * Begins an interview, or gives the one that is in progress with this customer.
 *
 * Returns: (transfer full) (nullable): the interview
 */
HfInterview *
hf_store_interviews_start (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                           const char *language, GError **error)
{
  g_autoptr (HfInterview) open = hf_store_interviews_find_open (session, customer_id, NULL);
  if (open != NULL)
    return refuse_handler (session, open, error)
                   && may_offer (session, customer_id, open->kind, error)
               ? g_steal_pointer (&open)
               : NULL;
  if (!may_call (session, customer_id, error) || !may_offer (session, customer_id, kind, error))
    return NULL;
  g_autoptr (HfStoredGuide) guide = hf_store_guides_get_latest (session, kind, error);
  g_autoptr (HfInterview) interview = hf_interview_new ();
  if (guide == NULL
      || !hf_store_queue_find (session, customer_id, kind, &interview->task_id, error))
    return NULL;
  interview->customer_id = customer_id;
  interview->guide_id = guide->id;
  interview->staff_id = session->staff_id;
  interview->kind = kind;
  if (!refuse_handler (session, interview, error))
    return NULL;
  interview->language = g_strdup (language);
  interview->started_at = hf_store_session_get_now (session);
  if (!hf_store_interviews_save (session, interview, error))
    return NULL;
  return hf_store_interviews_get (session, interview->id, error);
}

/* What the answers of a call that told something open or settle elsewhere. */
static gboolean
note_answers (HfStoreSession *session, const HfInterview *interview, GError **error)
{
  gboolean noted = FALSE;
  if (interview->state != HF_INTERVIEW_COMPLETED && interview->state != HF_INTERVIEW_PARTIAL)
    return TRUE;
  return hf_follow_ups_note_result (session, interview, &noted, error)
         && (noted || hf_care_note_interview (session, interview, error))
         && hf_win_back_note_result (session, interview, error);
}

/**
 * hf_store_interviews_finish:
 * @session: a session that writes
 * @interview: an interview in progress
 * @outcome: a code of the outcome table
 * @state: what the interview becomes
 * @call_again_at: when the customer is called again, 0 for never
 * @note: (nullable): in the words of who called
 * @error: (nullable): CONFLICT ...
 *
 * Ends an interview: the attempt is logged, and the entry of the queue is done or waits for the
 * next call. What was answered reaches the complaint that it follows up, a low score opens a
 * call, and who accepts a win-back offer is won back.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_interviews_finish (HfStoreSession *session, HfInterview *interview,
                            const char *outcome, HfInterviewState state, gint64 call_again_at,
                            const char *note, GError **error)
{
  interview->state = state;
  interview->ended_at = hf_store_session_get_now (session);
  g_free (interview->outcome);
  interview->outcome = g_strdup (outcome);
  g_free (interview->note);
  interview->note = g_strdup (note);
  g_autoptr (HfCallAttempt) attempt = hf_call_attempt_new ();
  attempt->task_id = interview->task_id;
  attempt->customer_id = interview->customer_id;
  attempt->interview_id = interview->id;
  attempt->staff_id = interview->staff_id;
  attempt->outcome = g_strdup (outcome);
  attempt->note = g_strdup (note);
  attempt->started_at = interview->called_at != 0 ? interview->called_at
                                                  : interview->started_at;
  attempt->ended_at = interview->ended_at;
  return hf_store_interviews_save (session, interview, error)
         && hf_store_reviews_note_end (session, interview, error)
         && hf_store_referrals_keep (session, interview, error)
         && hf_db_execute (session->db, "DELETE FROM draft WHERE interview_id = $1",
                           HF_DB_VALUES (hf_db_integer (interview->id)), NULL, error)
         && hf_store_attempts_add (session, attempt, interview->kind, call_again_at, error)
         && note_answers (session, interview, error);
}
