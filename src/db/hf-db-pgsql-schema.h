#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

gboolean hf_db_pgsql_schema_lock (HfDb *db, GError **error);
gboolean hf_db_pgsql_schema_get_version (HfDb *db, int *version, GError **error);
gboolean hf_db_pgsql_schema_set_version (HfDb *db, int version, GError **error);
gboolean hf_db_pgsql_schema_check (HfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
