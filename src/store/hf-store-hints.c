#include "config.h"

#include "hf-store-hints-private.h"

#include <glib/gi18n.h>

#include "hf-store-figures-private.h"
#include "hf-store-session-private.h"

#define TABLES                                                                                 \
  " FROM complaint_hint h JOIN customer c ON c.id = h.customer_id"                             \
  " LEFT JOIN branch b ON b.id = c.branch_id LEFT JOIN staff s ON s.id = h.staff_id"           \
  " LEFT JOIN staff d ON d.id = h.decided_by_id"                                               \
  " LEFT JOIN call_attempt a ON h.source = 'call' AND a.id = h.source_id"                      \
  " LEFT JOIN verbatim v ON h.source = 'verbatim' AND v.id = h.source_id"                      \
  " LEFT JOIN satisfaction_score o ON h.source = 'score' AND o.id = h.source_id"
#define COLUMNS                                                                                \
  "SELECT h.id, h.source, h.source_id, h.customer_id, h.staff_id, h.at, h.state, "             \
  "h.decided_at, h.complaint_id, coalesce (a.note, v.words, o.words), "                        \
  "coalesce (c.name, c.company), c.code, c.phone, b.name, s.name, d.name"

/* Whoever complained on that day or since is known. */
#define IS_TO_DECIDE                                                                           \
  " WHERE h.state IN ('open', 'later') AND NOT EXISTS (SELECT 1 FROM complaint k "             \
  "WHERE k.customer_id = h.customer_id AND k.received_on >= h.said_on)"

static gpointer
hint_of_row (HfDbStatement *row)
{
  HfComplaintHint *self = hf_complaint_hint_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->source = MAX (0,
                      hf_choice_find_name (hf_hint_sources, hf_db_statement_get_text (row, 1)));
  self->source_id = hf_db_statement_get_integer (row, 2);
  self->customer_id = hf_db_statement_get_integer (row, 3);
  self->staff_id = hf_db_statement_get_integer (row, 4);
  self->at = hf_db_statement_get_integer (row, 5);
  self->state = MAX (0,
                     hf_choice_find_name (hf_hint_states, hf_db_statement_get_text (row, 6)));
  self->decided_at = hf_db_statement_get_integer (row, 7);
  self->complaint_id = hf_db_statement_get_integer (row, 8);
  self->words = hf_db_statement_dup_text (row, 9);
  self->customer_name = hf_db_statement_dup_text (row, 10);
  self->customer_code = hf_db_statement_dup_text (row, 11);
  self->phone = hf_db_statement_dup_text (row, 12);
  self->branch = hf_db_statement_dup_text (row, 13);
  self->staff = hf_db_statement_dup_text (row, 14);
  self->decided_by = hf_db_statement_dup_text (row, 15);
  return self;
}

/**
 * hf_store_hints_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what sounds like a complaint and nobody has decided yet, the newest first; what was put
 * off comes after it.
 *
 * Returns: (transfer full) (nullable) (element-type HfComplaintHint): at most
 *   %HF_STORE_HINTS_MOST
 */
GPtrArray *
hf_store_hints_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session,
      COLUMNS TABLES IS_TO_DECIDE " ORDER BY CASE h.state WHEN 'open' THEN 0 ELSE 1 END, "
                                  "h.at DESC, h.id DESC LIMIT $1",
      HF_DB_VALUES (hf_db_integer (HF_STORE_HINTS_MOST)), hint_of_row, g_object_unref, error);
}

/**
 * hf_store_hints_count:
 * @session: a session
 * @count: (out): how many there are to decide
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts what hf_store_hints_list() would give without an end.
 *
 * Returns: whether it could be counted
 */
gboolean
hf_store_hints_count (HfStoreSession *session, gint64 *count, GError **error)
{
  return hf_store_session_count (session, "SELECT count(*) FROM complaint_hint h" IS_TO_DECIDE,
                                 HF_DB_NO_VALUES, count, error);
}

/**
 * hf_store_hints_find:
 * @session: a session
 * @complaint_id: a complaint's key
 * @hint: (out) (transfer full) (nullable): where it was found; %NULL for one that was taken
 *   while it was said
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for the words in which a complaint was found.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_hints_find (HfStoreSession *session, gint64 complaint_id, HfComplaintHint **hint,
                     GError **error)
{
  g_autoptr (GPtrArray) found = hf_store_session_list (
      session, COLUMNS TABLES " WHERE h.complaint_id = $1",
      HF_DB_VALUES (hf_db_integer (complaint_id)), hint_of_row, g_object_unref, error);
  *hint = found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
  return found != NULL;
}

/**
 * hf_store_hints_decide:
 * @session: a session that writes
 * @id: a hint's key
 * @state: what it is; %HF_HINT_OPEN takes a decision back
 * @error: (nullable): CONFLICT where somebody else has decided ...
 *
 * Keeps who decided when that words are no complaint, or are to be looked at later.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_hints_decide (HfStoreSession *session, gint64 id, HfHintState state, GError **error)
{
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return hf_store_session_update (
      session,
      "UPDATE complaint_hint SET state = $2, decided_by_id = $3, decided_at = $4 "
      "WHERE id = $1 AND (state IN ('open', 'later') OR ($2 = 'open' AND state = 'dismissed'))",
      HF_DB_VALUES (hf_db_integer (id), hf_db_text (hf_hint_states[state].name),
                    hf_db_reference (session->staff_id),
                    hf_db_integer (hf_store_session_get_now (session))),
      error);
}

/**
 * hf_hints_register:
 * @session: a session that writes
 * @id: the hint that a complaint was found by
 * @complaint_id: the complaint
 * @error: (nullable): INVALID where somebody else has registered it ...
 *
 * Keeps that words are a complaint now.
 *
 * Returns: whether it is stored
 */
gboolean
hf_hints_register (HfStoreSession *session, gint64 id, gint64 complaint_id, GError **error)
{
  gint64 n_there = 0, n_changed = 0;
  if (!hf_db_execute (session->db,
                      "UPDATE complaint_hint SET state = 'registered', complaint_id = $2, "
                      "decided_by_id = $3, decided_at = $4 WHERE id = $1 "
                      "AND state <> 'registered'",
                      HF_DB_VALUES (hf_db_integer (id), hf_db_integer (complaint_id),
                                    hf_db_reference (session->staff_id),
                                    hf_db_integer (hf_store_session_get_now (session))),
                      &n_changed, error))
    return FALSE;
  if (n_changed > 0)
    return TRUE;
  if (!hf_store_session_count (session, "SELECT count(*) FROM complaint_hint WHERE id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), &n_there, error))
    return FALSE;
  if (n_there == 0)
    return TRUE;
  g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                       _ ("Somebody else has registered this complaint already."));
  return FALSE;
}

/**
 * hf_figures_count_hints:
 * @scope: what is counted
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts what sounded like a complaint in the period, and what became of it.
 *
 * Returns: whether it could be counted
 */
gboolean
hf_figures_count_hints (const HfFiguresScope *scope, GError **error)
{
  HfFigures *figures = scope->figures;
  return hf_figures_scope_read (
      scope,
      "SELECT count(*), count (CASE WHEN h.state = 'registered' THEN 1 END), "
      "count (CASE WHEN h.state = 'dismissed' THEN 1 END), "
      "count (CASE WHEN h.state IN ('open', 'later') THEN 1 END) FROM complaint_hint h "
      "JOIN customer c ON c.id = h.customer_id WHERE " DAY_IN_PERIOD (
          "h.said_on") " AND " IN_BRANCH,
      (guint *[]){ &figures->hints.found, &figures->hints.registered, &figures->hints.dismissed,
                   &figures->hints.undecided },
      4, error);
}
