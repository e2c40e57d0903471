#include "config.h"

#include "hf-row.h"

#include "hf-amount.h"

struct _HfRow
{
  GArray *cells; /* (element-type HfCell) */
};

static void
clear_cell (gpointer data)
{
  HfCell *cell = data;
  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell->target);
}

/**
 * hf_row_new:
 *
 * Makes a row without cells.
 *
 * Returns: (transfer full): the row
 */
HfRow *
hf_row_new (void)
{
  HfRow *self = g_new0 (HfRow, 1);
  self->cells = g_array_new (FALSE, TRUE, sizeof (HfCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * hf_row_free:
 * @self: (transfer full): a row
 *
 * Frees it.
 */
void
hf_row_free (HfRow *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * hf_row_clear:
 * @self: a row
 *
 * Takes its cells away, so that it can hold the next record.
 */
void
hf_row_clear (HfRow *self)
{
  g_array_set_size (self->cells, 0);
}

/**
 * hf_row_count:
 * @self: a row
 *
 * Counts its cells.
 *
 * Returns: how many
 */
guint
hf_row_count (const HfRow *self)
{
  return self->cells->len;
}

/**
 * hf_row_get:
 * @self: a row
 * @column: 0 for the first
 *
 * Gives a cell.
 *
 * Returns: (transfer none): the cell
 */
const HfCell *
hf_row_get (const HfRow *self, guint column)
{
  return &g_array_index (self->cells, HfCell, column);
}

static HfCell *
add (HfRow *self, HfCellKind kind)
{
  g_array_set_size (self->cells, self->cells->len + 1);
  HfCell *cell = &g_array_index (self->cells, HfCell, self->cells->len - 1);
  cell->kind = kind;
  return cell;
}

static HfCell *
last (HfRow *self)
{
  return &g_array_index (self->cells, HfCell, self->cells->len - 1);
}

/**
 * hf_row_add_empty:
 * @self: a row
 *
 * Adds a cell with nothing in it.
 */
void
hf_row_add_empty (HfRow *self)
{
  add (self, HF_CELL_EMPTY);
}

/**
 * hf_row_take_text:
 * @self: a row
 * @text: (transfer full) (nullable): a text; %NULL or empty leaves the cell empty
 *
 * Adds a text.
 */
void
hf_row_take_text (HfRow *self, char *text)
{
  gboolean any = text != NULL && *text != '\0';
  add (self, any ? HF_CELL_TEXT : HF_CELL_EMPTY)->text = text;
}

/**
 * hf_row_add_text:
 * @self: a row
 * @text: (nullable): a text; %NULL or empty leaves the cell empty
 *
 * Adds a copy of a text.
 */
void
hf_row_add_text (HfRow *self, const char *text)
{
  hf_row_take_text (self, g_strdup (text));
}

/**
 * hf_row_add_code:
 * @self: a row
 * @code: (nullable): a phone or a code; %NULL or empty leaves the cell empty
 *
 * Adds a text that a spreadsheet must not take for a number.
 */
void
hf_row_add_code (HfRow *self, const char *code)
{
  hf_row_add_text (self, code);
  if (last (self)->kind == HF_CELL_TEXT)
    last (self)->kind = HF_CELL_CODE;
}

/**
 * hf_row_take_muted:
 * @self: a row
 * @text: (transfer full): a text
 *
 * Adds a text that stands back, such as "not known".
 */
void
hf_row_take_muted (HfRow *self, char *text)
{
  hf_row_take_text (self, text);
  last (self)->muted = TRUE;
}

/**
 * hf_row_add_integer:
 * @self: a row
 * @value: a count
 *
 * Adds a whole number.
 */
void
hf_row_add_integer (HfRow *self, gint64 value)
{
  add (self, HF_CELL_INTEGER)->whole = value;
}

/**
 * hf_row_add_number:
 * @self: a row
 * @value: a number
 *
 * Adds a number with decimals.
 */
void
hf_row_add_number (HfRow *self, double value)
{
  add (self, HF_CELL_NUMBER)->real = value;
}

/**
 * hf_row_add_amount:
 * @self: a row
 * @thousandths: a quantity; where it is %HF_AMOUNT_UNKNOWN the cell stays empty
 *
 * Adds a quantity.
 */
void
hf_row_add_amount (HfRow *self, gint64 thousandths)
{
  add (self, thousandths != HF_AMOUNT_UNKNOWN ? HF_CELL_AMOUNT : HF_CELL_EMPTY)->whole
      = thousandths;
}

/**
 * hf_row_add_money:
 * @self: a row
 * @thousandths: an amount of money; where it is %HF_AMOUNT_UNKNOWN the cell stays empty
 *
 * Adds an amount that shows with the currency.
 */
void
hf_row_add_money (HfRow *self, gint64 thousandths)
{
  if (thousandths == HF_AMOUNT_UNKNOWN)
    hf_row_add_empty (self);
  else
    hf_row_add_money_number (self, hf_amount_to_double (thousandths));
}

/**
 * hf_row_add_money_number:
 * @self: a row
 * @money: money that a sum has led to
 *
 * Adds an amount that shows with the currency.
 */
void
hf_row_add_money_number (HfRow *self, double money)
{
  add (self, HF_CELL_MONEY)->real = money;
}

/**
 * hf_row_add_date:
 * @self: a row
 * @date: (nullable): YYYY-MM-DD; where it is %NULL the cell stays empty
 *
 * Adds a day.
 */
void
hf_row_add_date (HfRow *self, const char *date)
{
  add (self, date != NULL ? HF_CELL_DATE : HF_CELL_EMPTY)->text = g_strdup (date);
}

/**
 * hf_row_add_moment:
 * @self: a row
 * @moment: microseconds since 1970, UTC; where it is 0 the cell stays empty
 *
 * Adds a moment.
 */
void
hf_row_add_moment (HfRow *self, gint64 moment)
{
  add (self, moment != 0 ? HF_CELL_MOMENT : HF_CELL_EMPTY)->whole = moment;
}

/**
 * hf_row_add_percent:
 * @self: a row
 * @share: 0.25 for 25 %
 *
 * Adds a share.
 */
void
hf_row_add_percent (HfRow *self, double share)
{
  add (self, HF_CELL_PERCENT)->real = share;
}

/**
 * hf_row_set_formula:
 * @self: a row
 * @formula: what works out the value of the last cell, with "=" before it
 *
 * Makes the last cell a formula; its value becomes the result that it comes with.
 */
void
hf_row_set_formula (HfRow *self, const char *formula)
{
  g_free (last (self)->formula);
  last (self)->formula = g_strdup (formula);
}

/**
 * hf_row_set_left:
 * @self: a row
 *
 * Puts the value of the last cell at the left, where it stands alone beside its label.
 */
void
hf_row_set_left (HfRow *self)
{
  last (self)->left = TRUE;
}

/**
 * hf_row_set_muted:
 * @self: a row
 * @muted: whether the last cell rests on too little
 *
 * Greys the last cell, or not.
 */
void
hf_row_set_muted (HfRow *self, gboolean muted)
{
  last (self)->muted = muted;
}

/**
 * hf_row_set_target:
 * @self: a row
 * @target: (nullable): a place in the workbook, such as "'Customers'!A1"
 *
 * Makes the last cell a link; %NULL leaves it as it is.
 */
void
hf_row_set_target (HfRow *self, const char *target)
{
  g_free (last (self)->target);
  last (self)->target = g_strdup (target);
}
