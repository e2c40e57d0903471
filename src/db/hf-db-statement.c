#include "config.h"

#include "hf-amount.h"
#include "hf-db-private.h"

/**
 * hf_db_statement_step:
 * @self: a statement
 * @error: (nullable): %HF_DB_ERROR
 *
 * Goes on to the next row.
 *
 * Returns: whether there is a row, no more, or an error
 */
HfDbStep
hf_db_statement_step (HfDbStatement *self, GError **error)
{
  return self->funcs->step (self, error);
}

/**
 * hf_db_statement_is_null:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Tells whether a value is NULL.
 *
 * Returns: whether it is
 */
gboolean
hf_db_statement_is_null (HfDbStatement *self, int column)
{
  return self->funcs->is_null (self, column);
}

/**
 * hf_db_statement_get_integer:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Reads an integer.
 *
 * Returns: the number, 0 for NULL
 */
gint64
hf_db_statement_get_integer (HfDbStatement *self, int column)
{
  return self->funcs->get_integer (self, column);
}

/**
 * hf_db_statement_get_real:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Reads a floating-point number.
 *
 * Returns: the number, 0 for NULL
 */
double
hf_db_statement_get_real (HfDbStatement *self, int column)
{
  return self->funcs->get_real (self, column);
}

/**
 * hf_db_statement_get_amount:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Reads an amount.
 *
 * Returns: thousandths, %HF_AMOUNT_UNKNOWN for NULL
 */
gint64
hf_db_statement_get_amount (HfDbStatement *self, int column)
{
  return self->funcs->is_null (self, column) ? HF_AMOUNT_UNKNOWN
                                             : self->funcs->get_integer (self, column);
}

/**
 * hf_db_statement_get_text:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Reads a text, which is gone with the next step.
 *
 * Returns: (nullable): UTF-8, %NULL for NULL
 */
const char *
hf_db_statement_get_text (HfDbStatement *self, int column)
{
  return self->funcs->get_text (self, column);
}

/**
 * hf_db_statement_dup_text:
 * @self: a statement at a row
 * @column: counted from 0
 *
 * Reads a text to keep.
 *
 * Returns: (transfer full) (nullable): UTF-8, %NULL for NULL
 */
char *
hf_db_statement_dup_text (HfDbStatement *self, int column)
{
  return g_strdup (self->funcs->get_text (self, column));
}

/**
 * hf_db_statement_release:
 * @self: a statement
 *
 * Gives it back to its connection, which keeps it prepared for the next time.
 */
void
hf_db_statement_release (HfDbStatement *self)
{
  self->funcs->reset (self);
  self->lent = FALSE;
  if (!self->kept)
    self->funcs->free (self);
}
