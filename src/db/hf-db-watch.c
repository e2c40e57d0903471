#include "config.h"

#include "hf-db-watch.h"

/**
 * hf_db_watch_is_on:
 *
 * Tells whether somebody wants to know of statements that read the whole of a large table:
 * HF_DB_WATCH_SCANS is set, and the build is one for developers.
 *
 * Returns: whether somebody does
 */
gboolean
hf_db_watch_is_on (void)
{
#ifdef HF_DEBUG_BUILD
  static gsize state = 0;
  if (g_once_init_enter (&state))
    g_once_init_leave (&state, g_getenv ("HF_DB_WATCH_SCANS") != NULL ? 1 : 2);
  return state == 1;
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
