#include "config.h"

#include "hf-store-complaints.h"

#include "hf-store-session-private.h"

/**
 * hf_complaint_step_free:
 * @self: (transfer full): a step
 *
 * Frees it.
 */
void
hf_complaint_step_free (HfComplaintStep *self)
{
  g_free (self->step);
  g_free (self->staff);
  g_free (self->note);
  g_free (self);
}

static gpointer
step_of_row (HfDbStatement *row)
{
  HfComplaintStep *self = g_new0 (HfComplaintStep, 1);
  self->step = hf_db_statement_dup_text (row, 0);
  self->at = hf_db_statement_get_integer (row, 1);
  self->staff = hf_db_statement_dup_text (row, 2);
  self->note = hf_db_statement_dup_text (row, 3);
  self->not_pursued = hf_db_statement_get_integer (row, 4) != 0;
  return self;
}

/**
 * hf_store_complaints_list_steps:
 * @session: a session
 * @complaint_id: a complaint's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the steps that a complaint went through.
 *
 * Returns: (transfer full) (nullable) (element-type HfComplaintStep): in order of time
 */
GPtrArray *
hf_store_complaints_list_steps (HfStoreSession *session, gint64 complaint_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT p.step, p.at, s.name, p.note, p.not_pursued "
                                "FROM complaint_step p "
                                "LEFT JOIN staff s ON s.id = p.staff_id "
                                "WHERE p.complaint_id = $1 ORDER BY p.at, p.id",
                                HF_DB_VALUES (hf_db_integer (complaint_id)), step_of_row,
                                (GDestroyNotify) hf_complaint_step_free, error);
}
