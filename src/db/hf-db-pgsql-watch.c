#include "config.h"

#include "hf-db-pgsql-watch.h"

#include <string.h>

#include "hf-db-watch.h"

#define SCAN "Seq Scan on "

static gboolean
is_large (HfDbPgsqlConnection *connection, const char *table)
{
  const HfDbPgsqlCall call = {
    .sql = "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass ($1) "
           "AND reltuples > " G_STRINGIFY (HF_DB_WATCH_MANY_ROWS),
    .types = (const Oid[]){ 25 },
    .values = &table,
    .n_values = 1,
  };
  PGresult *result = hf_db_pgsql_connection_run (connection, &call, NULL);
  gboolean large = PQntuples (result) > 0;
  PQclear (result);
  return large;
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

/**
 * hf_db_pgsql_watch:
 * @connection: a connection
 * @call: a statement that ran, with its parameters
 *
 * Has the server explain a statement, and tells where it reads the whole of a large table.
 */
void
hf_db_pgsql_watch (HfDbPgsqlConnection *connection, const HfDbPgsqlCall *call)
{
  if (!can_explain (call->sql))
    return;
  g_autofree char *sql = g_strconcat ("EXPLAIN ", call->sql, NULL);
  HfDbPgsqlCall explain = *call;
  explain.name = NULL;
  explain.sql = sql;
  PGresult *plan = hf_db_pgsql_connection_run (connection, &explain, NULL);
  for (int i = 0; i < PQntuples (plan); i++)
    {
      g_autofree char *table = dup_scanned (PQgetvalue (plan, i, 0));
      if (table != NULL && is_large (connection, table))
        hf_db_watch_tell (table, call->sql);
    }
  PQclear (plan);
}
