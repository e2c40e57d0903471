#pragma once

#include <glib.h>
#include <libpq-fe.h>

#include "hf-db-pgsql-call.h"
#include "hf-db-pgsql-canceller.h"

G_BEGIN_DECLS

/* A session with a server, which may be lost and made anew. */
typedef struct _HfDbPgsqlConnection HfDbPgsqlConnection;
typedef struct _HfDbPgsqlWatch HfDbPgsqlWatch;

HfDbPgsqlConnection *hf_db_pgsql_connection_new (const char *string);
void hf_db_pgsql_connection_free (HfDbPgsqlConnection *self);
void hf_db_pgsql_connection_set_password (HfDbPgsqlConnection *self, const char *password);
gboolean hf_db_pgsql_connection_open (HfDbPgsqlConnection *self, gboolean read_only,
                                      GError **error);
void hf_db_pgsql_connection_close (HfDbPgsqlConnection *self);
gboolean hf_db_pgsql_connection_begin (HfDbPgsqlConnection *self, const char *sql,
                                       GError **error);
gboolean hf_db_pgsql_connection_commit (HfDbPgsqlConnection *self, GError **error);
gboolean hf_db_pgsql_connection_ask_commit (HfDbPgsqlConnection *self, gboolean *committed,
                                            GError **error);
void hf_db_pgsql_connection_rollback (HfDbPgsqlConnection *self);
gboolean hf_db_pgsql_connection_exec (HfDbPgsqlConnection *self, const char *sql,
                                      GError **error);
char *hf_db_pgsql_connection_prepare (HfDbPgsqlConnection *self, const char *sql,
                                      const Oid *types, int n_types, GError **error);
PGresult *hf_db_pgsql_connection_run (HfDbPgsqlConnection *self, const HfDbPgsqlCall *call,
                                      GError **error);
void hf_db_pgsql_connection_set_bulk (HfDbPgsqlConnection *self, gboolean bulk);
gboolean hf_db_pgsql_connection_can_queue (HfDbPgsqlConnection *self);
gboolean hf_db_pgsql_connection_queue (HfDbPgsqlConnection *self, const HfDbPgsqlCall *call,
                                       GError **error);
guint hf_db_pgsql_connection_get_generation (HfDbPgsqlConnection *self);
HfDbPgsqlCanceller *hf_db_pgsql_connection_get_canceller (HfDbPgsqlConnection *self);
HfDbPgsqlWatch *hf_db_pgsql_connection_get_watch (HfDbPgsqlConnection *self);

G_END_DECLS
