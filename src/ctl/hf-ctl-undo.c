#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-stop.h"
#include "hf-undo-job.h"

static void
on_progress (double fraction, gpointer data)
{
  hf_ctl_stop_look ();
}

static void
print_undone (const HfImportRecord *import, gboolean dry_run)
{
  g_autofree char *line = g_strdup_printf (
      dry_run
          /* Translators: the name of a file, then numbers of rows. */
          ? _ ("The import of “%s” can be undone: %u created and %u updated rows.")
          /* Translators: the name of a file, then numbers of rows. */
          : _ ("The import of “%s” was undone: %u created and %u updated rows."),
      import->file, (guint) import->n_created, (guint) import->n_updated);
  hf_ctl_print (line);
}

static HfCtlStatus
undo (const HfCtlCall *call, HfUndoRequest *request)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_EXISTING, &status);
  if (store == NULL)
    return status;
  hf_ctl_stop_listen ();
  request->progress = on_progress;
  g_autoptr (HfImportRecord) import = hf_store_run (
      store, HF_STORE_WRITE, hf_undo_job_run, request, hf_ctl_stop_get_cancellable (), &error);
  if (import != NULL)
    {
      print_undone (import, request->dry_run);
      return HF_CTL_DONE;
    }
  g_autofree char *lines = hf_undo_job_describe_all (request->obstacles);
  if (request->obstacles->count > 0)
    hf_ctl_print (lines);
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND))
    return hf_ctl_say (NULL, _ ("There is no such import; “huifangctl imports” lists them."),
                       NULL);
  if (error->domain == HF_IMPORT_UNDO_ERROR)
    return hf_ctl_say (NULL, error->message, NULL);
  return hf_ctl_say_failure (call->database, error);
}

/* The import may be left out for the last one. */
static gboolean
read_import (const HfCtlCall *call, gboolean last, gint64 *import_id)
{
  *import_id = 0;
  if (last || call->argc != 2)
    return last && call->argc == 1;
  return g_ascii_string_to_signed (call->argv[1], 10, 1, G_MAXINT64, import_id, NULL);
}

static HfCtlStatus
run (HfCtlCall *call)
{
  gboolean last = FALSE, dry_run = FALSE;
  gint64 import_id = 0;
  const GOptionEntry entries[] = {
    { "last", 0, 0, G_OPTION_ARG_NONE, &last,
      N_ ("Undo the last import that was not undone yet"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Only look whether it can be undone; change nothing"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_undo, call, entries, &status))
    return status;
  if (!read_import (call, last, &import_id))
    return hf_ctl_say_wrong_use (_ ("name one import by its number, or --last"));
  g_autoptr (HfUndoRequest) request = hf_undo_request_new (import_id);
  request->dry_run = dry_run;
  return undo (call, request);
}

const HfCtlCommand hf_ctl_undo = {
  .name = "undo",
  .parameters = "IMPORT|--last [--dry-run]",
  .summary = N_ ("Takes a whole import back, unless later work rests on it."),
  .n_arguments = 1,
  .n_optional = 1,
  .run = run,
};
