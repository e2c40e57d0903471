#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* What became of a transaction. */
typedef enum
{
  HF_DB_PGSQL_FATE_UNKNOWN, /* too long ago, or it cannot be asked */
  HF_DB_PGSQL_FATE_OPEN,    /* its session has yet to notice that we are gone */
  HF_DB_PGSQL_FATE_COMMITTED,
  HF_DB_PGSQL_FATE_UNDONE,
} HfDbPgsqlFate;

HfDbPgsqlFate hf_db_pgsql_fate_ask (PGconn *handle, const char *transaction);

G_END_DECLS
