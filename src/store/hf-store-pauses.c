#include "config.h"

#include "hf-store-pauses-private.h"

#include <glib/gi18n.h>

#include "hf-id.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/**
 * hf_store_pauses_begin:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @why: what is waited for, such as the customer's papers; not blank
 * @error: (nullable): INVALID without a reason, CONFLICT where it is paused already ...
 *
 * Says that nobody can go on with a complaint for now. Its deadlines stay where they are.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_pauses_begin (HfStoreSession *session, gint64 complaint_id, const char *why,
                       GError **error)
{
  if (hf_text_is_blank (why))
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                           _ ("A pause says what is waited for."));
      return FALSE;
    }
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return hf_store_session_update (
      session,
      "INSERT INTO complaint_pause (id, complaint_id, from_at, why, staff_id) "
      "SELECT $1, c.id, $3, $4, $5 FROM complaint c WHERE c.id = $2 AND NOT EXISTS "
      "(SELECT 1 FROM complaint_pause p WHERE p.complaint_id = c.id AND p.to_at = 0)",
      HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (complaint_id),
                    hf_db_integer (hf_store_session_get_now (session)), hf_db_text (why),
                    hf_db_reference (session->staff_id)),
      error);
}

/**
 * hf_store_pauses_end:
 * @session: a session that writes
 * @complaint_id: a complaint's key
 * @error: (nullable): CONFLICT where it is not paused ...
 *
 * Says that a complaint goes on.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_pauses_end (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_COMPLAINTS);
  return hf_store_session_update (
      session, "UPDATE complaint_pause SET to_at = $2 WHERE complaint_id = $1 AND to_at = 0",
      HF_DB_VALUES (hf_db_integer (complaint_id),
                    hf_db_integer (hf_store_session_get_now (session))),
      error);
}

/**
 * hf_pauses_end_open:
 * @session: a session that writes
 * @complaint_id: the key of a complaint that was answered or closed just now
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Ends a pause where there is one: nothing is waited for any more.
 *
 * Returns: whether it is stored
 */
gboolean
hf_pauses_end_open (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return hf_db_execute (
      session->db,
      "UPDATE complaint_pause SET to_at = $2 WHERE complaint_id = $1 AND to_at = 0",
      HF_DB_VALUES (hf_db_integer (complaint_id),
                    hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
}

/**
 * hf_store_pauses_list:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads when a complaint could not go on, and why.
 *
 * Returns: (transfer full) (nullable) (element-type HfPause): by their beginnings
 */
GArray *
hf_store_pauses_list (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  HfDbStep step;
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT from_at, to_at, why FROM complaint_pause WHERE complaint_id = $1 "
      "ORDER BY from_at, id",
      HF_DB_VALUES (hf_db_integer (complaint_id)), error);
  if (rows == NULL)
    return NULL;
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (HfPause));
  g_array_set_clear_func (pauses, (GDestroyNotify) hf_pause_clear);
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      HfPause pause = { hf_db_statement_get_integer (rows, 0),
                        hf_db_statement_get_integer (rows, 1),
                        hf_db_statement_dup_text (rows, 2) };
      g_array_append_val (pauses, pause);
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&pauses) : NULL;
}
