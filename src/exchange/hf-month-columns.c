#include "config.h"

#include "hf-month-columns.h"

#include "hf-repair-private.h"
#include "hf-text.h"

static void
clear_column (gpointer data)
{
  hf_import_column_clear (&((HfMonthColumn *) data)->column);
}

/**
 * hf_month_columns_new:
 *
 * Makes a layout without months.
 *
 * Returns: (transfer full): the columns
 */
HfMonthColumns *
hf_month_columns_new (void)
{
  HfMonthColumns *self = g_new0 (HfMonthColumns, 1);
  self->columns = g_array_new (FALSE, TRUE, sizeof (HfMonthColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->months = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hf_month_columns_free:
 * @self: (transfer full): the columns
 *
 * Lets them go.
 */
void
hf_month_columns_free (HfMonthColumns *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->months);
  g_free (self);
}

static const char *
keep_month (HfMonthColumns *self, const char *month)
{
  guint place;
  if (g_ptr_array_find_with_equal_func (self->months, month, g_str_equal, &place))
    return self->months->pdata[place];
  g_ptr_array_add (self->months, g_strdup (month));
  return self->months->pdata[self->months->len - 1];
}

/**
 * hf_month_columns_find:
 * @self: the columns, none yet
 * @headings: a file's headings
 * @entity: what the rows become
 * @profile: what texts mean; must live longer
 * @is_1904: whether the workbook's days count from 1904
 * @error: (nullable): %HF_IMPORT_ERROR
 *
 * Finds the months where they may stand in the headings and no column has them: a column of
 * values for each.
 *
 * Returns: whether the headings could be understood
 */
gboolean
hf_month_columns_find (HfMonthColumns *self, const HfHeadings *headings,
                       const HfImportEntity *entity, HfImportProfile *profile, gboolean is_1904,
                       GError **error)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  if (entity->month == NULL || hf_import_profile_get_heading (profile, entity->month) != NULL)
    return TRUE;
  g_autoptr (GArray) found = hf_headings_find_months (
      headings, fields, n_fields, entity->value, hf_import_profile_get_year (profile), error);
  if (found == NULL)
    return FALSE;
  self->reads_nothing = hf_import_profile_get_repair (profile, "nothing");
  for (guint i = 0; i < found->len; i++)
    {
      const HfMonthHeading *heading = &g_array_index (found, HfMonthHeading, i);
      HfMonthColumn column = { .month = keep_month (self, heading->month) };
      hf_import_column_init (&column.column, heading->field, heading->index, profile, is_1904);
      g_array_append_val (self->columns, column);
    }
  return TRUE;
}

static gboolean
has_value (const HfMonthColumns *self, const HfMonthColumn *column, const HfRow *row)
{
  const char *text = column->column.index < row->n_cells ? row->cells[column->column.index]
                                                         : "";
  return !hf_text_is_blank (text)
         && !(self->reads_nothing && hf_repair_is_nothing (text, column->column.field));
}

/**
 * hf_month_columns_have_value:
 * @self: the columns
 * @month: one of the months
 * @row: a row of the file
 *
 * Tells whether a row says something for a month.
 *
 * Returns: whether it does
 */
gboolean
hf_month_columns_have_value (const HfMonthColumns *self, const char *month, const HfRow *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const HfMonthColumn *column = &g_array_index (self->columns, HfMonthColumn, i);
      if (column->month == month && has_value (self, column, row))
        return TRUE;
    }
  return FALSE;
}
