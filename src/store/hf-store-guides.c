#include "config.h"

#include "hf-id.h"
#include "hf-store-interviews.h"
#include "hf-store-session-private.h"

/**
 * hf_stored_guide_free:
 * @self: (transfer full): a guide
 *
 * Frees it.
 */
void
hf_stored_guide_free (HfStoredGuide *self)
{
  g_free (self->code);
  g_free (self->xml);
  g_free (self);
}

static gpointer
guide_of_row (HfDbStatement *row)
{
  HfStoredGuide *self = g_new0 (HfStoredGuide, 1);
  self->id = hf_db_statement_get_integer (row, 0);
  self->code = hf_db_statement_dup_text (row, 1);
  self->version = hf_db_statement_get_integer (row, 2);
  self->xml = hf_db_statement_dup_text (row, 3);
  return self;
}

/**
 * hf_store_guides_get:
 * @session: a session
 * @id: a guide version's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads one version of a guide.
 *
 * Returns: (transfer full) (nullable): the guide
 */
HfStoredGuide *
hf_store_guides_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT id, code, version, xml FROM guide WHERE id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), guide_of_row, error);
}

static gpointer
listed_guide_of_row (HfDbStatement *row)
{
  HfStoredGuide *self = guide_of_row (row);
  self->created_at = hf_db_statement_get_integer (row, 4);
  self->interviews = hf_db_statement_get_integer (row, 5);
  return self;
}

/**
 * hf_store_guides_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads every version of every guide, with how many interviews were led with it.
 *
 * Returns: (transfer full) (nullable) (element-type HfStoredGuide): by code, the latest version
 *   first
 */
GPtrArray *
hf_store_guides_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT g.id, g.code, g.version, g.xml, g.created_at, "
                                "(SELECT count(*) FROM interview i WHERE i.guide_id = g.id) "
                                "FROM guide g ORDER BY g.code, g.version DESC",
                                HF_DB_NO_VALUES, listed_guide_of_row,
                                (GDestroyNotify) hf_stored_guide_free, error);
}

/**
 * hf_store_guides_get_latest:
 * @session: a session
 * @kind: what the guide is for
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads the version that a new interview uses.
 *
 * Returns: (transfer full) (nullable): the guide
 */
HfStoredGuide *
hf_store_guides_get_latest (HfStoreSession *session, HfInterviewKind kind, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT id, code, version, xml FROM guide WHERE kind = $1 "
                               "AND retired = 0 ORDER BY created_at DESC, version DESC LIMIT 1",
                               HF_DB_VALUES (hf_db_text (hf_interview_kinds[kind].name)),
                               guide_of_row, error);
}

/**
 * hf_store_guides_find:
 * @session: a session
 * @code: a guide's code
 * @xml: its text
 * @id: (out): the key of the latest version where it has this text, else 0
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks whether a guide's latest version has a text.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_guides_find (HfStoreSession *session, const char *code, const char *xml, gint64 *id,
                      GError **error)
{
  return hf_store_session_count (
      session,
      "SELECT id FROM guide WHERE code = $1 AND xml = $2 AND version = "
      "(SELECT max (version) FROM guide WHERE code = $1)",
      HF_DB_VALUES (hf_db_text (code), hf_db_text (xml)), id, error);
}

/**
 * hf_store_guides_add:
 * @session: a session that writes
 * @code: a guide's code
 * @kind: what the guide is for
 * @xml: its text
 * @id: (out): the new version's key; of the latest version where it has the same text
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores a guide's next version; earlier ones stay as they were.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_guides_add (HfStoreSession *session, const char *code, HfInterviewKind kind,
                     const char *xml, gint64 *id, GError **error)
{
  gint64 version = 0;
  if (!hf_store_guides_find (session, code, xml, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!hf_store_session_count (session, "SELECT max (version) FROM guide WHERE code = $1",
                               HF_DB_VALUES (hf_db_text (code)), &version, error))
    return FALSE;
  *id = hf_id_new ();
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "INSERT INTO guide (id, code, version, kind, xml, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      HF_DB_VALUES (hf_db_integer (*id), hf_db_text (code), hf_db_integer (version + 1),
                    hf_db_text (hf_interview_kinds[kind].name), hf_db_text (xml),
                    hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
}
