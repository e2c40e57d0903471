#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* A statement to run: its name where it was prepared, else its text. */
typedef struct
{
  const char *name;
  const char *sql;
  const Oid *types;
  const char *const *values;
  int n_values;
} HfDbPgsqlCall;

PGresult *hf_db_pgsql_call_run (const HfDbPgsqlCall *self, PGconn *handle);
gboolean hf_db_pgsql_call_send (const HfDbPgsqlCall *self, PGconn *handle);
PGresult *hf_db_pgsql_call_finish (PGconn *handle, guint n_sent);

G_END_DECLS
