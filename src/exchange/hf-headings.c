#include "config.h"

#include "hf-headings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-date-form.h"
#include "hf-import-profile.h"
#include "hf-rejects.h"
#include "hf-text.h"

/* Any year, to find out whether headings are months that only lack theirs. */
#define SOME_YEAR 2000

struct _HfHeadings
{
  GPtrArray *names; /* (element-type utf8), NULL at the end */
  guint row;        /* in the file */
};

G_DEFINE_QUARK (hf_import_error, hf_import_error)

/**
 * hf_row_is_blank:
 * @row: a row
 *
 * Tells whether a row has nothing to read.
 *
 * Returns: whether all its cells are blank
 */
gboolean
hf_row_is_blank (const HfRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!hf_text_is_blank (row->cells[i]))
      return FALSE;
  return TRUE;
}

/* What saving rejected rows has added means nothing here. */
static char *
name_of (const char *cell)
{
  char *name = g_str_has_prefix (cell, HF_REJECTS_MARK) ? NULL : hf_text_trim (cell);
  return name != NULL ? name : g_strdup ("");
}

static HfHeadings *
take_names (const char *const *cells, guint n_cells, guint row)
{
  HfHeadings *self = g_new0 (HfHeadings, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->row = row;
  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (self->names, name_of (cells[i]));
  g_ptr_array_add (self->names, NULL);
  return self;
}

/**
 * hf_headings_read:
 * @rows: rows of which none was given out yet
 * @error: (nullable): %HF_IMPORT_ERROR_NO_HEADINGS, %HF_READ_ERROR; with a message for the user
 *
 * Reads the headings, which are the first row that is not blank.
 *
 * Returns: (transfer full) (nullable): the headings
 */
HfHeadings *
hf_headings_read (HfRowAhead *rows, GError **error)
{
  HfRow row;
  GError *failure = NULL;
  do
    if (!hf_row_ahead_next (rows, &row, &failure))
      {
        if (failure != NULL)
          g_propagate_error (error, failure);
        else
          g_set_error_literal (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_NO_HEADINGS,
                               _ ("The table has no row of headings: it is empty."));
        return NULL;
      }
  while (hf_row_is_blank (&row));

  return take_names (row.cells, row.n_cells, row.number);
}

/**
 * hf_headings_read_file:
 * @path: a spreadsheet
 * @options: (nullable): how to read it
 * @error: (nullable): %HF_IMPORT_ERROR_NO_HEADINGS, %HF_READ_ERROR; with a message for the user
 *
 * Reads a file's headings and nothing else.
 *
 * Returns: (transfer full) (nullable): the headings
 */
HfHeadings *
hf_headings_read_file (const char *path, const HfReadOptions *options, GError **error)
{
  g_autoptr (HfRowReader) reader = hf_row_reader_open (path, options, error);
  if (reader == NULL)
    return NULL;
  g_autoptr (HfRowAhead) rows = hf_row_ahead_new (reader);
  return hf_headings_read (rows, error);
}

/**
 * hf_headings_new:
 * @names: (array zero-terminated=1): what the columns are called
 * @row: in the file, from 1
 *
 * Makes the headings of a row that was read.
 *
 * Returns: (transfer full): the headings
 */
HfHeadings *
hf_headings_new (const char *const *names, guint row)
{
  return take_names (names, g_strv_length ((GStrv) names), row);
}

/**
 * hf_headings_free:
 * @self: (transfer full): headings
 *
 * Lets them go.
 */
void
hf_headings_free (HfHeadings *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * hf_headings_list:
 * @self: headings
 *
 * Gives the headings as they stand in the file, without spaces at their ends.
 *
 * Returns: (array zero-terminated=1): one for each column, perhaps empty
 */
const char *const *
hf_headings_list (const HfHeadings *self)
{
  return (const char *const *) self->names->pdata;
}

/**
 * hf_headings_find:
 * @self: headings
 * @heading: one of them, in any case
 * @index: (out): its place, from 0
 * @error: (nullable): %HF_IMPORT_ERROR where it is missing or stands over two columns
 *
 * Finds the one column of a heading.
 *
 * Returns: whether there is one
 */
gboolean
hf_headings_find (const HfHeadings *self, const char *heading, guint *index, GError **error)
{
  g_autofree char *wanted = hf_text_fold (heading);
  gboolean found = FALSE;
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      g_autofree char *folded = hf_text_fold (self->names->pdata[i]);
      if (!g_str_equal (folded, wanted))
        continue;
      if (found)
        {
          g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_DUPLICATE_HEADING,
                       /* Translators: a heading, two column numbers, a row number. */
                       _ ("The heading “%s” stands over two columns, %u and %u, in row %u. "
                          "Rename the one that is not meant."),
                       heading, *index + 1, i + 1, self->row);
          return FALSE;
        }
      found = TRUE;
      *index = i;
    }
  if (!found)
    g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING,
                 /* Translators: a row number, a heading. */
                 _ ("Row %u has no heading “%s”."), self->row, heading);
  return found;
}

/**
 * hf_headings_miss:
 * @self: headings
 * @field: a field that every row must have
 * @error: (nullable): %HF_IMPORT_ERROR_MISSING_HEADING
 *
 * Says that no heading is for a field.
 *
 * Returns: %FALSE
 */
gboolean
hf_headings_miss (const HfHeadings *self, const HfField *field, GError **error)
{
  g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING,
               /* Translators: a row number, a field's label and its name. */
               _ ("No heading in row %u is for “%s” (%s), which every row must have."),
               self->row, hf_field_label (field), field->name);
  return FALSE;
}

/* The field that the words beside a month mean; NULL for none of ours. */
static const HfField *
find_field (const HfField *fields, gsize n_fields, const char *value, const char *words)
{
  if (*words == '\0')
    return hf_field_find (fields, n_fields, value);
  const char *const headings[] = { words, NULL };
  g_autoptr (HfImportProfile) profile = hf_import_profile_new_guessed (fields, n_fields,
                                                                       headings);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].kind == HF_FIELD_AMOUNT
        && hf_import_profile_get_heading (profile, fields[i].name) != NULL)
      return &fields[i];
  return NULL;
}

/* What stands before or behind a month, without the signs between them. */
static char *
bare_words (const char *text, gsize length)
{
  static const char signs[] = " -_/:()";
  while (length > 0 && strchr (signs, *text) != NULL)
    {
      text++;
      length--;
    }
  while (length > 0 && strchr (signs, text[length - 1]) != NULL)
    length--;
  return g_strndup (text, length);
}

/* A month at the beginning of a heading, or at its end behind other words. */
static char *
read_month (const char *text, guint year, char **words)
{
  const char *rest;
  char *month = hf_month_form_read (text, year, &rest);
  if (month != NULL)
    {
      *words = bare_words (rest, strlen (rest));
      return month;
    }
  for (const char *at = text; *at != '\0' && month == NULL; at = g_utf8_next_char (at))
    if (at > text && !g_ascii_isalnum (at[-1]))
      {
        month = hf_month_form_read (at, year, NULL);
        if (month != NULL)
          *words = bare_words (text, at - text);
      }
  return month;
}

static gboolean
read_heading (const char *name, const HfField *fields, gsize n_fields, const char *value,
              guint year, HfMonthHeading *heading)
{
  g_autofree char *narrow = hf_text_narrow (name);
  g_autofree char *words = NULL;
  g_autofree char *month = read_month (narrow, year, &words);
  heading->field = month != NULL ? find_field (fields, n_fields, value, words) : NULL;
  if (heading->field != NULL)
    g_strlcpy (heading->month, month, sizeof heading->month);
  return heading->field != NULL;
}

static GArray *
list_months (const HfHeadings *self, const HfField *fields, gsize n_fields, const char *value,
             guint year)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (HfMonthHeading));
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      HfMonthHeading heading = { .index = i };
      if (read_heading (self->names->pdata[i], fields, n_fields, value, year, &heading))
        g_array_append_val (found, heading);
    }
  return found;
}

static gboolean
check_twice (const HfHeadings *self, const GArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    for (guint j = i + 1; j < found->len; j++)
      {
        const HfMonthHeading *first = &g_array_index (found, HfMonthHeading, i);
        const HfMonthHeading *second = &g_array_index (found, HfMonthHeading, j);
        if (first->field != second->field || strcmp (first->month, second->month) != 0)
          continue;
        g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_DUPLICATE_HEADING,
                     /* Translators: two headings, a month. */
                     _ ("“%s” and “%s” are both the month %s. Rename the one that is not "
                        "meant."),
                     (const char *) self->names->pdata[first->index],
                     (const char *) self->names->pdata[second->index], first->month);
        return FALSE;
      }
  return TRUE;
}

/**
 * hf_headings_find_months:
 * @self: headings
 * @fields: (array length=n_fields): the fields of a record
 * @n_fields: how many
 * @value: the name of the field that stands below a month without other words
 * @year: of months that have none, 0 where it is not known
 * @error: (nullable): %HF_IMPORT_ERROR where a month stands there twice, or without its year
 *
 * Finds the headings of a wide layout, a month each: 2024-01, 2024年1月, Jan 2024, 1月, perhaps
 * with the name of a field beside it.
 *
 * Returns: (transfer full) (element-type HfMonthHeading) (nullable): the headings, perhaps none
 */
GArray *
hf_headings_find_months (const HfHeadings *self, const HfField *fields, gsize n_fields,
                         const char *value, guint year, GError **error)
{
  g_autoptr (GArray) found = list_months (self, fields, n_fields, value, year);
  if (found->len > 0 || year > 0)
    return check_twice (self, found, error) ? g_steal_pointer (&found) : NULL;
  g_autoptr (GArray) lacking = list_months (self, fields, n_fields, value, SOME_YEAR);
  if (lacking->len == 0)
    return g_steal_pointer (&found);
  const HfMonthHeading *first = &g_array_index (lacking, HfMonthHeading, 0);
  g_set_error (
      error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING,
      /* Translators: a heading. */
      _ ("The heading “%s” is a month without a year: say which year, or write it into "
         "the headings."),
      (const char *) self->names->pdata[first->index]);
  return NULL;
}

/**
 * hf_headings_check_length:
 * @self: headings
 * @row: a row below them
 * @error: (nullable): %HF_IMPORT_ERROR_MISSING_HEADING
 *
 * Checks that nothing stands behind the last heading. It would have no meaning, and if there is
 * something, the cells before may have slipped.
 *
 * Returns: whether nothing does
 */
gboolean
hf_headings_check_length (const HfHeadings *self, const HfRow *row, GError **error)
{
  for (guint i = self->names->len - 1; i < row->n_cells; i++)
    if (!hf_text_is_blank (row->cells[i]))
      {
        g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_MISSING_HEADING,
                     /* Translators: two numbers of cells. */
                     _ ("the row has %u cells, the headings are %u"), row->n_cells,
                     self->names->len - 1);
        return FALSE;
      }
  return TRUE;
}
