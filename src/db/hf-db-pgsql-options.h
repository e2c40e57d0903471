#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* The keywords and values with which libpq is to connect. */
typedef struct _HfDbPgsqlOptions HfDbPgsqlOptions;

HfDbPgsqlOptions *hf_db_pgsql_options_new (const char *string, GError **error);
void hf_db_pgsql_options_free (HfDbPgsqlOptions *self);
void hf_db_pgsql_options_complete (HfDbPgsqlOptions *self, PGconn *looked_up,
                                   const char *password);
PGconn *hf_db_pgsql_options_start (HfDbPgsqlOptions *self);
guint hf_db_pgsql_options_get_timeout (HfDbPgsqlOptions *self);
gboolean hf_db_pgsql_options_is_local (const char *host, const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDbPgsqlOptions, hf_db_pgsql_options_free)

G_END_DECLS
