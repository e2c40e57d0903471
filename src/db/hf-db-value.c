#include "config.h"

#include "hf-db-value.h"

#include "hf-amount.h"

/**
 * hf_db_null:
 *
 * Makes the parameter NULL.
 *
 * Returns: a parameter
 */
HfDbValue
hf_db_null (void)
{
  return (HfDbValue){ .type = HF_DB_NULL };
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
  return value != NULL ? (HfDbValue){ .type = HF_DB_TEXT, .text = value } : hf_db_null ();
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
  return amount != HF_AMOUNT_UNKNOWN ? hf_db_integer (amount) : hf_db_null ();
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
  return id != 0 ? hf_db_integer (id) : hf_db_null ();
}
