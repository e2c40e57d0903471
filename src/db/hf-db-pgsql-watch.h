#pragma once

#include "hf-db-pgsql-connection.h"

G_BEGIN_DECLS

/* A watch knows the large tables of a connection, and looks how statements read them. */
HfDbPgsqlWatch *hf_db_pgsql_watch_new (void);
void hf_db_pgsql_watch_free (HfDbPgsqlWatch *self);
gboolean hf_db_pgsql_watch_look (HfDbPgsqlWatch *self, HfDbPgsqlConnection *connection,
                                 const HfDbPgsqlCall *call);

G_END_DECLS
