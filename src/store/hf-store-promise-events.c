#include "config.h"

#include "hf-store-promises.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-promises-private.h"
#include "hf-text.h"

static void
undo_update (gpointer data)
{
  ((HfPromise *) data)->revision--;
}

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
is_open (const HfPromise *promise, GError **error)
{
  return promise->state == HF_PROMISE_OPEN
         || refuse (error, _ ("This promise has ended already."));
}

static gboolean
log_event (HfStoreSession *session, const HfPromise *promise, const HfPromise *before,
           HfPromiseEventKind kind, const char *note, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO promise_event (id, promise_id, kind, state, due_before, due_after, "
      "owner_before_id, owner_after_id, at, staff_id, note, import_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (promise->id),
                    hf_db_text (hf_promise_event_kinds[kind].name),
                    hf_db_text (hf_promise_states[promise->state].name),
                    hf_db_integer (before->due_at), hf_db_integer (promise->due_at),
                    hf_db_reference (before->keeper_id), hf_db_reference (promise->keeper_id),
                    hf_db_integer (hf_store_session_get_now (session)),
                    hf_db_reference (session->staff_id), hf_db_text (note),
                    hf_db_reference (session->import_id)),
      NULL, error);
}

/* Stores what a promise has become, and how it came to that. */
static gboolean
store (HfStoreSession *session, HfPromise *promise, const HfPromise *before,
       HfPromiseEventKind kind, const char *note, GError **error)
{
  if (!hf_store_session_update (
          session,
          "UPDATE promise SET state = $2, done_at = $3, ended_by_id = $4, note = $5, "
          "due_at = $6, judged_at = $7, keeper_id = $8, revision = revision + 1 "
          "WHERE id = $1 AND revision = $9",
          HF_DB_VALUES (
              hf_db_integer (promise->id), hf_db_text (hf_promise_states[promise->state].name),
              hf_db_integer (promise->done_at), hf_db_reference (promise->ended_by_id),
              hf_db_text (promise->note), hf_db_integer (promise->due_at),
              hf_db_integer (promise->judged_at), hf_db_reference (promise->keeper_id),
              hf_db_integer (promise->revision)),
          error))
    return FALSE;
  promise->revision++;
  hf_store_session_on_undo (session, promise, undo_update);
  hf_store_session_touch (session, HF_STORE_PROMISES);
  return log_event (session, promise, before, kind, note, error)
         && hf_store_session_log (session, "promise", promise->id, "update", "state",
                                  hf_promise_states[before->state].name,
                                  hf_promise_states[promise->state].name, error);
}

/**
 * hf_store_promises_end:
 * @session: a session that writes
 * @promise: an open promise
 * @state: what became of it; of a kept one the time says whether it was kept late
 * @note: (nullable): how; of a broken one why, of a released one the customer's words
 * @error: (nullable): CONFLICT, INVALID without a reason ...
 *
 * Ends a promise.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_end (HfStoreSession *session, HfPromise *promise, HfPromiseState state,
                       const char *note, GError **error)
{
  g_autoptr (HfPromise) before = hf_promise_copy (promise);
  if (!is_open (promise, error))
    return FALSE;
  if (hf_promise_state_needs_note (state) && hf_text_is_blank (note))
    return refuse (error, state == HF_PROMISE_BROKEN
                              ? _ ("A promise is broken only with the reason.")
                              : _ ("A promise is released in the customer's words."));
  hf_promise_end (promise, state, hf_store_session_get_now (session), note);
  promise->ended_by_id = session->staff_id;
  return store (session, promise, before, HF_PROMISE_EVENT_ENDED, promise->note, error);
}

/**
 * hf_store_promises_reopen:
 * @session: a session that writes
 * @promise: a promise that has ended
 * @error: (nullable): CONFLICT ...
 *
 * Lets a promise wait again; how it had ended stays in its history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_reopen (HfStoreSession *session, HfPromise *promise, GError **error)
{
  g_autoptr (HfPromise) before = hf_promise_copy (promise);
  hf_promise_reopen (promise);
  return store (session, promise, before, HF_PROMISE_EVENT_REOPENED, NULL, error);
}

/**
 * hf_store_promises_make_anew:
 * @session: a session that writes
 * @promise: an open promise
 * @due_at: until when it is promised now
 * @why: what the customer was told, not blank
 * @error: (nullable): CONFLICT, INVALID without a cause ...
 *
 * Promises anew. No deadline moves in any other way, and each move is kept with its cause; one
 * that has passed goes on to count.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_make_anew (HfStoreSession *session, HfPromise *promise, gint64 due_at,
                             const char *why, GError **error)
{
  g_autoptr (HfPromise) before = hf_promise_copy (promise);
  if (!is_open (promise, error))
    return FALSE;
  if (hf_text_is_blank (why))
    return refuse (error, _ ("A promise is made anew only with its reason."));
  hf_promise_make_anew (promise, due_at, hf_store_session_get_now (session));
  return store (session, promise, before, HF_PROMISE_EVENT_ANEW, why, error);
}

/**
 * hf_store_promises_give:
 * @session: a session that writes
 * @promise: an open promise
 * @keeper_id: who keeps it from now on
 * @why: (nullable): why
 * @error: (nullable): CONFLICT ...
 *
 * Gives a promise to a colleague, as when who made it leaves. Who made it stays known.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_give (HfStoreSession *session, HfPromise *promise, gint64 keeper_id,
                        const char *why, GError **error)
{
  g_autoptr (HfPromise) before = hf_promise_copy (promise);
  if (!is_open (promise, error))
    return FALSE;
  promise->keeper_id = keeper_id;
  return store (session, promise, before, HF_PROMISE_EVENT_GIVEN, why, error);
}

/**
 * hf_store_promises_take_back:
 * @session: a session that writes
 * @promise: a promise after a change
 * @before: the same before it
 * @error: (nullable): CONFLICT where somebody has changed it since ...
 *
 * Takes the last change back. Both stay in its history.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_take_back (HfStoreSession *session, HfPromise *promise,
                             const HfPromise *before, GError **error)
{
  g_autoptr (HfPromise) changed = hf_promise_copy (promise);
  promise->state = before->state;
  promise->done_at = before->done_at;
  promise->ended_by_id = before->ended_by_id;
  hf_text_set (&promise->note, before->note);
  promise->due_at = before->due_at;
  promise->judged_at = before->judged_at;
  promise->keeper_id = before->keeper_id;
  return store (session, promise, changed, HF_PROMISE_EVENT_TAKEN_BACK, NULL, error);
}

/* What a complaint was promised to be answered by, and still waits: it has its deadline. */
static GPtrArray *
list_answers (HfStoreSession *session, gint64 complaint_id, gint64 due_at, GError **error)
{
  g_autoptr (GPtrArray) answers = hf_store_promises_list_of_complaint (session, complaint_id,
                                                                       error);
  for (guint i = answers != NULL ? answers->len : 0; i-- > 0;)
    {
      const HfPromise *promise = answers->pdata[i];
      if (promise->state != HF_PROMISE_OPEN || promise->due_at != due_at)
        g_ptr_array_remove_index (answers, i);
    }
  return g_steal_pointer (&answers);
}

/**
 * hf_store_promises_move_answers:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @before: until when it was to be answered
 * @after: until when it is promised now
 * @why: what the customer was told, not blank
 * @error: (nullable): CONFLICT ...
 *
 * Makes what was promised with a complaint's deadline anew, as the complaint is.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_move_answers (HfStoreSession *session, gint64 complaint_id, gint64 before,
                                gint64 after, const char *why, GError **error)
{
  g_autoptr (GPtrArray) answers = list_answers (session, complaint_id, before, error);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (!hf_store_promises_make_anew (session, answers->pdata[i], after, why, error))
      return FALSE;
  return answers != NULL;
}

/**
 * hf_store_promises_keep_answers:
 * @session: a session that writes
 * @complaint_id: the key of a complaint that was answered just now
 * @due_at: until when it was to be answered
 * @note: (nullable): what was answered
 * @error: (nullable): CONFLICT ...
 *
 * Ends what was promised with a complaint's deadline: to answer it keeps that.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_promises_keep_answers (HfStoreSession *session, gint64 complaint_id, gint64 due_at,
                                const char *note, GError **error)
{
  g_autoptr (GPtrArray) answers = list_answers (session, complaint_id, due_at, error);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (!hf_store_promises_end (session, answers->pdata[i], HF_PROMISE_KEPT, note, error))
      return FALSE;
  return answers != NULL;
}

static gpointer
event_of_row (HfDbStatement *row)
{
  HfPromiseEvent *self = hf_promise_event_new ();
  self->kind = MAX (
      0, hf_choice_find_name (hf_promise_event_kinds, hf_db_statement_get_text (row, 0)));
  self->state = MAX (
      0, hf_choice_find_name (hf_promise_states, hf_db_statement_get_text (row, 1)));
  self->due_before = hf_db_statement_get_integer (row, 2);
  self->due_after = hf_db_statement_get_integer (row, 3);
  self->at = hf_db_statement_get_integer (row, 4);
  self->note = hf_db_statement_dup_text (row, 5);
  self->staff = hf_db_statement_dup_text (row, 6);
  self->owner_before = hf_db_statement_dup_text (row, 7);
  self->owner_after = hf_db_statement_dup_text (row, 8);
  return self;
}

/**
 * hf_store_promises_list_events:
 * @session: a session
 * @promise_id: a promise's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was done about a promise after it was made.
 *
 * Returns: (transfer full) (nullable) (element-type HfPromiseEvent): in order of time
 */
GPtrArray *
hf_store_promises_list_events (HfStoreSession *session, gint64 promise_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT v.kind, v.state, v.due_before, v.due_after, v.at, v.note, s.name, f.name, g.name "
      "FROM promise_event v LEFT JOIN staff s ON s.id = v.staff_id "
      "LEFT JOIN staff f ON f.id = v.owner_before_id "
      "LEFT JOIN staff g ON g.id = v.owner_after_id "
      "WHERE v.promise_id = $1 ORDER BY v.at, v.id",
      HF_DB_VALUES (hf_db_integer (promise_id)), event_of_row, g_object_unref, error);
}
