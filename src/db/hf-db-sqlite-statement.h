#pragma once

#include <sqlite3.h>

#include "hf-db-private.h"

G_BEGIN_DECLS

HfDbStatement *hf_db_sqlite_statement_new (sqlite3 *handle, const char *sql, GError **error);
gboolean hf_db_sqlite_set_error (sqlite3 *handle, int result, GError **error);

G_END_DECLS
