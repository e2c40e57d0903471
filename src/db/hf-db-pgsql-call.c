#include "config.h"

#include "hf-db-pgsql-call.h"

/**
 * hf_db_pgsql_call_run:
 * @self: a statement with its parameters
 * @handle: a connection
 *
 * Runs a statement and waits for its rows.
 *
 * Returns: (transfer full) (nullable): what the server says
 */
PGresult *
hf_db_pgsql_call_run (const HfDbPgsqlCall *self, PGconn *handle)
{
  return self->name != NULL
             ? PQexecPrepared (handle, self->name, self->n_values, self->values, NULL, NULL, 0)
             : PQexecParams (handle, self->sql, self->n_values, self->types, self->values, NULL,
                             NULL, 0);
}

/**
 * hf_db_pgsql_call_send:
 * @self: a statement with its parameters, which are not needed afterwards
 * @handle: a connection
 *
 * Sends a statement and does not wait: its answer is read by hf_db_pgsql_call_finish().
 *
 * Returns: whether it is on its way
 */
gboolean
hf_db_pgsql_call_send (const HfDbPgsqlCall *self, PGconn *handle)
{
  if (PQpipelineStatus (handle) == PQ_PIPELINE_OFF && !PQenterPipelineMode (handle))
    return FALSE;
  return self->name != NULL ? PQsendQueryPrepared (handle, self->name, self->n_values,
                                                   self->values, NULL, NULL, 0)
                            : PQsendQueryParams (handle, self->sql, self->n_values, self->types,
                                                 self->values, NULL, NULL, 0);
}

static gboolean
is_good (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/* The answer to one statement ends with a NULL. */
static PGresult *
read_answer (PGconn *handle)
{
  PGresult *answer = PQgetResult (handle), *more;
  while (answer != NULL && (more = PQgetResult (handle)) != NULL)
    PQclear (more);
  return answer;
}

/**
 * hf_db_pgsql_call_finish:
 * @handle: a connection
 * @n_sent: how many statements were sent
 *
 * Waits for the answers to all that was sent.
 *
 * Returns: (transfer full) (nullable): the first error, or else the last answer
 */
PGresult *
hf_db_pgsql_call_finish (PGconn *handle, guint n_sent)
{
  PGresult *kept = NULL;
  gboolean good = PQpipelineSync (handle);
  for (guint i = 0; i < n_sent && PQstatus (handle) == CONNECTION_OK; i++)
    {
      PGresult *answer = read_answer (handle);
      PQclear (good ? kept : answer);
      if (!good)
        continue;
      kept = answer;
      good = is_good (answer);
    }
  PQclear (PQgetResult (handle));
  PQexitPipelineMode (handle);
  return kept;
}
