#include "config.h"

#include "hf-db-pgsql-fate.h"

#include <string.h>

/* A number that was never given. */
#define STATE_FUTURE "22023"

static HfDbPgsqlFate
find_fate (const char *status)
{
  if (strcmp (status, "committed") == 0)
    return HF_DB_PGSQL_FATE_COMMITTED;
  if (strcmp (status, "aborted") == 0)
    return HF_DB_PGSQL_FATE_UNDONE;
  return strcmp (status, "in progress") == 0 ? HF_DB_PGSQL_FATE_OPEN : HF_DB_PGSQL_FATE_UNKNOWN;
}

/* A session waits for hours for a client that it has not heard leave. Whatever it does just now
 * is done before it ends. */
static void
end_session (PGconn *handle, const char *transaction)
{
  PQclear (PQexecParams (handle,
                         "SELECT pg_catalog.pg_terminate_backend (pid) "
                         "FROM pg_catalog.pg_stat_activity "
                         "WHERE backend_xid = pg_catalog.xid (CAST ($1 AS xid8))",
                         1, NULL, &transaction, NULL, NULL, 0));
}

/**
 * hf_db_pgsql_fate_ask:
 * @handle: a session with the server on which the transaction was
 * @transaction: its number
 *
 * Asks what became of a transaction. The session of one that is still open is ended, so that
 * the next question gets an answer.
 *
 * Returns: its fate
 */
HfDbPgsqlFate
hf_db_pgsql_fate_ask (PGconn *handle, const char *transaction)
{
  PGresult *result = PQexecParams (handle,
                                   "SELECT pg_catalog.pg_xact_status (CAST ($1 AS xid8))", 1,
                                   NULL, &transaction, NULL, NULL, 0);
  HfDbPgsqlFate fate = HF_DB_PGSQL_FATE_UNKNOWN;
  if (PQntuples (result) == 1)
    fate = find_fate (PQgetvalue (result, 0, 0));
  /* The server broke down before any of it was on its disk. */
  else if (g_strcmp0 (PQresultErrorField (result, PG_DIAG_SQLSTATE), STATE_FUTURE) == 0)
    fate = HF_DB_PGSQL_FATE_UNDONE;
  if (fate == HF_DB_PGSQL_FATE_OPEN)
    end_session (handle, transaction);
  PQclear (result);
  return fate;
}
