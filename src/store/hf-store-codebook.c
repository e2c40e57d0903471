#include "config.h"

#include "hf-store-codebook.h"

#include "hf-store-session-private.h"

static gpointer
code_of_row (HfDbStatement *row)
{
  HfCode *self = hf_code_new (hf_db_statement_get_text (row, 0));
  self->parent = hf_db_statement_dup_text (row, 1);
  self->position = hf_db_statement_get_integer (row, 2);
  self->origin = hf_db_statement_dup_text (row, 3);
  self->retired = hf_db_statement_get_integer (row, 4) != 0;
  return self;
}

static void
set_wording (HfWording *wording, const char *language, HfDbStatement *row, int column)
{
  const char *text = hf_db_statement_get_text (row, column);
  if (text != NULL)
    hf_wording_set (wording, language, text);
}

static gboolean
load_texts (HfStoreSession *session, HfCodebook *codebook, GError **error)
{
  /* The source language first: it stands in for the others. */
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT code, language, name, definition, include, exclude, example FROM code_text "
      "ORDER BY code, CASE language WHEN 'en' THEN 0 ELSE 1 END, language",
      HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      HfCode *code = hf_codebook_find (codebook, hf_db_statement_get_text (rows, 0));
      g_autofree char *language = hf_db_statement_dup_text (rows, 1);
      if (code == NULL)
        continue;
      set_wording (code->name, language, rows, 2);
      set_wording (code->definition, language, rows, 3);
      set_wording (code->include, language, rows, 4);
      set_wording (code->exclude, language, rows, 5);
      set_wording (code->example, language, rows, 6);
    }
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_codebook_load:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the codebook, retired codes too.
 *
 * Returns: (transfer full) (nullable): the codebook
 */
HfCodebook *
hf_store_codebook_load (HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) codes = hf_store_session_list (
      session,
      "SELECT c.id, c.parent, c.position, c.origin, c.retired_at FROM code c "
      "LEFT JOIN code p ON p.id = c.parent ORDER BY coalesce (p.position, c.position), "
      "CASE WHEN c.parent IS NULL THEN 0 ELSE 1 END, c.position, c.id",
      HF_DB_NO_VALUES, code_of_row, g_object_unref, error);
  if (codes == NULL)
    return NULL;
  g_autoptr (HfCodebook) codebook = hf_codebook_new ();
  for (guint i = 0; i < codes->len; i++)
    hf_codebook_add (codebook, g_object_ref (g_ptr_array_index (codes, i)));
  return load_texts (session, codebook, error) ? g_steal_pointer (&codebook) : NULL;
}

static gboolean
save_code (HfStoreSession *session, const HfCode *code, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO code (id, parent, position, origin, retired_at) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (id) DO UPDATE SET position = excluded.position, retired_at = CASE "
      "WHEN excluded.retired_at = 0 THEN 0 WHEN code.retired_at = 0 THEN excluded.retired_at "
      "ELSE code.retired_at END, revision = code.revision + 1",
      HF_DB_VALUES (hf_db_text (code->id), hf_db_text (code->parent),
                    hf_db_integer (code->position), hf_db_text (code->origin),
                    hf_db_integer (code->retired ? hf_store_session_get_now (session) : 0)),
      NULL, error);
}

static gboolean
save_text (HfStoreSession *session, const HfCode *code, const char *language, GError **error)
{
  return hf_db_execute (
      session->db,
      "INSERT INTO code_text (code, language, name, definition, include, exclude, example) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code, language) DO UPDATE SET "
      "name = excluded.name, definition = excluded.definition, include = excluded.include, "
      "exclude = excluded.exclude, example = excluded.example",
      HF_DB_VALUES (hf_db_text (code->id), hf_db_text (language),
                    hf_db_text (hf_wording_get_exact (code->name, language)),
                    hf_db_text (hf_wording_get_exact (code->definition, language)),
                    hf_db_text (hf_wording_get_exact (code->include, language)),
                    hf_db_text (hf_wording_get_exact (code->exclude, language)),
                    hf_db_text (hf_wording_get_exact (code->example, language))),
      NULL, error);
}

/**
 * hf_store_codebook_save:
 * @session: a session that writes
 * @codebook: a codebook
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores every code of a codebook with its texts; codes that are not in it stay as they are.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_codebook_save (HfStoreSession *session, HfCodebook *codebook, GError **error)
{
  for (guint i = 0; i < codebook->codes->len; i++)
    {
      const HfCode *code = g_ptr_array_index (codebook->codes, i);
      if (!save_code (session, code, error))
        return FALSE;
      const char *const *languages = hf_wording_get_languages (code->name);
      for (gsize j = 0; languages[j] != NULL; j++)
        if (!save_text (session, code, languages[j], error))
          return FALSE;
    }
  hf_store_session_touch (session, HF_STORE_CODEBOOK);
  return TRUE;
}

/**
 * hf_store_codebook_is_empty:
 * @session: a session
 * @empty: (out): whether there is no code yet
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Tells whether the database has a codebook.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_codebook_is_empty (HfStoreSession *session, gboolean *empty, GError **error)
{
  gint64 count = 0;
  gboolean counted = hf_store_session_count (session, "SELECT count(*) FROM code",
                                             HF_DB_NO_VALUES, &count, error);
  *empty = count == 0;
  return counted;
}
