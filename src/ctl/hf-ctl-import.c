#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-import-show.h"
#include "hf-ctl-import-words.h"
#include "hf-ctl-progress.h"
#include "hf-ctl-stop.h"
#include "hf-import-job.h"
#include "hf-import-preview-json.h"
#include "hf-import-rejects.h"
#include "hf-import-result-json.h"
#include "hf-profile-memory.h"
#include "hf-repair-preview.h"
#include "hf-store-custom-fields.h"
#include "hf-time.h"

/* A file on its way into a database. */
typedef struct
{
  const HfCtlCall *call;
  const HfImportEntity *entity;
  const HfCtlImportOptions *options;
  HfStore *store;
  HfImportPreview *preview;
  HfImportProfile *profile; /* how the file is read */
} Importing;

static void
importing_clear (Importing *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->preview, hf_import_preview_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importing, importing_clear)

static void
on_progress (double fraction, gint64 n_rows, gpointer data)
{
  hf_ctl_stop_look ();
  hf_ctl_progress_show (fraction, n_rows);
}

/* What was imported stays so, whether or not the rejected rows could be written. */
static void
save_rejects (const HfImportRequest *request, const HfImportResult *result,
              const HfCtlImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  if (!hf_import_rejects_write (request, result, options->rejects, NULL, &error))
    {
      hf_ctl_say_failure (options->rejects, error);
      return;
    }
  g_autofree char *name = g_filename_display_name (options->rejects);
  /* Translators: the name of a file. */
  g_autofree char *line = g_strdup_printf (_ ("The rejected rows are in “%s”."), name);
  if (!options->json)
    hf_ctl_print (line);
}

static void
print_result (const Importing *self, const HfImportResult *result, const GPtrArray *findings)
{
  if (!self->options->json)
    {
      hf_ctl_import_print (result, self->entity, self->options);
      return;
    }
  g_autofree char *text = findings != NULL ? hf_import_preview_to_json (self->preview, findings,
                                                                        self->profile, result)
                                           : hf_import_result_to_json (result);
  hf_ctl_print (text);
}

/* What the repairs would do, where that is asked for; gives whether it could be found out. */
static gboolean
look_for_repairs (const Importing *self, GPtrArray **findings, GError **error)
{
  if (!self->options->show)
    return TRUE;
  g_autoptr (HfImportProfile) all = hf_repair_preview_profile (self->profile);
  *findings = hf_repair_preview (self->preview->path, all, self->entity, self->preview->custom,
                                 HF_REPAIR_PREVIEW_ROWS, HF_REPAIR_PREVIEW_EXAMPLES, NULL,
                                 error);
  if (!self->options->json)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      hf_ctl_import_show (self->preview, self->profile, *findings != NULL ? *findings : none);
    }
  return *findings != NULL;
}

static HfCtlStatus
import_file (const Importing *self, HfImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (HfImportResult) result = NULL;
  hf_ctl_stop_listen ();
  request->progress = on_progress;
  if (look_for_repairs (self, &findings, &error))
    result = hf_store_run (self->store, HF_STORE_WRITE, hf_import_job_run, request,
                           hf_ctl_stop_get_cancellable (), &error);
  hf_ctl_progress_clear ();
  if (result == NULL)
    return hf_ctl_say_failure (
        error->domain == HF_STORE_ERROR ? self->call->database : request->file, error);
  print_result (self, result, findings);
  if (self->options->rejects != NULL && result->count.rejected > 0)
    save_rejects (request, result, self->options);
  return result->count.rejected == 0 ? HF_CTL_DONE : HF_CTL_DONE_WITH_FINDINGS;
}

static void
say_recalled (gint64 kept_at)
{
  g_autofree char *day = hf_time_format_date (kept_at);
  /* Translators: a day, such as 2026-03-03. */
  g_autofree char *line = g_strdup_printf (_ ("The columns are read as last time, on %s."),
                                           day);
  hf_ctl_print (line);
}

static gpointer
list_custom (HfStoreSession *session, gpointer unused, GError **error)
{
  hf_store_session_set_free_result (session, (GDestroyNotify) g_ptr_array_unref);
  return hf_store_custom_fields_list (session, error);
}

/* A file's own profile is followed as it is, or refused; another may be mended. */
static gboolean
load_profile (Importing *self, HfImportPreviewRequest *request, HfCtlStatus *status)
{
  gsize n_fields;
  const HfField *fields = self->entity->list_fields (&n_fields);
  g_autoptr (GError) error = NULL;
  if (self->options->profile == NULL)
    return TRUE;
  self->profile = hf_import_profile_load (self->options->profile, fields, n_fields, &error);
  if (self->profile == NULL)
    {
      *status = hf_ctl_say_failure (self->options->profile, error);
      return FALSE;
    }
  request->profile = hf_import_profile_copy (self->profile);
  return TRUE;
}

static void
take_profile (Importing *self)
{
  const char *const *headings = (const char *const *) self->preview->headings;
  g_autoptr (HfProfileMemory) memory = self->options->forget ? hf_profile_memory_new (NULL)
                                                             : NULL;
  if (memory != NULL)
    hf_profile_memory_forget (memory, self->entity, headings, NULL);
  if (self->profile != NULL)
    /* What is said for this file comes before what its profile says. */
    hf_import_profile_set_options (self->profile,
                                   hf_import_profile_get_options (self->preview->profile));
  else
    self->profile = g_object_ref (self->preview->profile);
}

/* Finds out how the file is read, as the window does. */
static gboolean
look (Importing *self, HfCtlStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportPreviewRequest) request = hf_ctl_import_options_to_preview (
      self->options, self->call->argv[2], self->entity);
  if (!load_profile (self, request, status))
    return FALSE;
  self->store = hf_ctl_command_open (self->call, HF_STORE_OPEN_EXISTING, status);
  if (self->store == NULL)
    return FALSE;
  request->custom = hf_store_run (self->store, HF_STORE_READ, list_custom, NULL, NULL, &error);
  if (request->custom != NULL)
    self->preview = hf_import_preview_read (request, &error);
  if (self->preview == NULL)
    {
      *status = hf_ctl_say_failure (
          error->domain == HF_STORE_ERROR ? self->call->database : request->path, error);
      return FALSE;
    }
  take_profile (self);
  return TRUE;
}

static gboolean
save_profile (const Importing *self, HfCtlStatus *status)
{
  g_autoptr (GError) error = NULL;
  if (self->options->save_profile == NULL
      || hf_import_profile_save (self->profile, self->options->save_profile, &error))
    return TRUE;
  *status = hf_ctl_say_failure (self->options->save_profile, error);
  return FALSE;
}

static HfCtlStatus
import (Importing *self)
{
  HfCtlStatus status = HF_CTL_DONE;
  if (!look (self, &status)
      || !hf_ctl_import_options_apply (self->options, self->preview->fields, self->profile,
                                       &status))
    return status;
  hf_import_preview_find_months (self->preview);
  g_autoptr (HfImportRequest) request = hf_import_request_new (self->preview->path,
                                                               self->entity, self->profile);
  request->dry_run = self->options->dry_run;
  request->remembers = hf_ctl_import_options_tell_columns (self->options);
  if (!hf_ctl_import_options_decide (self->options, request, &status)
      || !save_profile (self, &status))
    return status;
  if (self->preview->remembered_at > 0 && !self->options->json)
    say_recalled (self->preview->remembered_at);
  return import_file (self, request);
}

static HfCtlStatus
run (HfCtlCall *call)
{
  HfCtlStatus status = HF_CTL_DONE;
  g_auto (HfCtlImportOptions) options = { 0 };
  if (!hf_ctl_import_options_parse (&options, &hf_ctl_import, call, &status))
    return status;
  g_auto (Importing) importing = {
    .call = call,
    .entity = hf_import_entity_find (call->argv[1]),
    .options = &options,
  };
  if (importing.entity == NULL)
    return hf_ctl_say_wrong_use (
        _ ("import customers, complaints, purchases, manager-changes or scores"));
  return import (&importing);
}

const HfCtlCommand hf_ctl_import = {
  .name = "import",
  .parameters = "customers|complaints|purchases|manager-changes|scores SPREADSHEET [--show] "
                "[--profile FILE.ini] [--save-profile FILE.ini] [--forget] "
                "[--encoding ENCODING] [--sheet SHEET] [--heading-row ROW] [--year YEAR] "
                "[--column FIELD=HEADING ..] [--value FIELD:TEXT=VALUE ..] "
                "[--no-repair REPAIR ..] [--date-order ORDER] "
                "[--same-code|--same-phone|--same-name|--same-complaint POLICY] "
                "[--row NUMBER=POLICY ..] [--rejects FILE] [--dry-run] [--json]",
  .summary = N_ ("Reads customers, or what happened with them, from a spreadsheet."),
  .n_arguments = 2,
  .run = run,
};
