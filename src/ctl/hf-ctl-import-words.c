#include "config.h"

#include "hf-ctl-import-words.h"

#include <glib/gi18n.h>

#include "hf-import-words.h"

/* So many rejected rows are named; a terminal shows no more at a time. */
#define MOST_NAMED 20

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
print_rejection (const HfImportRejection *rejection, const HfImportEntity *entity)
{
  g_autofree char *line = hf_import_words_rejection (rejection, entity);
  hf_ctl_print (line);
}

/* Whom a row is like, and what would become of it. */
static void
print_duplicate (const HfImportDuplicate *duplicate)
{
  g_autofree char *alike = hf_import_words_likeness (duplicate);
  g_autofree char *line = g_strdup_printf (
      /* Translators: a row's number and name, whom it is like, and what becomes of it. */
      C_ ("import", "Row %u, %s: %s → %s"), duplicate->row, duplicate->title, alike,
      hf_choice_label (hf_import_policies, duplicate->policy));
  hf_ctl_print (line);
}

/* Prints those with the code of a known customer, or the others; gives how many there is room
 * for then. */
static guint
print_duplicates_of (const GPtrArray *duplicates, gboolean by_code, guint room)
{
  for (guint i = 0; room > 0 && i < duplicates->len; i++)
    {
      const HfImportDuplicate *duplicate = duplicates->pdata[i];
      if ((duplicate->likeness == HF_IMPORT_SAME_CODE) != by_code)
        continue;
      print_duplicate (duplicate);
      room--;
    }
  return room;
}

/* Before anything is stored, for each to be decided; those that are doubtful come first. */
static void
print_duplicates (const HfImportResult *result)
{
  gint64 all = 0;
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    all += result->n_alike[i];
  guint room = print_duplicates_of (result->duplicates, FALSE, MOST_NAMED);
  room = print_duplicates_of (result->duplicates, TRUE, room);
  guint more = (guint) (all - (MOST_NAMED - room));
  g_autofree char *line = g_strdup_printf (ngettext ("and %u more.", "and %u more.", more),
                                           more);
  if (more > 0)
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
print_rejections (const HfImportResult *result, const HfImportEntity *entity, gboolean written)
{
  guint n_named = MIN (result->rejections->len, MOST_NAMED);
  guint more = result->count.rejected - n_named;
  for (guint i = 0; i < n_named; i++)
    print_rejection (result->rejections->pdata[i], entity);
  g_autofree char *line = more > 0 ? dup_more (more, result, written) : NULL;
  if (line != NULL)
    hf_ctl_print (line);
}

/* No more of them than of rejected rows. */
static void
print_kept (const HfImportResult *result, const HfImportEntity *entity)
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
    print_rejection (result->kept->pdata[i], entity);
  g_autofree char *rest = more > 0 ? dup_more (more, result, TRUE) : NULL;
  if (rest != NULL)
    hf_ctl_print (rest);
}

/**
 * hf_ctl_import_print:
 * @result: what an import did, or would do
 * @entity: what the rows are
 * @options: what was asked for
 *
 * Prints what became of the rows.
 */
void
hf_ctl_import_print (const HfImportResult *result, const HfImportEntity *entity,
                     const HfCtlImportOptions *options)
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
  if (options->dry_run)
    print_duplicates (result);
  print_kept (result, entity);
  print_rejections (result, entity, options->rejects != NULL);
  if (options->dry_run)
    hf_ctl_print (_ ("This was a trial: nothing was stored."));
}
