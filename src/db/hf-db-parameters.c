#include "config.h"

#include "hf-db-parameters.h"

#include <stdlib.h>
#include <string.h>

#include "hf-db-error.h"

/* Behind what is quoted at @sql, which begins with a quote; doubled quotes are two pieces. */
static const char *
skip_quoted (const char *sql)
{
  const char *end = strchr (sql + 1, sql[0]);
  return end != NULL ? end + 1 : sql + strlen (sql);
}

static const char *
skip_comment (const char *sql)
{
  return sql + strcspn (sql, "\n");
}

/**
 * hf_db_parameters_count:
 * @sql: one statement
 *
 * Finds the highest of a statement's parameters $1, $2 ...
 *
 * Returns: its number, 0 where there is none
 */
int
hf_db_parameters_count (const char *sql)
{
  int highest = 0;
  while (*sql != '\0')
    if (*sql == '\'' || *sql == '"')
      sql = skip_quoted (sql);
    else if (sql[0] == '-' && sql[1] == '-')
      sql = skip_comment (sql);
    else if (*sql++ == '$')
      highest = MAX (highest, atoi (sql));
  return highest;
}

/**
 * hf_db_parameters_check:
 * @n_parameters: how many a statement has
 * @n_values: how many values it is given
 * @error: (nullable): %HF_DB_ERROR
 *
 * Checks that each parameter has a value; values may be left over, for statements of one family
 * share them.
 *
 * Returns: whether the values suffice
 */
gboolean
hf_db_parameters_check (int n_parameters, gsize n_values, GError **error)
{
  if (n_values >= (gsize) n_parameters)
    return TRUE;
  g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_FAILED,
               "the statement has %d parameters, but only %" G_GSIZE_FORMAT " values",
               n_parameters, n_values);
  return FALSE;
}
