#include "config.h"

#include "hf-db-watch.h"

#include <string.h>

#include "hf-db.h"

/**
 * hf_db_watch_wants:
 * @sql: a statement
 *
 * Tells whether it is worth a word that a statement reads the whole of a large table: in a
 * build for developers, unless %HF_DB_WHOLE_TABLE in it says that this is meant.
 *
 * Returns: whether it is
 */
gboolean
hf_db_watch_wants (const char *sql)
{
#ifdef HF_DEBUG_BUILD
  return strstr (sql, HF_DB_WHOLE_TABLE) == NULL;
#else
  return FALSE;
#endif
}

/**
 * hf_db_watch_tell:
 * @table: (nullable): a table, where it is known
 * @sql: a statement
 *
 * Says that a statement reads the whole of a large table.
 */
void
hf_db_watch_tell (const char *table, const char *sql)
{
  g_message ("the whole of %s is read: %s", table != NULL ? table : "a large table", sql);
}
