#include "config.h"

#include "hf-db-value.h"

#include "hf-amount.h"

/**
 * hf_db_null:
 *
 * Makes the parameter NULL, where the statement itself tells its type: as the new value of a
 * column, not in "$1 IS NULL". A text, an amount or a reference may be NULL anywhere.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_null (void)
{
  return (HfDbValue){ .type = HF_DB_NULL, .is_null = TRUE };
}

/**
 * hf_db_integer:
 * @value: a number
 *
 * Makes an integer parameter.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_integer (gint64 value)
{
  return (HfDbValue){ .type = HF_DB_INTEGER, .integer = value };
}

/**
 * hf_db_real:
 * @value: a number
 *
 * Makes a floating-point parameter.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_real (double value)
{
  return (HfDbValue){ .type = HF_DB_REAL, .real = value };
}

/**
 * hf_db_text:
 * @value: (nullable): UTF-8, borrowed until the statement has run
 *
 * Makes a text parameter, NULL for %NULL.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_text (const char *value)
{
  return (HfDbValue){ .type = HF_DB_TEXT, .is_null = value == NULL, .text = value };
}

/**
 * hf_db_amount:
 * @amount: thousandths, or %HF_AMOUNT_UNKNOWN
 *
 * Makes an amount's parameter, NULL where it is not known.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_amount (gint64 amount)
{
  return (HfDbValue){ .type = HF_DB_INTEGER,
                      .is_null = amount == HF_AMOUNT_UNKNOWN,
                      .integer = amount };
}

/**
 * hf_db_reference:
 * @id: another record's key, 0 for none
 *
 * Makes a reference's parameter, NULL where there is none.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_reference (gint64 id)
{
  return (HfDbValue){ .type = HF_DB_INTEGER, .is_null = id == 0, .integer = id };
}
