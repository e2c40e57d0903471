#include "config.h"

#include <glib/gi18n.h>

#include "hf-ctl-command.h"
#include "hf-ctl-stop.h"
#include "hf-import-job.h"
#include "hf-import-rejects.h"
#include "hf-import-top.h"
#include "hf-profile-memory.h"
#include "hf-time.h"

/* So many rejected rows are named; a terminal shows no more at a time. */
#define MOST_NAMED 20

/* What the command line asks for beside the file. */
typedef struct
{
  char *profile;
  char *encoding;
  char *rejects;
  gboolean forget;
  char *same[HF_IMPORT_N_LIKENESSES];
  gboolean dry_run;
  gboolean json;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->profile);
  g_free (asked->encoding);
  g_free (asked->rejects);
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    g_free (asked->same[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static void
on_progress (double fraction, gint64 n_rows, gpointer data)
{
  hf_ctl_stop_look ();
}

static void
print_alike (const HfImportResult *result)
{
  if (result->n_alike[HF_IMPORT_SAME_PHONE] + result->n_alike[HF_IMPORT_SAME_NAME] == 0)
    return;
  g_autofree char *line = g_strdup_printf (
      /* Translators: numbers of rows. */
      _ ("Like a customer with another code: %u by the phone, %u by the name."),
      (guint) result->n_alike[HF_IMPORT_SAME_PHONE],
      (guint) result->n_alike[HF_IMPORT_SAME_NAME]);
  hf_ctl_print (line);
}

/* Of such rows the last one stays, where nothing else is asked for. */
static void
print_repeated (const HfImportResult *result)
{
  gint64 n_listed = MIN (result->n_repeated, HF_IMPORT_MAX_REPEATED);
  if (n_listed == 0)
    return;
  g_autoptr (GString) rows = g_string_new (NULL);
  for (gint64 i = 0; i < n_listed; i++)
    g_string_append_printf (rows, i > 0 ? ", %u" : "%u", result->repeated[i]);
  if (result->n_repeated > n_listed)
    g_string_append (rows, " …");
  g_autofree char *line = g_strdup_printf (
      /* Translators: how many rows, and their numbers. */
      ngettext ("%u row has the code of an earlier row of this file: row %s.",
                "%u rows have the code of an earlier row of this file: rows %s.",
                result->n_repeated),
      (guint) result->n_repeated, rows->str);
  hf_ctl_print (line);
}

static void
print_repaired (const HfImportResult *result)
{
  g_autofree char *counts = hf_repair_counts_to_text (&result->repaired);
  if (counts == NULL)
    return;
  /* Translators: repairs by their names, and how many cells each has mended. */
  g_autofree char *line = g_strdup_printf (_ ("Repaired cells: %s."), counts);
  hf_ctl_print (line);
}

/* Whoever reads it sees at once where a word was taken for the wrong value. */
static void
print_taken (const HfImportResult *result)
{
  for (guint i = 0; i < result->taken->len; i++)
    {
      const HfImportTaken *taken = result->taken->pdata[i];
      /* Translators: a field's label, a text of the file, and the value it was taken for. */
      g_autofree char *line = g_strdup_printf (_ ("%s: “%s” was taken for “%s”."), taken->label,
                                               taken->theirs, taken->ours_label);
      hf_ctl_print (line);
    }
}

static void
print_rejection (const HfImportRejection *rejection)
{
  g_autofree char *line = g_strdup_printf (
      /* Translators: a row's number, a field's name and what is wrong with it. */
      _ ("Row %u, %s: %s"), rejection->row,
      rejection->field != NULL ? rejection->field : _ ("whole row"), rejection->why);
  hf_ctl_print (line);
}

/* A file of rejects has as many as the result keeps. */
static char *
dup_more (guint more, const HfImportResult *result, gboolean written)
{
  if (written)
    return g_strdup_printf (ngettext ("and %u more.", "and %u more.", more), more);
  if (result->count.rejected > result->rejections->len)
    return g_strdup_printf (
        ngettext ("and %1$u more; --rejects FILE writes the first %2$u of all.",
                  "and %1$u more; --rejects FILE writes the first %2$u of all.", more),
        more, result->rejections->len);
  return g_strdup_printf (ngettext ("and %u more; --rejects FILE writes them all.",
                                    "and %u more; --rejects FILE writes them all.", more),
                          more);
}

static void
print_rejections (const HfImportResult *result, gboolean written)
{
  guint n_named = MIN (result->rejections->len, MOST_NAMED);
  guint more = result->count.rejected - n_named;
  for (guint i = 0; i < n_named; i++)
    print_rejection (result->rejections->pdata[i]);
  g_autofree char *line = more > 0 ? dup_more (more, result, written) : NULL;
  if (line != NULL)
    hf_ctl_print (line);
}

/* No more of them than of rejected rows. */
static void
print_kept (const HfImportResult *result)
{
  guint n_named = MIN (result->kept->len, MOST_NAMED);
  guint more = result->n_kept - n_named;
  if (result->n_kept == 0)
    return;
  g_autofree char *line = g_strdup_printf (
      /* Translators: how many cells of a spreadsheet were not taken. */
      _ ("Left as it is here, whatever the file says: %u."), (guint) result->n_kept);
  hf_ctl_print (line);
  for (guint i = 0; i < n_named; i++)
    print_rejection (result->kept->pdata[i]);
  g_autofree char *rest = more > 0 ? dup_more (more, result, TRUE) : NULL;
  if (rest != NULL)
    hf_ctl_print (rest);
}

static void
print_words (const HfImportResult *result, const Asked *asked)
{
  const HfImportCount *count = &result->count;
  g_autofree char *summary = g_strdup_printf (
      /* Translators: numbers of rows. */
      _ ("Read %u, created %u, updated %u, unchanged %u, rejected %u."), (guint) count->read,
      (guint) count->created, (guint) count->updated, (guint) count->skipped,
      (guint) count->rejected);
  hf_ctl_print (summary);
  print_repaired (result);
  print_taken (result);
  print_repeated (result);
  print_alike (result);
  print_kept (result);
  print_rejections (result, asked->rejects != NULL);
  if (asked->dry_run)
    hf_ctl_print (_ ("This was a trial: nothing was stored."));
}

/* What was imported stays so, whether or not the rejected rows could be written. */
static void
save_rejects (const HfImportRequest *request, const HfImportResult *result, const Asked *asked)
{
  g_autoptr (GError) error = NULL;
  if (!hf_import_rejects_write (request, result, asked->rejects, NULL, &error))
    {
      hf_ctl_say_failure (asked->rejects, error);
      return;
    }
  g_autofree char *name = g_filename_display_name (asked->rejects);
  /* Translators: the name of a file. */
  g_autofree char *line = g_strdup_printf (_ ("The rejected rows are in “%s”."), name);
  if (!asked->json)
    hf_ctl_print (line);
}

static HfCtlStatus
import_file (const HfCtlCall *call, HfImportRequest *request, const Asked *asked)
{
  HfCtlStatus status = HF_CTL_FAILED;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_EXISTING, &status);
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
  g_autofree char *text = asked->json ? hf_import_result_to_json (result) : NULL;
  if (asked->json)
    hf_ctl_print (text);
  else
    print_words (result, asked);
  if (asked->rejects != NULL && result->count.rejected > 0)
    save_rejects (request, result, asked);
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

/* How the last file with these headings was read. */
static HfImportProfile *
recall_profile (const char *file, const HfReadOptions *options, const HfImportEntity *entity,
                const Asked *asked)
{
  gint64 kept_at = 0;
  g_autoptr (HfProfileMemory) memory = hf_profile_memory_new (NULL);
  g_autoptr (HfHeadings) headings = !hf_profile_memory_is_empty (memory)
                                        ? hf_headings_read_file (file, options, NULL)
                                        : NULL;
  if (headings == NULL)
    return NULL;
  if (asked->forget)
    hf_profile_memory_forget (memory, entity, hf_headings_list (headings), NULL);
  HfImportProfile *profile = hf_profile_memory_recall (memory, entity,
                                                       hf_headings_list (headings), &kept_at);
  if (profile != NULL && !asked->json)
    say_recalled (kept_at);
  return profile;
}

/* Headings may stand below a title, as the window finds out, too. */
static HfImportProfile *
find_profile (const char *file, const HfImportEntity *entity, const Asked *asked)
{
  HfReadOptions options = { .encoding = asked->encoding };
  options.header_row = hf_import_top_find_headings_of (file, &options);
  HfImportProfile *profile = recall_profile (file, &options, entity, asked);
  if (profile == NULL)
    profile = hf_import_profile_new ();
  hf_import_profile_set_options (profile, &options);
  return profile;
}

/* What is said for this file comes before what its profile says. */
static void
take_encoding (HfImportProfile *profile, const char *encoding)
{
  HfReadOptions options = *hf_import_profile_get_options (profile);
  options.encoding = encoding;
  hf_import_profile_set_options (profile, &options);
}

static gboolean
take_policies (HfImportRequest *request, const Asked *asked)
{
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    {
      int policy = asked->same[i] != NULL
                       ? hf_choice_find_name (hf_import_policies, asked->same[i])
                       : (int) request->policies[i];
      if (policy < 0)
        return FALSE;
      request->policies[i] = policy;
    }
  return TRUE;
}

static HfCtlStatus
import_with_profile (const HfCtlCall *call, const HfImportEntity *entity, const Asked *asked)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfImportProfile) profile = asked->profile != NULL
                                            ? hf_import_profile_load (asked->profile, fields,
                                                                      n_fields, &error)
                                            : find_profile (call->argv[2], entity, asked);
  if (error != NULL)
    return hf_ctl_say_failure (asked->profile, error);
  if (asked->profile != NULL && asked->encoding != NULL)
    take_encoding (profile, asked->encoding);
  g_autoptr (HfImportRequest) request = hf_import_request_new (call->argv[2], entity, profile);
  request->dry_run = asked->dry_run;
  request->remembers = asked->profile != NULL;
  if (!take_policies (request, asked))
    return hf_ctl_say_wrong_use (_ ("what is known: overwrite, fill, skip or add"));
  return import_file (call, request, asked);
}

static HfCtlStatus
run (HfCtlCall *call)
{
  g_auto (Asked) asked = { 0 };
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &asked.profile,
      N_ ("Which column is which field"), N_ ("FILE.ini") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &asked.encoding,
      N_ ("How a text file is written, where that is found out wrongly: UTF-8, GB18030, Big5, "
          "UTF-16LE or Windows-1252"),
      N_ ("ENCODING") },
    { "forget", 0, 0, G_OPTION_ARG_NONE, &asked.forget,
      N_ ("Forget which column was which field the last time"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &asked.rejects,
      N_ ("Where to write the rows that are left out, to correct them"), N_ ("FILE.xlsx") },
    { "same-code", 0, 0, G_OPTION_ARG_STRING, &asked.same[HF_IMPORT_SAME_CODE],
      N_ ("Rows with the code of a customer: overwrite (as usual), fill, skip or add"),
      N_ ("POLICY") },
    { "same-phone", 0, 0, G_OPTION_ARG_STRING, &asked.same[HF_IMPORT_SAME_PHONE],
      N_ ("Rows with a customer's phone and another code: add (as usual) or another policy"),
      N_ ("POLICY") },
    { "same-name", 0, 0, G_OPTION_ARG_STRING, &asked.same[HF_IMPORT_SAME_NAME],
      N_ ("Rows with a customer's name, another code and no other phone: the same"),
      N_ ("POLICY") },
    { "same-complaint", 0, 0, G_OPTION_ARG_STRING, &asked.same[HF_IMPORT_SAME_COMPLAINT],
      N_ ("Rows with the number of a complaint: fill (as usual), overwrite, skip or add"),
      N_ ("POLICY") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &asked.dry_run,
      N_ ("Read and check all, store nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &asked.json, N_ ("Print the result as JSON"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  if (!hf_ctl_command_parse (&hf_ctl_import, call, entries, &status))
    return status;
  const HfImportEntity *entity = hf_import_entity_find (call->argv[1]);
  if (entity == NULL)
    return hf_ctl_say_wrong_use (
        _ ("import customers, complaints, purchases, manager-changes or scores"));
  return import_with_profile (call, entity, &asked);
}

const HfCtlCommand hf_ctl_import = {
  .name = "import",
  .parameters
  = "customers|complaints|purchases|manager-changes|scores SPREADSHEET [--profile FILE.ini] "
    "[--encoding ENCODING] [--forget] [--rejects FILE] "
    "[--same-code|--same-phone|--same-name|--same-complaint POLICY] [--dry-run] [--json]",
  .summary = N_ ("Reads customers, or what happened with them, from a spreadsheet."),
  .n_arguments = 2,
  .run = run,
};
