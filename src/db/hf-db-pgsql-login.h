#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

PGconn *hf_db_pgsql_login (const char *string, const char *password, gboolean read_only,
                           GError **error);

G_END_DECLS
