#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-stop.h"
#include "hf-import-job.h"

static void
on_progress (double fraction, gint64 n_rows, gpointer data)
{
  hf_ctl_stop_look ();
}

static void
print_words (const HfImportResult *result, gboolean dry_run)
{
  const HfImportCount *count = &result->count;
  g_autofree char *summary = g_strdup_printf (
      /* Translators: numbers of rows. */
      _ ("Read %u, created %u, updated %u, unchanged %u, rejected %u."), (guint) count->read,
      (guint) count->created, (guint) count->updated, (guint) count->skipped,
      (guint) count->rejected);
  hf_ctl_print (summary);
  for (guint i = 0; i < result->rejections->len; i++)
    {
      const HfImportRejection *rejection = result->rejections->pdata[i];
      g_autofree char *line = g_strdup_printf (
          /* Translators: a row's number, a field's name and what is wrong with it. */
          _ ("Row %u, %s: %s"), rejection->row,
          rejection->field != NULL ? rejection->field : _ ("whole row"), rejection->why);
      hf_ctl_print (line);
    }
  if (dry_run)
    hf_ctl_print (_ ("This was a trial: nothing was stored."));
}

static HfCtlStatus
import_file (const HfCtlCall *call, HfImportRequest *request, gboolean json)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, &status);
  if (store == NULL)
    return status;
  hf_ctl_stop_listen ();
  request->progress = on_progress;
  g_autoptr (HfImportResult) result = hf_store_run (store, HF_STORE_WRITE, hf_import_job_run,
                                                    request, hf_ctl_stop_get_cancellable (),
                                                    &error);
  if (result == NULL)
    return hf_ctl_say_failure (error->domain == HF_STORE_ERROR ? call->database : request->file,
                               error);
  g_autofree char *text = json ? hf_import_result_to_json (result) : NULL;
  if (json)
    hf_ctl_print (text);
  else
    print_words (result, request->dry_run);
  return result->count.rejected == 0 ? HF_CTL_DONE : HF_CTL_DONE_WITH_FINDINGS;
}

static HfCtlStatus
import_with_profile (const HfCtlCall *call, const HfImportEntity *entity,
                     const char *profile_file, gboolean dry_run, gboolean json)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportProfile) profile = NULL;
  if (profile_file != NULL)
    profile = hf_import_profile_load (profile_file, fields, n_fields, &error);
  if (error != NULL)
    return hf_ctl_say_failure (profile_file, error);
  g_autoptr (HfImportRequest) request = hf_import_request_new (call->argv[2], entity, profile);
  request->dry_run = dry_run;
  return import_file (call, request, json);
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_autofree char *profile = NULL;
  gboolean dry_run = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, N_ ("Which column is which field"),
      N_ ("FILE.ini") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Read and check all, store nothing"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the result as JSON"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_import, call, entries, &status))
    return status;
  const HfImportEntity *entity = hf_import_entity_find (call->argv[1]);
  if (entity == NULL)
    return hf_ctl_say_wrong_use (_ ("import customers, complaints or purchases"));
  return import_with_profile (call, entity, profile, dry_run, json);
}

const HfCtlCommand hf_ctl_import = {
  .name = "import",
  .parameters = "customers|complaints|purchases SPREADSHEET [--profile FILE.ini] [--dry-run] "
                "[--json]",
  .summary = N_ ("Reads customers, complaints or a month's purchases from a spreadsheet."),
  .n_arguments = 2,
  .run = run,
};
