#include "config.h"

#include "hf-undo-job.h"

#include <glib/gi18n.h>

#include "hf-store-imports.h"
#include "hf-time.h"

/**
 * hf_undo_request_new:
 * @import_id: an import's key, 0 for the last one that was not undone
 *
 * Asks for an import to be undone.
 *
 * Returns: (transfer full): the request
 */
HfUndoRequest *
hf_undo_request_new (gint64 import_id)
{
  HfUndoRequest *self = g_new0 (HfUndoRequest, 1);
  self->import_id = import_id;
  self->obstacles = hf_import_obstacles_new ();
  return self;
}

/**
 * hf_undo_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
hf_undo_request_free (HfUndoRequest *self)
{
  hf_import_obstacles_free (self->obstacles);
  g_free (self);
}

/**
 * hf_undo_job_run:
 * @session: a session that writes
 * @request: a #HfUndoRequest
 * @error: (nullable): NOT_FOUND and others of %HF_STORE_ERROR, %HF_IMPORT_UNDO_ERROR with a
 *   message for the user; nothing is changed then
 *
 * Undoes an import. Where later work stands in the way, the request says which.
 *
 * Returns: (transfer full) (nullable): the #HfImportRecord of the import, as it was before
 */
gpointer
hf_undo_job_run (HfStoreSession *session, gpointer request, GError **error)
{
  HfUndoRequest *asked = request;
  g_autoptr (HfImportRecord) import = asked->import_id == 0
                                          ? hf_store_imports_find_last (session, error)
                                          : hf_store_imports_get (session, asked->import_id,
                                                                  error);
  if (import == NULL
      || !hf_store_imports_undo (session, import->id, asked->progress, asked->data,
                                 asked->obstacles, error))
    return NULL;
  hf_store_session_set_free_result (session, g_object_unref);
  if (asked->dry_run)
    hf_store_session_discard (session);
  return g_steal_pointer (&import);
}

/**
 * hf_undo_job_describe:
 * @obstacle: what stands in the way of undoing an import
 *
 * Says whose it is, what, and when.
 *
 * Returns: (transfer full): a line for the user
 */
char *
hf_undo_job_describe (const HfImportObstacle *obstacle)
{
  g_autoptr (GString) who = g_string_new (obstacle->code);
  if (obstacle->title != NULL)
    g_string_append_printf (who, "%s%s", who->len > 0 ? " " : "", obstacle->title);
  const char *kind = hf_choice_label (hf_import_obstacle_kinds, obstacle->kind);
  g_autofree char *what = obstacle->what != NULL
                              /* Translators: what was stored later, and more about it, such as
                               * the label of the field or a month. */
                              ? g_strdup_printf (C_ ("obstacle", "%s (%s)"), kind,
                                                 obstacle->what)
                              : g_strdup (kind);
  if (obstacle->at == 0)
    /* Translators: a customer's or complaint's number and name, and what was stored later. */
    return g_strdup_printf (C_ ("obstacle", "%s: %s"), who->str, what);
  g_autofree char *moment = hf_time_format_moment (obstacle->at);
  /* Translators: as before, and when. */
  return g_strdup_printf (C_ ("obstacle", "%s: %s, %s"), who->str, what, moment);
}

/**
 * hf_undo_job_describe_all:
 * @obstacles: what stands in the way of undoing an import
 *
 * Says what stands in the way, and how much more there is than is listed.
 *
 * Returns: (transfer full): lines for the user
 */
char *
hf_undo_job_describe_all (const HfImportObstacles *obstacles)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < obstacles->shown->len; i++)
    {
      g_autofree char *line = hf_undo_job_describe (obstacles->shown->pdata[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gint64 more = obstacles->count - obstacles->shown->len;
  if (more > 0)
    {
      g_autofree char *line = g_strdup_printf (
          ngettext ("and %u more", "and %u more", (gulong) more), (guint) more);
      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}
