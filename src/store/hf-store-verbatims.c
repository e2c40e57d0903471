#include "config.h"

#include "hf-id.h"
#include "hf-store-interviews.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"

static gboolean
find_existing (HfStoreSession *session, HfVerbatim *verbatim, GError **error)
{
  if (verbatim->id != 0 || verbatim->interview_id == 0 || verbatim->question == NULL)
    return TRUE;
  return hf_store_session_count (
      session, "SELECT id FROM verbatim WHERE interview_id = $1 AND question = $2",
      HF_DB_VALUES (hf_db_integer (verbatim->interview_id), hf_db_text (verbatim->question)),
      &verbatim->id, error);
}

static void
undo_insert (gpointer verbatim)
{
  ((HfVerbatim *) verbatim)->id = 0;
}

/**
 * hf_store_verbatims_save:
 * @session: a session that writes
 * @verbatim: words; those to the same question of the same interview are replaced
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores a customer's words.
 *
 * Returns: whether they are stored
 */
gboolean
hf_store_verbatims_save (HfStoreSession *session, HfVerbatim *verbatim, GError **error)
{
  if (!find_existing (session, verbatim, error))
    return FALSE;
  if (verbatim->id == 0)
    {
      verbatim->id = hf_id_new ();
      hf_store_session_on_undo (session, verbatim, undo_insert);
    }
  if (verbatim->at == 0)
    verbatim->at = hf_store_session_get_now (session);
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "INSERT INTO verbatim (id, customer_id, interview_id, complaint_id, question, words, at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET "
      "words = excluded.words, at = excluded.at",
      HF_DB_VALUES (hf_db_integer (verbatim->id), hf_db_reference (verbatim->customer_id),
                    hf_db_reference (verbatim->interview_id),
                    hf_db_reference (verbatim->complaint_id), hf_db_text (verbatim->question),
                    hf_db_text (verbatim->words), hf_db_integer (verbatim->at)),
      NULL, error);
}

static gpointer
verbatim_of_row (HfDbStatement *row)
{
  HfVerbatim *self = hf_verbatim_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->customer_id = hf_db_statement_get_integer (row, 1);
  self->interview_id = hf_db_statement_get_integer (row, 2);
  self->complaint_id = hf_db_statement_get_integer (row, 3);
  self->question = hf_db_statement_dup_text (row, 4);
  self->words = hf_db_statement_dup_text (row, 5);
  self->at = hf_db_statement_get_integer (row, 6);
  self->customer_code = hf_db_statement_dup_text (row, 7);
  self->customer_name = hf_db_statement_dup_text (row, 8);
  self->codes = hf_db_statement_dup_text (row, 9);
  return self;
}

#define COLUMNS                                                                                \
  "v.id, v.customer_id, v.interview_id, v.complaint_id, v.question, v.words, v.at, c.code, "   \
  "c.name, (SELECT group_concat (o.code, ',') FROM (SELECT r.code FROM coded_reason r "        \
  "WHERE r.verbatim_id = v.id ORDER BY r.id) o)"
#define TABLES " FROM verbatim v LEFT JOIN customer c ON c.id = v.customer_id"

/**
 * hf_store_verbatims_list:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the customer's words in an interview.
 *
 * Returns: (transfer full) (nullable) (element-type HfVerbatim): in order of time
 */
GPtrArray *
hf_store_verbatims_list (HfStoreSession *session, gint64 interview_id, GError **error)
{
  return hf_store_session_list (
      session, "SELECT " COLUMNS TABLES " WHERE v.interview_id = $1 ORDER BY v.at, v.id",
      HF_DB_VALUES (hf_db_integer (interview_id)), verbatim_of_row, g_object_unref, error);
}

/**
 * hf_store_verbatims_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last words that were read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads customers' words in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfVerbatim): the words, none at the end
 */
GPtrArray *
hf_store_verbatims_list_after (HfStoreSession *session, const HfStoreScope *scope,
                               gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind_moments (scope, after_id, count, values);
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS TABLES " WHERE v.id > $1 AND " HF_STORE_AT_IN_SCOPE (
          "v.at", "c.branch_id") " ORDER BY v.id LIMIT $2",
      values, G_N_ELEMENTS (values), verbatim_of_row, g_object_unref, error);
}
