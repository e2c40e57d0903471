#pragma once

#include "hf-db-pgsql-connection.h"

G_BEGIN_DECLS

void hf_db_pgsql_watch (HfDbPgsqlConnection *connection, const HfDbPgsqlCall *call);

G_END_DECLS
