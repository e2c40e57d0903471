#pragma once

#include <glib.h>
#include <libpq-fe.h>

#include "hf-db-error.h"

G_BEGIN_DECLS

HfDbError hf_db_pgsql_error_code (const char *state);
HfDbError hf_db_pgsql_error_login_code (const char *state);
char *hf_db_pgsql_error_dup_state (const char *message);
char *hf_db_pgsql_error_dup_line (const char *message);
gboolean hf_db_pgsql_error_is_loss (PGconn *handle, const PGresult *result);
void hf_db_pgsql_error_set (GError **error, PGconn *handle, const PGresult *result,
                            gboolean interrupted);

G_END_DECLS
