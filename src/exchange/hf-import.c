#include "config.h"

#include "hf-import.h"

#include <glib/gi18n.h>

#include "hf-column-repairs.h"
#include "hf-headings.h"
#include "hf-row-ahead.h"
#include "hf-text.h"
#include "hf-xlsx-reader.h"

/* How many different texts of a choice are remembered; a column that has more is not a choice,
 * and every row of it is rejected anyway. */
#define KNOWN_CHOICES_LIMIT 500

/* How many rows are looked at for the order of day, month and year. */
#define ROWS_WITH_HINTS 1000

#define REPAIRS_LIMIT 32 /* there are as many bits */

typedef struct
{
  const HfField *field;
  guint index;
  gboolean has_values; /* the profile maps some of its texts */
  gboolean is_reason;  /* the profile maps it by [reasons] */
  GHashTable *choices; /* text -> value, for a choice: finding one takes long */
  HfColumnRepairs *repairs;
} Column;

/* A column of a wide layout: the values of one month. */
typedef struct
{
  Column column;
  const char *month; /* one of the months */
} Spread;

/* Who is told of a cell's repairs. */
typedef struct
{
  HfImport *import;
  const Column *column;
  HfImportRow *row;
} Telling;

struct _HfImport
{
  GObject parent_instance;

  HfRowReader *reader;
  HfRowAhead *ahead;
  HfImportProfile *profile;
  const HfImportEntity *entity;
  const HfField *fields; /* borrowed */
  gsize n_fields;

  HfHeadings *headings;
  GArray *columns; /* (element-type Column) */

  GArray *spread;    /* (element-type Spread): the columns of a wide layout */
  GPtrArray *months; /* (element-type utf8): of a wide layout, each once, in order */
  HfRow wide_row;    /* the row of which months are left .. */
  guint next_month;  /* .. from here on */
  guint n_rows;
  guint n_blank;
  gboolean keeps_repairs;
  guint n_repairs[REPAIRS_LIMIT];
};

G_DEFINE_FINAL_TYPE (HfImport, hf_import, G_TYPE_OBJECT)

static void
clear_column (gpointer data)
{
  Column *column = data;
  g_clear_pointer (&column->choices, g_hash_table_unref);
  g_clear_pointer (&column->repairs, hf_column_repairs_free);
}

static void
clear_spread (gpointer data)
{
  clear_column (&((Spread *) data)->column);
}

static void
hf_import_finalize (GObject *object)
{
  HfImport *self = HF_IMPORT (object);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->ahead, hf_row_ahead_free);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->headings, hf_headings_free);
  g_array_unref (self->columns);
  g_array_unref (self->spread);
  g_ptr_array_unref (self->months);
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
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->spread = g_array_new (FALSE, TRUE, sizeof (Spread));
  g_array_set_clear_func (self->spread, clear_spread);
  self->months = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
is_1904 (HfRowReader *reader)
{
  return HF_IS_XLSX_READER (reader) && hf_xlsx_reader_is_1904 (HF_XLSX_READER (reader));
}

static Column
make_column (HfImport *self, const HfField *field, guint index)
{
  Column column = { .field = field, .index = index };
  column.has_values = hf_import_profile_has_values (self->profile, field->name);
  column.is_reason = g_str_equal (field->name, "reason");
  if (field->kind == HF_FIELD_CHOICE)
    column.choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  column.repairs = hf_column_repairs_new (field, self->profile, is_1904 (self->reader));
  return column;
}

static gboolean
is_spread (HfImport *self, const HfField *field)
{
  return self->spread->len > 0
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
  Column column = make_column (self, field, index);
  g_array_append_val (self->columns, column);
  return TRUE;
}

static const char *
keep_month (HfImport *self, const char *month)
{
  guint place;
  if (g_ptr_array_find_with_equal_func (self->months, month, g_str_equal, &place))
    return self->months->pdata[place];
  g_ptr_array_add (self->months, g_strdup (month));
  return self->months->pdata[self->months->len - 1];
}

/* Where no column has the months, the headings may: a column of values for each. */
static gboolean
find_spread (HfImport *self, GError **error)
{
  const char *month_field = self->entity->month;
  if (month_field == NULL || hf_import_profile_get_heading (self->profile, month_field) != NULL)
    return TRUE;
  g_autoptr (GArray) found = hf_headings_find_months (
      self->headings, self->fields, self->n_fields, self->entity->value,
      hf_import_profile_get_year (self->profile), error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const HfMonthHeading *heading = &g_array_index (found, HfMonthHeading, i);
      Spread spread = { make_column (self, heading->field, heading->index),
                        keep_month (self, heading->month) };
      g_array_append_val (self->spread, spread);
    }
  return TRUE;
}

static void
take_hints (HfImport *self, const HfRow *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
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
    needed |= hf_column_repairs_needs_hints (g_array_index (self->columns, Column, i).repairs);
  const HfRow *row;
  for (guint i = 0; needed && i < ROWS_WITH_HINTS; i++)
    {
      row = hf_row_ahead_look (self->ahead);
      if (row == NULL)
        break;
      take_hints (self, row);
    }
  for (guint i = 0; needed && i < self->columns->len; i++)
    hf_column_repairs_decide (g_array_index (self->columns, Column, i).repairs);
}

/**
 * hf_import_new:
 * @reader: a reader of which nothing was read yet
 * @profile: (nullable): what the columns mean, %NULL to guess it from the headings
 * @entity: what the rows become
 * @error: (nullable): %HF_IMPORT_ERROR for missing and duplicate headings, %HF_READ_ERROR; with
 * a message for the user
 *
 * Begins an import: reads the headings, which are the first row that is not blank, and finds
 * the column of each field.
 *
 * Returns: (transfer full) (nullable): an import
 */
HfImport *
hf_import_new (HfRowReader *reader, HfImportProfile *profile, const HfImportEntity *entity,
               GError **error)
{
  g_autoptr (HfImport) self = g_object_new (HF_TYPE_IMPORT, NULL);
  self->reader = g_object_ref (reader);
  self->ahead = hf_row_ahead_new (reader);
  self->entity = entity;
  self->fields = entity->list_fields (&self->n_fields);
  self->headings = hf_headings_read (self->ahead, error);
  if (self->headings == NULL)
    return NULL;
  self->profile = profile != NULL
                      ? g_object_ref (profile)
                      : hf_import_profile_new_guessed (self->fields, self->n_fields,
                                                       hf_headings_list (self->headings));
  if (!find_spread (self, error))
    return NULL;
  for (gsize i = 0; i < self->n_fields; i++)
    if (!add_column (self, &self->fields[i], error))
      return NULL;
  look_for_hints (self);
  return g_steal_pointer (&self);
}

static gboolean
set_choice (Column *column, gpointer record, const char *text, GError **error)
{
  int *place = G_STRUCT_MEMBER_P (record, column->field->offset);
  gpointer known;
  if (g_hash_table_lookup_extended (column->choices, text, NULL, &known))
    {
      *place = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!hf_field_set_text (column->field, record, text, error))
    return FALSE;
  if (!hf_text_is_blank (text) && g_hash_table_size (column->choices) < KNOWN_CHOICES_LIMIT)
    g_hash_table_insert (column->choices, g_strdup (text), GINT_TO_POINTER (*place));
  return TRUE;
}

static void
note_repair (const HfRepair *repair, const char *before, const char *after, gpointer data)
{
  Telling *telling = data;
  guint n_repairs;
  telling->import->n_repairs[repair - hf_repair_list (&n_repairs)]++;
  if (telling->import->keeps_repairs)
    hf_import_row_add_repair (telling->row, repair, telling->column->field, before, after);
}

/* What the profile says that a text means. */
static const char *
meaning_of (HfImport *self, const Column *column, const char *text)
{
  if (column->is_reason)
    return hf_import_profile_map_reason (self->profile, text);
  return column->has_values
             ? hf_import_profile_map_value (self->profile, column->field->name, text)
             : NULL;
}

/* A cell's text, repaired, or what the profile says that it means; NULL with the error where
 * the text cannot be repaired. */
static const char *
text_of (HfImport *self, const Column *column, const HfRow *row, HfImportRow *result,
         GError **error)
{
  const char *text = column->index < row->n_cells ? row->cells[column->index] : "";
  if (hf_text_is_blank (text))
    return text;
  const char *ours = meaning_of (self, column, text);
  if (ours != NULL)
    return column->is_reason ? text : ours;
  Telling telling = { self, column, result };
  const char *mended = hf_column_repairs_mend (column->repairs, text, note_repair, &telling,
                                               error);
  if (mended == NULL || mended == text || column->is_reason)
    return mended;
  ours = meaning_of (self, column, mended);
  return ours != NULL ? ours : mended;
}

/* What spreadsheet programs write for yes and no, in any language. */
static const char *
plain_flag (const char *text)
{
  if (g_ascii_strcasecmp (text, "TRUE") == 0)
    return "1";
  return g_ascii_strcasecmp (text, "FALSE") == 0 ? "0" : text;
}

static gboolean
set_cell (HfImport *self, Column *column, gpointer record, const char *text, GError **error)
{
  if (hf_text_is_blank (text))
    return TRUE;
  if (column->is_reason)
    {
      const char *code = hf_import_profile_map_reason (self->profile, text);
      text = code != NULL ? code : text;
    }
  if (column->field->kind == HF_FIELD_FLAG)
    text = plain_flag (text);
  return column->choices != NULL ? set_choice (column, record, text, error)
                                 : hf_field_set_text (column->field, record, text, error);
}

/* A reason that no code was found for is what the customer said, until somebody codes it. */
static gboolean
keep_uncoded_reason (HfImport *self, gpointer record, const char *text, GError **error)
{
  const HfField *words = hf_field_find (self->fields, self->n_fields, "reason_words");
  if (hf_text_is_blank (text) || words == NULL || hf_field_is_set (words, record)
      || hf_import_profile_map_reason (self->profile, text) != NULL)
    return TRUE;
  return hf_field_set_text (words, record, text, error);
}

/* Sets a field from its cell; gives the text, NULL with the error. */
static const char *
fill_field (HfImport *self, Column *column, const HfRow *row, gpointer record,
            HfImportRow *result, GError **error)
{
  result->field = column->field->name;
  const char *text = text_of (self, column, row, result, error);
  if (text == NULL || !set_cell (self, column, record, text, error))
    return NULL;
  if (!hf_text_is_blank (text))
    result->given |= G_GUINT64_CONSTANT (1) << (column->field - self->fields);
  return text;
}

static gboolean
fill_record (HfImport *self, const HfRow *row, gpointer record, HfImportRow *result,
             GError **error)
{
  const char *reason = NULL;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
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
  for (gsize i = 0; i < self->n_fields && *field == NULL; i++)
    if (self->fields[i].required && !hf_field_is_set (&self->fields[i], record))
      *field = self->fields[i].name;
  return FALSE;
}

static gboolean
fill_month (HfImport *self, const HfRow *row, const char *month, gpointer record,
            HfImportRow *result, GError **error)
{
  const HfField *field = hf_field_find (self->fields, self->n_fields, self->entity->month);
  hf_field_set_text (field, record, month, NULL);
  result->given |= G_GUINT64_CONSTANT (1) << (field - self->fields);
  for (guint i = 0; i < self->spread->len; i++)
    {
      Spread *spread = &g_array_index (self->spread, Spread, i);
      if (spread->month == month
          && fill_field (self, &spread->column, row, record, result, error) == NULL)
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
    self->next_month = self->months->len;
  if (is_good && (month == NULL || fill_month (self, row, month, record, result, &error))
      && check_record (self, record, &result->field, &error))
    result->record = g_steal_pointer (&record);
  else
    result->why = g_strdup (error->message);
}

static gboolean
has_value (HfImport *self, const char *month)
{
  for (guint i = 0; i < self->spread->len; i++)
    {
      const Spread *spread = &g_array_index (self->spread, Spread, i);
      if (spread->month == month && spread->column.index < self->wide_row.n_cells
          && !hf_text_is_blank (self->wide_row.cells[spread->column.index]))
        return TRUE;
    }
  return FALSE;
}

/* The next month of the row for which it says something. */
static gboolean
next_month (HfImport *self, HfImportRow *result)
{
  while (self->next_month < self->months->len)
    {
      const char *month = self->months->pdata[self->next_month++];
      if (!has_value (self, month))
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
  if (self->months->len > 0 && next_month (self, row))
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
      if (self->months->len == 0)
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
 * hf_import_get_n_repaired:
 * @self: an import
 * @repair: a repair
 *
 * Counts the cells that a repair concerned so far, those that were lost among them.
 *
 * Returns: how many
 */
guint
hf_import_get_n_repaired (HfImport *self, const HfRepair *repair)
{
  guint n_repairs;
  return self->n_repairs[repair - hf_repair_list (&n_repairs)];
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
  return self->months->len;
}
