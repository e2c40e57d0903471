#include "config.h"

#include "hf-db-pgsql-watch.h"

#include <string.h>

#include "hf-db-watch.h"

#define SCAN "Seq Scan on "

/* How long it is believed which tables are large. */
#define LIST_US (60 * G_USEC_PER_SEC)

struct _HfDbPgsqlWatch
{
  GPtrArray *tables; /* (element-type utf8), the large ones */
  gint64 until;      /* when they are listed again, by the monotonic clock */
};

/**
 * hf_db_pgsql_watch_new:
 *
 * Makes a watch that knows no table yet.
 *
 * Returns: (transfer full): a watch
 */
HfDbPgsqlWatch *
hf_db_pgsql_watch_new (void)
{
  HfDbPgsqlWatch *self = g_new0 (HfDbPgsqlWatch, 1);
  self->tables = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hf_db_pgsql_watch_free:
 * @self: a watch
 *
 * Frees it.
 */
void
hf_db_pgsql_watch_free (HfDbPgsqlWatch *self)
{
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static void
list_tables (HfDbPgsqlWatch *self, HfDbPgsqlConnection *connection)
{
  const HfDbPgsqlCall call = {
    .sql = "SELECT relname FROM pg_catalog.pg_class WHERE relkind = 'r' "
           "AND reltuples > " G_STRINGIFY (
               HF_DB_WATCH_MANY_ROWS) " "
                                      "AND pg_catalog.pg_table_is_visible (oid)",
  };
  PGresult *result = hf_db_pgsql_connection_run (connection, &call, NULL);
  g_ptr_array_set_size (self->tables, 0);
  for (int i = 0; i < PQntuples (result); i++)
    g_ptr_array_add (self->tables, g_strdup (PQgetvalue (result, i, 0)));
  PQclear (result);
}

static gboolean
names_large (HfDbPgsqlWatch *self, const char *sql)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (strstr (sql, g_ptr_array_index (self->tables, i)) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_large (HfDbPgsqlWatch *self, const char *table)
{
  return g_ptr_array_find_with_equal_func (self->tables, table, g_str_equal, NULL);
}

/* The table that a line of a plan scans. */
static char *
dup_scanned (const char *line)
{
  const char *scan = strstr (line, SCAN);
  if (scan == NULL)
    return NULL;
  const char *table = scan + strlen (SCAN);
  return g_strndup (table, strcspn (table, " "));
}

static gboolean
can_explain (const char *sql)
{
  static const char *const words[] = { "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH " };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (sql, words[i]))
      return TRUE;
  return FALSE;
}

static void
explain (HfDbPgsqlWatch *self, HfDbPgsqlConnection *connection, const HfDbPgsqlCall *call)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN ", call->sql, NULL);
  HfDbPgsqlCall question = *call;
  question.name = NULL;
  question.sql = sql;
  PGresult *plan = hf_db_pgsql_connection_run (connection, &question, NULL);
  for (int i = 0; i < PQntuples (plan); i++)
    {
      g_autofree char *table = dup_scanned (PQgetvalue (plan, i, 0));
      if (table != NULL && is_large (self, table))
        hf_db_watch_tell (table, call->sql);
    }
  PQclear (plan);
}

/**
 * hf_db_pgsql_watch_look:
 * @self: the watch of a connection
 * @connection: the connection
 * @call: a statement that ran, with its parameters
 *
 * Has the server explain a statement that names a large table, and tells where it reads the
 * whole of it. While tables are small the server is not asked.
 *
 * Returns: whether it was looked at, and need not be again
 */
gboolean
hf_db_pgsql_watch_look (HfDbPgsqlWatch *self, HfDbPgsqlConnection *connection,
                        const HfDbPgsqlCall *call)
{
  if (!hf_db_watch_wants (call->sql) || !can_explain (call->sql))
    return TRUE;
  if (g_get_monotonic_time () >= self->until)
    {
      self->until = g_get_monotonic_time () + LIST_US;
      list_tables (self, connection);
    }
  if (!names_large (self, call->sql))
    return FALSE;
  explain (self, connection, call);
  return TRUE;
}
