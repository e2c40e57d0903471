#include "config.h"

#include "hf-import.h"

#include <glib/gi18n.h>

#include "hf-headings.h"
#include "hf-import-column.h"
#include "hf-import-fields.h"
#include "hf-month-columns.h"
#include "hf-row-ahead.h"
#include "hf-text.h"
#include "hf-xlsx-reader.h"

/* How many rows are looked at for the order of day, month and year. */
#define ROWS_WITH_HINTS 1000

/* Who is told of a cell's repairs. */
typedef struct
{
  HfImport *import;
  const HfImportColumn *column;
  HfImportRow *row;
} Telling;

struct _HfImport
{
  GObject parent_instance;

  HfRowReader *reader;
  HfRowAhead *ahead;
  HfImportProfile *profile;
  const HfImportEntity *entity;
  HfImportFields *fields;

  HfHeadings *headings;
  GArray *columns; /* (element-type HfImportColumn) */

  HfMonthColumns *wide;
  HfRow wide_row;   /* the row of which months are left .. */
  guint next_month; /* .. from here on */
  guint n_rows;
  guint n_blank;
  gboolean keeps_repairs;
  HfRepairCounts repaired;
};

G_DEFINE_FINAL_TYPE (HfImport, hf_import, G_TYPE_OBJECT)

static void
hf_import_finalize (GObject *object)
{
  HfImport *self = HF_IMPORT (object);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->ahead, hf_row_ahead_free);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->headings, hf_headings_free);
  g_array_unref (self->columns);
  hf_month_columns_free (self->wide);
  g_clear_pointer (&self->fields, hf_import_fields_free);
  G_OBJECT_CLASS (hf_import_parent_class)->finalize (object);
}

static void
hf_import_class_init (HfImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_finalize;
}

static void
hf_import_init (HfImport *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (HfImportColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) hf_import_column_clear);
  self->wide = hf_month_columns_new ();
}

static gboolean
is_1904 (HfRowReader *reader)
{
  return HF_IS_XLSX_READER (reader) && hf_xlsx_reader_is_1904 (HF_XLSX_READER (reader));
}

static gboolean
is_spread (HfImport *self, const HfField *field)
{
  return self->wide->columns->len > 0
         && (g_str_equal (field->name, self->entity->month)
             || g_str_equal (field->name, self->entity->value));
}

static gboolean
add_column (HfImport *self, const HfField *field, GError **error)
{
  const char *heading = hf_import_profile_get_heading (self->profile, field->name);
  guint index;
  if ((heading == NULL && !field->required) || is_spread (self, field))
    return TRUE;
  if (heading == NULL)
    return hf_headings_miss (self->headings, field, error);
  if (!hf_headings_find (self->headings, heading, &index, error))
    return FALSE;
  HfImportColumn column;
  hf_import_column_init (&column, field, index, self->profile, is_1904 (self->reader));
  g_array_append_val (self->columns, column);
  return TRUE;
}

static void
take_hints (HfImport *self, const HfRow *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const HfImportColumn *column = &g_array_index (self->columns, HfImportColumn, i);
      if (hf_column_repairs_needs_hints (column->repairs) && column->index < row->n_cells)
        hf_column_repairs_take_hint (column->repairs, row->cells[column->index]);
    }
}

/* Which is the day and which the month of 5/3/2024 shows only in the days of other rows. */
static void
look_for_hints (HfImport *self)
{
  gboolean needed = FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    needed |= hf_column_repairs_needs_hints (
        g_array_index (self->columns, HfImportColumn, i).repairs);
  const HfRow *row;
  for (guint i = 0; needed && i < ROWS_WITH_HINTS; i++)
    {
      row = hf_row_ahead_look (self->ahead);
      if (row == NULL)
        break;
      take_hints (self, row);
    }
  for (guint i = 0; needed && i < self->columns->len; i++)
    hf_column_repairs_decide (g_array_index (self->columns, HfImportColumn, i).repairs);
}

/* One that says nothing of the columns, but perhaps of repairs, leaves them to be guessed. */
static HfImportProfile *
choose_profile (HfImport *self, HfImportProfile *profile)
{
  HfImportProfile *chosen = profile != NULL ? g_object_ref (profile) : hf_import_profile_new ();
  if (!hf_import_profile_has_headings (chosen))
    hf_import_profile_guess (chosen, self->fields->list, self->fields->n_fields,
                             hf_headings_list (self->headings));
  return chosen;
}

/* Better no customers than customers without what their file says. */
static gboolean
check_custom (HfImport *self, GError **error)
{
  const char *name = hf_import_profile_find_strange (self->profile, self->fields->list,
                                                     self->fields->n_fields);
  if (name == NULL)
    return TRUE;
  g_set_error (error, HF_IMPORT_ERROR, HF_IMPORT_ERROR_UNKNOWN_FIELD,
               /* Translators: a heading, and the name of a custom field such as custom:12. */
               _ ("The column “%s” is to become the custom field “%s”, which is not in use "
                  "here."),
               hf_import_profile_get_heading (self->profile, name), name);
  return FALSE;
}

/**
 * hf_import_new:
 * @reader: a reader of which nothing was read yet
 * @profile: (nullable): what the columns mean; it is guessed from the headings where it is
 * %NULL or does not say it, and put into @profile
 * @entity: what the rows become
 * @custom: (nullable) (element-type HfCustomField): the firm's own fields of customers
 * @error: (nullable): %HF_IMPORT_ERROR for missing and duplicate headings and for custom fields
 *   that are not there, %HF_READ_ERROR; with a message for the user
 *
 * Begins an import: reads the headings, which are the first row that is not blank, and finds
 * the column of each field.
 *
 * Returns: (transfer full) (nullable): an import
 */
HfImport *
hf_import_new (HfRowReader *reader, HfImportProfile *profile, const HfImportEntity *entity,
               GPtrArray *custom, GError **error)
{
  g_autoptr (HfImport) self = g_object_new (HF_TYPE_IMPORT, NULL);
  self->reader = g_object_ref (reader);
  self->ahead = hf_row_ahead_new (reader);
  self->entity = entity;
  self->fields = hf_import_fields_new (entity, custom);
  self->headings = hf_headings_read (self->ahead, error);
  if (self->headings == NULL)
    return NULL;
  self->profile = choose_profile (self, profile);
  if (!check_custom (self, error)
      || !hf_month_columns_find (self->wide, self->headings, entity, self->profile,
                                 is_1904 (reader), error))
    return NULL;
  for (gsize i = 0; i < self->fields->n_fields; i++)
    if (!add_column (self, &self->fields->list[i], error))
      return NULL;
  look_for_hints (self);
  return g_steal_pointer (&self);
}

static void
note_repair (const HfRepair *repair, const char *before, const char *after, gpointer data)
{
  Telling *telling = data;
  if (after != NULL)
    hf_repair_counts_note (&telling->import->repaired, repair);
  if (telling->import->keeps_repairs)
    hf_import_row_add_repair (telling->row, repair, telling->column->field, before, after);
}

/* A reason that no code was found for is what the customer said, until somebody codes it. */
static gboolean
keep_uncoded_reason (HfImport *self, gpointer record, const char *text, GError **error)
{
  const HfField *words = hf_field_find (self->fields->list, self->fields->n_own,
                                        "reason_words");
  if (hf_text_is_blank (text) || words == NULL || hf_field_is_set (words, record)
      || hf_import_profile_map_reason (self->profile, text) != NULL)
    return TRUE;
  return hf_field_set_text (words, record, text, error);
}

/* Sets a field from its cell; gives the text, NULL with the error. */
static const char *
fill_field (HfImport *self, HfImportColumn *column, const HfRow *row, gpointer record,
            HfImportRow *result, GError **error)
{
  Telling telling = { self, column, result };
  const HfField *field = column->field;
  gboolean is_custom = hf_import_fields_is_custom (self->fields, field);
  gpointer target = is_custom ? self->fields->custom->values : record;
  result->field = is_custom ? field->label : field->name;
  const char *text = hf_import_column_fill (column, row, target, note_repair, &telling, error);
  if (text == NULL || hf_text_is_blank (text))
    return text;
  if (is_custom)
    hf_import_row_set_custom (result, field, target);
  else
    result->given |= G_GUINT64_CONSTANT (1) << (field - self->fields->list);
  return text;
}

static gboolean
fill_record (HfImport *self, const HfRow *row, gpointer record, HfImportRow *result,
             GError **error)
{
  const char *reason = NULL;
  for (guint i = 0; i < self->columns->len; i++)
    {
      HfImportColumn *column = &g_array_index (self->columns, HfImportColumn, i);
      const char *text = fill_field (self, column, row, record, result, error);
      if (text == NULL)
        return FALSE;
      if (column->is_reason)
        reason = text;
    }
  result->field = "reason";
  return reason == NULL || keep_uncoded_reason (self, record, reason, error);
}

static gboolean
check_record (HfImport *self, gpointer record, const char **field, GError **error)
{
  *field = NULL;
  if (self->entity->validate (record, error))
    return TRUE;
  for (gsize i = 0; i < self->fields->n_own && *field == NULL; i++)
    if (self->fields->list[i].required && !hf_field_is_set (&self->fields->list[i], record))
      *field = self->fields->list[i].name;
  return FALSE;
}

static gboolean
fill_month (HfImport *self, const HfRow *row, const char *month, gpointer record,
            HfImportRow *result, GError **error)
{
  const HfField *field = hf_field_find (self->fields->list, self->fields->n_own,
                                        self->entity->month);
  hf_field_set_text (field, record, month, NULL);
  result->given |= G_GUINT64_CONSTANT (1) << (field - self->fields->list);
  for (guint i = 0; i < self->wide->columns->len; i++)
    {
      HfMonthColumn *wide = &g_array_index (self->wide->columns, HfMonthColumn, i);
      if (wide->month == month
          && fill_field (self, &wide->column, row, record, result, error) == NULL)
        {
          g_prefix_error (error, "%s: ", month);
          return FALSE;
        }
    }
  return TRUE;
}

/* Reads a row, or the cells of one of its months. */
static void
read_row (HfImport *self, const HfRow *row, const char *month, HfImportRow *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = self->entity->create ();
  *result = (HfImportRow){ .number = row->number };
  gboolean is_good = hf_headings_check_length (self->headings, row, &error)
                     && fill_record (self, row, record, result, &error);
  /* What is wrong with the whole row is said once. */
  if (!is_good)
    self->next_month = self->wide->months->len;
  if (is_good && (month == NULL || fill_month (self, row, month, record, result, &error))
      && check_record (self, record, &result->field, &error))
    result->record = g_steal_pointer (&record);
  else
    result->why = g_strdup (error->message);
}

/* The next month of the row for which it says something. */
static gboolean
next_month (HfImport *self, HfImportRow *result)
{
  while (self->next_month < self->wide->months->len)
    {
      const char *month = self->wide->months->pdata[self->next_month++];
      if (!hf_month_columns_have_value (self->wide, month, &self->wide_row))
        continue;
      read_row (self, &self->wide_row, month, result);
      return TRUE;
    }
  return FALSE;
}

/**
 * hf_import_next:
 * @self: an import
 * @row: (out caller-allocates): a record or why the row was rejected; clear it with
 *   hf_import_row_clear()
 * @error: (nullable): %HF_READ_ERROR, with a message for the user that names the row
 *
 * Reads the next row that is not blank. In a wide layout a row of the file becomes a row for
 * each month that it gives a value for, all with its number.
 *
 * Returns: %FALSE with @error set where the file cannot be read on, %FALSE without at its end
 */
gboolean
hf_import_next (HfImport *self, HfImportRow *row, GError **error)
{
  HfRow cells;
  *row = (HfImportRow){ 0 };
  if (self->wide->months->len > 0 && next_month (self, row))
    return TRUE;
  while (hf_row_ahead_next (self->ahead, &cells, error))
    {
      if (hf_row_is_blank (&cells))
        {
          self->n_blank++;
          continue;
        }
      self->wide_row = cells;
      self->next_month = 0;
      if (self->wide->months->len == 0)
        read_row (self, &cells, NULL, row);
      else if (!next_month (self, row))
        {
          self->n_blank++;
          continue;
        }
      self->n_rows++;
      return TRUE;
    }
  return FALSE;
}

/**
 * hf_import_get_headings:
 * @self: an import
 *
 * Gives the headings as they stand in the file, without spaces at their ends.
 *
 * Returns: (array zero-terminated=1): one for each column, perhaps empty
 */
const char *const *
hf_import_get_headings (HfImport *self)
{
  return hf_headings_list (self->headings);
}

/**
 * hf_import_get_profile:
 * @self: an import
 *
 * Gives the profile that it follows, which may have been guessed.
 *
 * Returns: the profile
 */
HfImportProfile *
hf_import_get_profile (HfImport *self)
{
  return self->profile;
}

/**
 * hf_import_get_n_rows:
 * @self: an import
 *
 * Counts the rows read so far, good and rejected, without headings and blank rows.
 *
 * Returns: how many
 */
guint
hf_import_get_n_rows (HfImport *self)
{
  return self->n_rows;
}

/**
 * hf_import_get_n_blank:
 * @self: an import
 *
 * Counts the blank rows below the headings that were passed over.
 *
 * Returns: how many
 */
guint
hf_import_get_n_blank (HfImport *self)
{
  return self->n_blank;
}

/**
 * hf_import_get_progress:
 * @self: an import
 *
 * Tells how much of the file has been read.
 *
 * Returns: from 0 to 1
 */
double
hf_import_get_progress (HfImport *self)
{
  return hf_row_reader_get_progress (self->reader);
}

/**
 * hf_import_keep_repairs:
 * @self: an import
 *
 * Asks that each row keeps which of its cells were repaired; they are counted at any rate.
 */
void
hf_import_keep_repairs (HfImport *self)
{
  self->keeps_repairs = TRUE;
}

/**
 * hf_import_get_repaired:
 * @self: an import
 *
 * Counts the cells that were mended so far, by what mended them.
 *
 * Returns: the counts
 */
const HfRepairCounts *
hf_import_get_repaired (HfImport *self)
{
  return &self->repaired;
}

/**
 * hf_import_get_n_months:
 * @self: an import
 *
 * Counts the months that stand in the headings of a wide layout.
 *
 * Returns: how many, 0 where each row has one record
 */
guint
hf_import_get_n_months (HfImport *self)
{
  return self->wide->months->len;
}

/**
 * hf_import_list_taken:
 * @self: an import
 *
 * Lists what texts of the file were taken for so far, column by column.
 *
 * Returns: (transfer full) (element-type HfImportTaken): the texts
 */
GPtrArray *
hf_import_list_taken (HfImport *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_taken_unref);
  for (guint i = 0; i < self->columns->len; i++)
    hf_import_column_list_taken (&g_array_index (self->columns, HfImportColumn, i), all);
  return all;
}
