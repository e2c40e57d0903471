#include "config.h"

#include "hf-import-closures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-number-words.h"

#define EXAMPLE_LENGTH 40

/* More would fill the window. */
#define LEFT_SHOWN 5

/**
 * hf_import_words_kind:
 * @entity: a kind of record
 *
 * Says what the rows of a spreadsheet are.
 *
 * Returns: the word
 */
const char *
hf_import_words_kind (const HfImportEntity *entity)
{
  if (entity == &hf_import_complaints)
    return C_ ("import", "Complaints");
  if (entity == &hf_import_purchases)
    return C_ ("import", "Purchases by month");
  if (entity == &hf_import_manager_changes)
    return C_ ("import", "Changes of account manager");
  if (entity == &hf_import_scores)
    return C_ ("import", "Satisfaction scores");
  return C_ ("import", "Customers");
}

/**
 * hf_import_words_example:
 * @example: (nullable): a value from the file
 * @required: whether the field must be there
 *
 * Says what stands in a column that was chosen, or that one must be chosen.
 *
 * Returns: (transfer full): the words, perhaps empty
 */
char *
hf_import_words_example (const char *example, gboolean required)
{
  if (example == NULL)
    return g_strdup (required ? _ ("Every row needs this: choose its column") : "");
  g_autofree char *start = g_utf8_strlen (example, -1) > EXAMPLE_LENGTH
                               ? g_utf8_substring (example, 0, EXAMPLE_LENGTH)
                               : g_strdup (example);
  /* Translators: a value from the spreadsheet. */
  return g_strdup_printf (_ ("For example: %s"), start);
}

/**
 * hf_import_words_value:
 * @field: a field's label
 * @value: a value from the file
 *
 * Asks what a value means.
 *
 * Returns: (transfer full): such as "Status “Yes” means"
 */
char *
hf_import_words_value (const char *field, const char *value)
{
  /* Translators: a field such as "Status", and a value from the spreadsheet; beside it stands
   * what that value means. */
  return g_strdup_printf (_ ("%s “%s” means"), field, value);
}

/**
 * hf_import_words_unknown:
 * @n_values: how many values of the file mean nothing yet
 *
 * Warns of them, before every row that has one is rejected.
 *
 * Returns: (transfer full): a sentence; empty where there are none
 */
char *
hf_import_words_unknown (guint n_values)
{
  if (n_values == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u value means nothing yet: rows with it are rejected.",
                                    "%u values mean nothing yet: rows with them are rejected.",
                                    n_values),
                          n_values);
}

/**
 * hf_import_words_missing:
 * @heading: a heading that a profile names
 *
 * Says that a profile's column is not in this file.
 *
 * Returns: (transfer full): the words
 */
char *
hf_import_words_missing (const char *heading)
{
  /* Translators: %s is the heading of a column. */
  return g_strdup_printf (_ ("The profile’s column “%s” is not in this file"), heading);
}

/**
 * hf_import_words_months:
 * @n_months: how many headings name a month
 *
 * Says that the months stand in the headings.
 *
 * Returns: (transfer full): such as "In 12 columns, one for each month"
 */
char *
hf_import_words_months (guint n_months)
{
  return g_strdup_printf (ngettext ("In %u column that names its month",
                                    "In %u columns, one for each month", n_months),
                          n_months);
}

/**
 * hf_import_words_alike:
 * @n_rows: rows that are like a known customer
 *
 * Says how many they are.
 *
 * Returns: (transfer full): such as "1,200 rows"
 */
char *
hf_import_words_alike (gint64 n_rows)
{
  g_autofree char *number = hf_number_words_count (n_rows);
  /* Translators: %s is a number, with its thousands apart. */
  return g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), number);
}

/**
 * hf_import_words_duplicate:
 * @duplicate: a row that is like a known customer
 *
 * Names the row.
 *
 * Returns: (transfer full): such as "Row 5: Wang"
 */
char *
hf_import_words_duplicate (const HfImportDuplicate *duplicate)
{
  /* Translators: the number of a row of a spreadsheet, and whom it is about. */
  return g_strdup_printf (C_ ("import", "Row %u: %s"), duplicate->row, duplicate->title);
}

/**
 * hf_import_words_left:
 * @result: what an import did, or would do
 * @entity: what the rows are
 *
 * Says which cells are not taken because what is here goes first, the first of them one by one.
 *
 * Returns: (transfer full): a line for each; empty where all are taken
 */
char *
hf_import_words_left (const HfImportResult *result, const HfImportEntity *entity)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = MIN (result->kept->len, LEFT_SHOWN);
  g_autofree char *number = hf_number_words_count (result->n_kept);
  if (result->n_kept > 0)
    /* Translators: %s is a number of cells, with its thousands apart. */
    g_string_append_printf (
        text,
        ngettext ("%s cell is not taken, it is left as it is here:",
                  "%s cells are not taken, they are left as they are here:", result->n_kept),
        number);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *line = hf_import_words_rejection (result->kept->pdata[i], entity);
      g_string_append_printf (text, "\n%s", line);
    }
  if (result->n_kept > n_shown)
    g_string_append (text, "\n…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hf_import_words_title:
 * @result: what an import did, or would do
 * @dry_run: whether nothing was stored
 *
 * Says in a line how it went.
 *
 * Returns: (transfer full): the words
 */
char *
hf_import_words_title (const HfImportResult *result, gboolean dry_run)
{
  if (dry_run)
    return g_strdup (_ ("This will happen"));
  gint64 stored = result->count.created + result->count.updated;
  g_autofree char *number = hf_number_words_count (stored);
  /* Translators: %s is a number of rows, with its thousands apart. */
  return g_strdup_printf (ngettext ("%s row imported", "%s rows imported", stored), number);
}

/**
 * hf_import_words_advice:
 * @result: what an import did, or would do
 * @dry_run: whether nothing was stored
 *
 * Says what is safe and what to do about rejected rows.
 *
 * Returns: (transfer full): the words
 */
char *
hf_import_words_advice (const HfImportResult *result, gboolean dry_run)
{
  if (dry_run)
    return g_strdup (result->count.rejected > 0
                         ? _ ("Nothing has been changed yet. Rejected rows will be left out.")
                         : _ ("Nothing has been changed yet. Every row can be imported."));
  if (result->count.rejected == 0)
    return g_strdup (_ ("No row was rejected."));
  return g_strdup (_ ("The rows below were left out. Correct them in the file and import it "
                      "again: rows that are there already are not doubled."));
}

/**
 * hf_import_words_listed:
 * @n_listed: rows that are like known customers and can be decided one by one
 * @n_rows: how many there are
 *
 * Says what becomes of the others.
 *
 * Returns: (transfer full): a sentence; empty where there are no others
 */
char *
hf_import_words_listed (gint64 n_listed, gint64 n_rows)
{
  if (n_rows <= n_listed)
    return g_strdup ("");
  g_autofree char *listed = hf_number_words_count (n_listed);
  g_autofree char *all = hf_number_words_count (n_rows);
  /* Translators: two numbers of rows, with their thousands apart. */
  return g_strdup_printf (_ ("The first %s of %s rows can be decided one by one; the others go "
                             "as all of their kind."),
                          listed, all);
}

/**
 * hf_import_words_kept:
 * @result: what an import did, or would do
 *
 * Says that only the first of the rejected rows are listed and saved, where there are more.
 *
 * Returns: (transfer full): a sentence, or empty
 */
char *
hf_import_words_kept (const HfImportResult *result)
{
  if (result->count.rejected <= result->rejections->len)
    return g_strdup ("");
  g_autofree char *kept = hf_number_words_count (result->rejections->len);
  g_autofree char *all = hf_number_words_count (result->count.rejected);
  /* Translators: two numbers of rows, with their thousands apart. */
  return g_strdup_printf (_ ("Only the first %s of %s rejected rows are listed here, and only "
                             "these are saved. Correct what they have in common first."),
                          kept, all);
}

/**
 * hf_import_words_rows:
 * @rows: how many were read so far
 *
 * Says how far an import has come.
 *
 * Returns: (transfer full): such as "12,500 rows read"
 */
char *
hf_import_words_rows (gint64 rows)
{
  g_autofree char *number = hf_number_words_count (rows);
  /* Translators: %s is a number, with its thousands apart. */
  return g_strdup_printf (ngettext ("%s row read", "%s rows read", rows), number);
}

/**
 * hf_import_words_button:
 * @count: what an import would do
 *
 * Labels the button that imports.
 *
 * Returns: (transfer full): such as "_Import 7,043 Rows"
 */
char *
hf_import_words_button (const HfImportCount *count)
{
  gint64 rows = count->created + count->updated;
  g_autofree char *number = hf_number_words_count (rows);
  /* Translators: a button; %s is a number, with its thousands apart. */
  return g_strdup_printf (ngettext ("_Import %s Row", "_Import %s Rows", rows), number);
}
