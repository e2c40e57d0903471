#include "config.h"

#include "hf-store-complaints-private.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-promise-rules.h"
#include "hf-store-closing-private.h"
#include "hf-store-deadlines-private.h"
#include "hf-store-follow-ups-private.h"
#include "hf-store-pauses-private.h"
#include "hf-store-promises.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/**
 * hf_complaint_add_step:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @at: when
 * @move: how it goes to a step
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps a step in the history of a complaint.
 *
 * Returns: whether it is stored
 */
gboolean
hf_complaint_add_step (HfStoreSession *session, const HfComplaint *complaint, gint64 at,
                       const HfComplaintMove *move, GError **error)
{
  const char *step = move->is_word ? HF_COMPLAINT_WORD
                                   : hf_complaint_statuses[move->status].name;
  return hf_db_execute (
      session->db,
      "INSERT INTO complaint_step (id, complaint_id, step, at, staff_id, note, not_pursued, "
      "import_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (complaint->id),
                    hf_db_text (step), hf_db_integer (at), hf_db_reference (move->staff_id),
                    hf_db_text (move->note), hf_db_integer (move->not_pursued),
                    hf_db_reference (session->import_id)),
      NULL, error);
}

/* The steps of which the customer hears; what is done behind their back is no word. */
static gboolean
is_word (const HfComplaintMove *move)
{
  return move->is_word || move->status == HF_COMPLAINT_ACKNOWLEDGED
         || move->status == HF_COMPLAINT_RESPONDED || move->status == HF_COMPLAINT_COMMUNICATED;
}

/* A moment that is kept from the first time on, until it is taken back. */
static gint64
note_moment (gint64 before, gboolean happens, gboolean stays, gint64 now)
{
  return before != 0 && stays ? before : happens ? now : 0;
}

/* When the customer heard of it first, and when there was an answer; going back takes it back.
 */
static gboolean
note_times (HfStoreSession *session, HfComplaint *complaint, const HfComplaintMove *move,
            gboolean is_taken_back, GError **error)
{
  gint64 now = hf_store_session_get_now (session);
  gboolean is_told = is_word (move);
  gboolean is_answered = complaint->status >= HF_COMPLAINT_RESPONDED;
  complaint->acknowledged_at = note_moment (complaint->acknowledged_at, is_told, !is_taken_back,
                                            now);
  complaint->responded_at = note_moment (complaint->responded_at, is_answered, is_answered,
                                         now);
  if (is_told || is_answered)
    hf_deadlines_note_word (complaint, now);
  return hf_db_execute (session->db,
                        "UPDATE complaint SET acknowledged_at = $2, responded_at = $3, "
                        "next_word_by = $4, clock = $5, word_every = $6 WHERE id = $1",
                        HF_DB_VALUES (hf_db_integer (complaint->id),
                                      hf_db_integer (complaint->acknowledged_at),
                                      hf_db_integer (complaint->responded_at),
                                      hf_db_integer (complaint->next_word_by),
                                      HF_COMPLAINT_PROMISED_VALUES (complaint)),
                        NULL, error);
}

/* An answer that did not settle it is no reason to be late: the clocks begin again. */
static gboolean
begin_again (HfStoreSession *session, HfComplaint *complaint, const HfComplaintMove *move,
             GError **error)
{
  return complaint->status < HF_COMPLAINT_RESPONDED || move->status >= HF_COMPLAINT_RESPONDED
         || hf_deadlines_begin_again (session, complaint, move->note, error);
}

static gboolean
end_pause (HfStoreSession *session, const HfComplaint *complaint, GError **error)
{
  return complaint->status < HF_COMPLAINT_RESPONDED
         || hf_pauses_end_open (session, complaint->id, error);
}

static gboolean
go_to (HfStoreSession *session, HfComplaint *complaint, const HfComplaintMove *move,
       GError **error)
{
  gint64 now = hf_store_session_get_now (session);
  gboolean is_new_answer = complaint->status < HF_COMPLAINT_RESPONDED
                           && move->status != HF_COMPLAINT_CLOSED;
  gboolean is_taken_back = complaint->status >= HF_COMPLAINT_ACKNOWLEDGED
                           && move->status < HF_COMPLAINT_ACKNOWLEDGED;
  if (!begin_again (session, complaint, move, error))
    return FALSE;
  complaint->status = move->status;
  complaint->closed_at = move->status == HF_COMPLAINT_CLOSED ? now : 0;
  return hf_complaint_store (session, complaint, error)
         && note_times (session, complaint, move, is_taken_back, error)
         && hf_complaint_add_step (session, complaint, now, move, error)
         && end_pause (session, complaint, error)
         && (!is_new_answer || complaint->status < HF_COMPLAINT_RESPONDED
             || hf_store_promises_keep_answers (session, complaint->id, complaint->due_at,
                                                move->note, error))
         && (move->not_pursued ? hf_follow_ups_drop (session, complaint->id, error)
                               : hf_follow_ups_open (session, complaint, is_new_answer, error));
}

/**
 * hf_store_complaints_move:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @status: where it goes
 * @note: (nullable): what was done
 * @error: (nullable): CONFLICT, INVALID with what is missing where it may not be closed, or
 *   where an answered one goes back without a note ...
 *
 * Takes a complaint to another step, and keeps who did so when. One that is answered, once more
 * too, is followed up, what was promised by its deadline is kept, and a pause is over. Where an
 * answered one goes back, its clocks begin again.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_move (HfStoreSession *session, HfComplaint *complaint,
                          HfComplaintStatus status, const char *note, GError **error)
{
  const HfComplaintMove move = { status, session->staff_id, note, FALSE };
  return hf_closing_check (session, complaint, status, error)
         && go_to (session, complaint, &move, error);
}

/**
 * hf_store_complaints_give_word:
 * @session: a session that writes
 * @complaint: a stored complaint without an answer
 * @note: (nullable): what the customer was told
 * @error: (nullable): CONFLICT, also where there is an answer ...
 *
 * Keeps that the customer heard how it stands: the first word is given then, and the next one
 * is due as late after it as was promised. The complaint stays at its step.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_give_word (HfStoreSession *session, HfComplaint *complaint,
                               const char *note, GError **error)
{
  const HfComplaintMove word = { complaint->status, session->staff_id, note, .is_word = TRUE };
  if (complaint->status < HF_COMPLAINT_RESPONDED)
    return go_to (session, complaint, &word, error);
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT,
                       "the complaint has an answer");
  return FALSE;
}

/**
 * hf_store_complaints_give_up:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @why: why it is not pursued
 * @error: (nullable): CONFLICT, INVALID where there is no reason ...
 *
 * Closes a complaint though no second follow-up said satisfied, and keeps who decided so when
 * and why. The customer is not called about it any more.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_give_up (HfStoreSession *session, HfComplaint *complaint, const char *why,
                             GError **error)
{
  const HfComplaintMove move = { HF_COMPLAINT_CLOSED, session->staff_id, why, TRUE };
  return hf_closing_check_reason (why, error) && go_to (session, complaint, &move, error);
}

/**
 * hf_store_complaints_take_up:
 * @session: a session that writes
 * @complaint: an answered or closed complaint
 * @why: why it is not done with
 * @error: (nullable): CONFLICT, INVALID where there is no cause ...
 *
 * Takes a complaint up again, and keeps who decided so when and why. Its clocks begin again,
 * and it is locked until somebody else has asked the customer once more.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_take_up (HfStoreSession *session, HfComplaint *complaint, const char *why,
                             GError **error)
{
  const HfComplaintMove move = { HF_COMPLAINT_INVESTIGATING, session->staff_id, why, FALSE };
  if (!hf_text_is_blank (why))
    return go_to (session, complaint, &move, error);
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                       _ ("The complaint stays as it is. The reason to take it up again is "
                          "missing."));
  return FALSE;
}

/**
 * hf_complaints_reopen:
 * @session: a session that writes
 * @id: a complaint's key
 * @error: (nullable): CONFLICT ...
 *
 * Takes an answered or closed complaint up again, because its customer is still not satisfied.
 * It goes by itself, so that who asked does not count as one who dealt with it.
 *
 * Returns: whether it is stored
 */
gboolean
hf_complaints_reopen (HfStoreSession *session, gint64 id, GError **error)
{
  const HfComplaintMove move = { .status = HF_COMPLAINT_INVESTIGATING,
                                 .note = _ ("The customer is still not satisfied") };
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (session, id, error);
  return complaint != NULL
         && (complaint->status < HF_COMPLAINT_RESPONDED
             || go_to (session, complaint, &move, error));
}
