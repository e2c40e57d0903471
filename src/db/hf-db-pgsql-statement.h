#pragma once

#include "hf-db-pgsql-connection.h"
#include "hf-db-private.h"

G_BEGIN_DECLS

HfDbStatement *hf_db_pgsql_statement_new (HfDbPgsqlConnection *connection, const char *sql);

G_END_DECLS
