#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* Stops the statement that a session runs, from any thread. */
typedef struct _HfDbPgsqlCanceller HfDbPgsqlCanceller;

HfDbPgsqlCanceller *hf_db_pgsql_canceller_new (void);
void hf_db_pgsql_canceller_unref (HfDbPgsqlCanceller *self);
void hf_db_pgsql_canceller_set_session (HfDbPgsqlCanceller *self, PGconn *handle);
void hf_db_pgsql_canceller_start (HfDbPgsqlCanceller *self);
void hf_db_pgsql_canceller_end (HfDbPgsqlCanceller *self);
gboolean hf_db_pgsql_canceller_was_used (HfDbPgsqlCanceller *self);
guint hf_db_pgsql_canceller_count (HfDbPgsqlCanceller *self);
void hf_db_pgsql_canceller_cancel (HfDbPgsqlCanceller *self);

G_END_DECLS
