#include "config.h"

#include "hf-store-guides.h"

#include "hf-id.h"
#include "hf-store.h"
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

#define COLUMNS "g.id, g.code, g.version, g.xml, g.kind, g.draft, g.retired, g.revision"

static gpointer
guide_of_row (HfDbStatement *row)
{
  HfStoredGuide *self = g_new0 (HfStoredGuide, 1);
  self->id = hf_db_statement_get_integer (row, 0);
  self->code = hf_db_statement_dup_text (row, 1);
  self->version = hf_db_statement_get_integer (row, 2);
  self->xml = hf_db_statement_dup_text (row, 3);
  self->kind = MAX (
      0, hf_choice_find_name (hf_interview_kinds, hf_db_statement_get_text (row, 4)));
  self->draft = hf_db_statement_get_integer (row, 5) != 0;
  self->retired = hf_db_statement_get_integer (row, 6) != 0;
  self->revision = hf_db_statement_get_integer (row, 7);
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
  return hf_store_session_get (session, "SELECT " COLUMNS " FROM guide g WHERE g.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), guide_of_row, error);
}

static gpointer
listed_guide_of_row (HfDbStatement *row)
{
  HfStoredGuide *self = guide_of_row (row);
  self->created_at = hf_db_statement_get_integer (row, 8);
  self->interviews = hf_db_statement_get_integer (row, 9);
  self->in_use = hf_db_statement_get_integer (row, 10) == self->id;
  return self;
}

/* Which version new calls are led with. */
#define LATEST(kind)                                                                           \
  "(SELECT l.id FROM guide l WHERE l.kind = " kind " AND l.retired = 0 AND l.draft = 0 "       \
  "ORDER BY l.created_at DESC, l.version DESC, l.id DESC LIMIT 1)"

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
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS ", g.created_at, "
      "(SELECT count(*) FROM interview i WHERE i.guide_id = g.id), " LATEST (
          "g.kind") " FROM guide g "
                    "ORDER BY g.code, g.version DESC",
      HF_DB_NO_VALUES, listed_guide_of_row, (GDestroyNotify) hf_stored_guide_free, error);
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
  return hf_store_session_get (
      session, "SELECT " COLUMNS " FROM guide g WHERE g.id = " LATEST ("$1"),
      HF_DB_VALUES (hf_db_text (hf_interview_kinds[kind].name)), guide_of_row, error);
}

static gboolean
insert (HfStoreSession *session, const char *code, HfInterviewKind kind, const char *xml,
        gboolean starter, gboolean draft, gint64 *id, GError **error)
{
  gint64 version = 0;
  if (!hf_store_session_count (session, "SELECT max (version) FROM guide WHERE code = $1",
                               HF_DB_VALUES (hf_db_text (code)), &version, error))
    return FALSE;
  *id = hf_id_new ();
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_db_execute (
      session->db,
      "INSERT INTO guide (id, code, version, kind, xml, starter, draft, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      HF_DB_VALUES (hf_db_integer (*id), hf_db_text (code), hf_db_integer (version + 1),
                    hf_db_text (hf_interview_kinds[kind].name), hf_db_text (xml),
                    hf_db_integer (starter), hf_db_integer (draft),
                    hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
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
  if (!hf_store_session_count (session,
                               "SELECT id FROM guide WHERE code = $1 AND xml = $2 AND version "
                               "= (SELECT max (version) FROM guide WHERE code = $1)",
                               HF_DB_VALUES (hf_db_text (code), hf_db_text (xml)), id, error))
    return FALSE;
  return *id != 0 || insert (session, code, kind, xml, FALSE, FALSE, id, error);
}

/**
 * hf_store_guides_add_starter:
 * @session: a session that writes
 * @code: a starter guide's code
 * @kind: what the guide is for
 * @xml: its text
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores the version of a guide that the program comes with, once. What the firm has made of
 * that guide is never taken back by it.
 *
 * Returns: whether it is stored, or need not be
 */
gboolean
hf_store_guides_add_starter (HfStoreSession *session, const char *code, HfInterviewKind kind,
                             const char *xml, GError **error)
{
  gint64 known = 0, id = 0;
  if (!hf_store_session_count (session,
                               "SELECT count(*) FROM guide WHERE code = $1 "
                               "AND (xml = $2 OR starter = 0)",
                               HF_DB_VALUES (hf_db_text (code), hf_db_text (xml)), &known,
                               error))
    return FALSE;
  return known > 0 || insert (session, code, kind, xml, TRUE, FALSE, &id, error);
}

/**
 * hf_store_guides_begin_draft:
 * @session: a session that writes
 * @code: a guide's code
 * @kind: what the guide is for
 * @xml: its text
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Begins a guide's next version. Where one is being written already, that is gone on with.
 *
 * Returns: (transfer full) (nullable): the draft
 */
HfStoredGuide *
hf_store_guides_begin_draft (HfStoreSession *session, const char *code, HfInterviewKind kind,
                             const char *xml, GError **error)
{
  gint64 id = 0;
  if (!hf_store_session_count (session,
                               "SELECT max (id) FROM guide WHERE code = $1 AND draft = 1",
                               HF_DB_VALUES (hf_db_text (code)), &id, error))
    return NULL;
  if (id == 0 && !insert (session, code, kind, xml, FALSE, TRUE, &id, error))
    return NULL;
  return hf_store_guides_get (session, id, error);
}

/**
 * hf_store_guides_save_draft:
 * @session: a session that writes
 * @draft: a draft; it gets its next revision
 * @error: (nullable): CONFLICT where somebody else has written it, or it is published ...
 *
 * Stores what is written of a draft, right or not.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_guides_save_draft (HfStoreSession *session, HfStoredGuide *draft, GError **error)
{
  if (!hf_store_session_update (
          session,
          "UPDATE guide SET xml = $2, kind = $4, revision = revision + 1 "
          "WHERE id = $1 AND revision = $3 AND draft = 1",
          HF_DB_VALUES (hf_db_integer (draft->id), hf_db_text (draft->xml),
                        hf_db_integer (draft->revision),
                        hf_db_text (hf_interview_kinds[draft->kind].name)),
          error))
    return FALSE;
  draft->revision++;
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return TRUE;
}

/**
 * hf_store_guides_publish:
 * @session: a session that writes
 * @draft: a draft that hf_guide_parse() reads
 * @error: (nullable): CONFLICT where somebody else has written it ...
 *
 * Stores a draft and takes it into use: from now on it never changes.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_guides_publish (HfStoreSession *session, HfStoredGuide *draft, GError **error)
{
  return hf_store_guides_save_draft (session, draft, error)
         && hf_db_execute (session->db,
                           "UPDATE guide SET draft = 0, created_at = $2 WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (draft->id),
                                         hf_db_integer (hf_store_session_get_now (session))),
                           NULL, error);
}

/**
 * hf_store_guides_discard:
 * @session: a session that writes
 * @draft: a draft
 * @error: (nullable): CONFLICT where somebody else has written it, or it is published ...
 *
 * Throws a draft away.
 *
 * Returns: whether it is gone
 */
gboolean
hf_store_guides_discard (HfStoreSession *session, const HfStoredGuide *draft, GError **error)
{
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_store_session_update (
      session, "DELETE FROM guide WHERE id = $1 AND revision = $2 AND draft = 1",
      HF_DB_VALUES (hf_db_integer (draft->id), hf_db_integer (draft->revision)), error);
}

static gboolean
is_last (HfStoreSession *session, gint64 id, gboolean *last, GError **error)
{
  gint64 others = 0;
  if (!hf_store_session_count (session,
                               "SELECT count(*) FROM guide g JOIN guide o ON o.kind = g.kind "
                               "AND o.id <> g.id AND o.retired = 0 AND o.draft = 0 "
                               "WHERE g.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), &others, error))
    return FALSE;
  *last = others == 0;
  return TRUE;
}

/**
 * hf_store_guides_retire:
 * @session: a session that writes
 * @id: a published version's key
 * @retired: whether no new call is led with it
 * @error: (nullable): INVALID where no other guide is left for such calls ...
 *
 * Takes a version out of use, or into use again. Calls that were begun with it go on.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_guides_retire (HfStoreSession *session, gint64 id, gboolean retired, GError **error)
{
  gboolean last = FALSE;
  if (retired && !is_last (session, id, &last, error))
    return FALSE;
  if (last)
    {
      g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID,
                           "no other guide is left for such calls");
      return FALSE;
    }
  hf_store_session_touch (session, HF_STORE_INTERVIEWS);
  return hf_store_session_update (
      session, "UPDATE guide SET retired = $2 WHERE id = $1 AND draft = 0",
      HF_DB_VALUES (hf_db_integer (id), hf_db_integer (retired)), error);
}
