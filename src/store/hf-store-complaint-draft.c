#include "config.h"

#include "hf-store-complaint-draft.h"

#include "hf-complaint-draft.h"
#include "hf-store-session-private.h"

/**
 * hf_store_complaint_draft_save:
 * @session: a session that writes
 * @complaint: what was typed and is not registered yet
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps a complaint that is being written, one of each member of staff.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaint_draft_save (HfStoreSession *session, const HfComplaint *complaint,
                               GError **error)
{
  g_autofree char *text = hf_complaint_draft_format (complaint);
  return hf_db_execute (session->db,
                        "INSERT INTO complaint_draft (staff_id, complaint, at) "
                        "VALUES ($1, $2, $3) ON CONFLICT (staff_id) DO UPDATE SET "
                        "complaint = excluded.complaint, at = excluded.at",
                        HF_DB_VALUES (hf_db_integer (session->staff_id), hf_db_text (text),
                                      hf_db_integer (hf_store_session_get_now (session))),
                        NULL, error);
}

/**
 * hf_store_complaint_draft_clear:
 * @session: a session that writes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets the complaint that who works here was writing, as it is registered or given up.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaint_draft_clear (HfStoreSession *session, GError **error)
{
  return hf_db_execute (session->db, "DELETE FROM complaint_draft WHERE staff_id = $1",
                        HF_DB_VALUES (hf_db_integer (session->staff_id)), NULL, error);
}

static gpointer
draft_of_row (HfDbStatement *row)
{
  return hf_complaint_draft_parse (hf_db_statement_get_text (row, 0));
}

/**
 * hf_store_complaint_draft_find:
 * @session: a session
 * @complaint: (out) (transfer full) (nullable): what was typed, %NULL for nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for a complaint that who works here began to write.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_complaint_draft_find (HfStoreSession *session, HfComplaint **complaint, GError **error)
{
  g_autoptr (GPtrArray) found = hf_store_session_list (
      session, "SELECT complaint FROM complaint_draft WHERE staff_id = $1",
      HF_DB_VALUES (hf_db_integer (session->staff_id)), draft_of_row, g_object_unref, error);
  *complaint = found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  return found != NULL;
}
