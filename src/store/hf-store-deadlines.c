#include "config.h"

#include "hf-store-deadlines-private.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-promise-rules.h"
#include "hf-store-promises.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* Nobody promised anything when words were said that were found later to be a complaint. */
static gint64
begins_at (HfStoreSession *session, const HfComplaint *complaint)
{
  return complaint->hint_id != 0 ? hf_store_session_get_now (session) : complaint->received_at;
}

/* By which clock, and how often word is promised in between, as the class says now. */
static gboolean
note_class (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  HfPromiseRules rules;
  if (!hf_store_promise_rules_get (session, &rules, error))
    return FALSE;
  complaint->clock = rules.of[complaint->term].clock;
  complaint->word_every = rules.of[complaint->term].update;
  return TRUE;
}

static gboolean
work_out (HfStoreSession *session, HfComplaint *complaint, gint64 from, HfDeadlines *deadlines,
          GError **error)
{
  if (!hf_store_promise_rules_work_out (session, complaint->term, complaint->branch_id, from,
                                        deadlines, error))
    return FALSE;
  complaint->next_word_by = deadlines->next_word;
  return TRUE;
}

/**
 * hf_deadlines_set:
 * @session: a session that writes
 * @complaint: a new complaint; gets its deadlines where a class was promised and they are not
 *   set yet
 * @error: (nullable): %HF_STORE_ERROR, %HF_PROMISE_RULES_ERROR
 *
 * Works out until when a complaint is answered, by the firm's classes and the branch's
 * calendar.
 *
 * Returns: whether they are set
 */
gboolean
hf_deadlines_set (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  HfDeadlines deadlines;
  if (complaint->term == HF_COMPLAINT_NO_TERM || complaint->term == HF_PROMISE_DATED)
    return TRUE;
  if (!note_class (session, complaint, error))
    return FALSE;
  if (complaint->due_at != 0)
    return TRUE;
  if (!work_out (session, complaint, begins_at (session, complaint), &deadlines, error))
    return FALSE;
  complaint->respond_by = deadlines.respond_by;
  complaint->due_at = deadlines.resolve_by;
  return TRUE;
}

/**
 * hf_deadlines_note_word:
 * @complaint: a complaint of which the customer has just heard
 * @now: when
 *
 * Works out until when they hear of it again, by what was promised then.
 */
void
hf_deadlines_note_word (HfComplaint *complaint, gint64 now)
{
  gboolean is_due = complaint->word_every > 0 && complaint->status < HF_COMPLAINT_RESPONDED;
  complaint->next_word_by = is_due ? now + complaint->word_every * G_TIME_SPAN_MINUTE : 0;
}

static gboolean
log_change (HfStoreSession *session, const HfComplaint *complaint, HfDeadlineKind kind,
            gint64 before, gint64 after, const char *why, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO deadline_change (id, complaint_id, kind, before_at, after_at, at, staff_id, "
      "why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (complaint->id),
                    hf_db_text (hf_deadline_kinds[kind].name), hf_db_integer (before),
                    hf_db_integer (after), hf_db_integer (hf_store_session_get_now (session)),
                    hf_db_reference (session->staff_id), hf_db_text (why)),
      NULL, error);
}

static gboolean
check_reason (const char *why, GError **error)
{
  if (!hf_text_is_blank (why))
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                       _ ("A promise is made anew only with its reason."));
  return FALSE;
}

static void
undo_update (gpointer data)
{
  ((HfComplaint *) data)->revision--;
}

/**
 * hf_store_deadlines_move:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @kind: which of its deadlines
 * @after: a moment
 * @why: what the customer was told, not blank
 * @error: (nullable): CONFLICT, INVALID without a cause ...
 *
 * Promises anew. No deadline moves in any other way, and each move is kept with its cause.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_deadlines_move (HfStoreSession *session, HfComplaint *complaint, HfDeadlineKind kind,
                         gint64 after, const char *why, GError **error)
{
  gint64 *deadline = kind == HF_DEADLINE_RESPOND ? &complaint->respond_by : &complaint->due_at;
  gint64 before = *deadline;
  if (!check_reason (why, error))
    return FALSE;
  if (!hf_store_session_update (
          session,
          kind == HF_DEADLINE_RESPOND
              ? "UPDATE complaint SET respond_by = $2, revision = revision + 1 "
                "WHERE id = $1 AND revision = $3"
              : "UPDATE complaint SET due_at = $2, revision = revision + 1 "
                "WHERE id = $1 AND revision = $3",
          HF_DB_VALUES (hf_db_integer (complaint->id), hf_db_integer (after),
                        hf_db_integer (complaint->revision)),
          error))
    return FALSE;
  complaint->revision++;
  hf_store_session_on_undo (session, complaint, undo_update);
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  if (!log_change (session, complaint, kind, before, after, why, error)
      || (kind == HF_DEADLINE_RESOLVE
          && !hf_store_promises_move_answers (session, complaint->id, before, after, why,
                                              error)))
    return FALSE;
  *deadline = after;
  return TRUE;
}

/**
 * hf_deadlines_begin_again:
 * @session: a session that writes
 * @complaint: a stored complaint that was answered and is taken up again
 * @why: the cause
 * @error: (nullable): CONFLICT ...
 *
 * Lets the clocks begin again, as a promise that is made anew for this cause; what was promised
 * first was kept or not by the answer that there was. What a file brings is history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_deadlines_begin_again (HfStoreSession *session, HfComplaint *complaint, const char *why,
                          GError **error)
{
  HfDeadlines deadlines;
  if (complaint->term == HF_COMPLAINT_NO_TERM || complaint->term == HF_PROMISE_DATED
      || session->import_id != 0)
    return TRUE;
  if (!check_reason (why, error) || !note_class (session, complaint, error)
      || !work_out (session, complaint, hf_store_session_get_now (session), &deadlines, error))
    return FALSE;
  /* An emergency has no end that could be promised anew. */
  if (complaint->due_at == 0 && deadlines.resolve_by == 0)
    return TRUE;
  return hf_store_deadlines_move (session, complaint, HF_DEADLINE_RESOLVE, deadlines.resolve_by,
                                  why, error);
}

static gpointer
change_of_row (HfDbStatement *row)
{
  HfDeadlineChange *self = hf_deadline_change_new ();
  self->kind = MAX (0,
                    hf_choice_find_name (hf_deadline_kinds, hf_db_statement_get_text (row, 0)));
  self->before = hf_db_statement_get_integer (row, 1);
  self->after = hf_db_statement_get_integer (row, 2);
  self->at = hf_db_statement_get_integer (row, 3);
  self->why = hf_db_statement_dup_text (row, 4);
  self->staff = hf_db_statement_dup_text (row, 5);
  return self;
}

/**
 * hf_store_deadlines_list:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads how often a complaint's deadlines were promised anew.
 *
 * Returns: (transfer full) (nullable) (element-type HfDeadlineChange): in order of time
 */
GPtrArray *
hf_store_deadlines_list (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT d.kind, d.before_at, d.after_at, d.at, d.why, s.name FROM deadline_change d "
      "LEFT JOIN staff s ON s.id = d.staff_id WHERE d.complaint_id = $1 ORDER BY d.at, d.id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), change_of_row, g_object_unref, error);
}
