#pragma once

#include <gio/gio.h>

#include "hf-db-error.h"
#include "hf-db-statement.h"

G_BEGIN_DECLS

#define HF_TYPE_DB (hf_db_get_type ())
#define HF_DB(self) (G_TYPE_CHECK_INSTANCE_CAST ((self), HF_TYPE_DB, HfDb))

/* One connection to a database, used by one thread at a time. It knows statements and
 * transactions, and no entity. */
typedef struct _HfDb HfDb;
typedef struct _HfDbClass HfDbClass;

/* Stands in a statement that reads the whole of a table on purpose: a build for developers says
 * a word about all others that do so with a large one. */
#define HF_DB_WHOLE_TABLE "/* the whole table */ "

typedef enum
{
  HF_DB_OPEN_READ,
  HF_DB_OPEN_WRITE,
  HF_DB_OPEN_CREATE, /* write, and make it where there is none */
} HfDbOpenMode;

typedef enum
{
  /* Several connections may be open on the same data. */
  HF_DB_CAN_SHARE,
  /* hf_db_backup() works. */
  HF_DB_CAN_BACK_UP,
} HfDbCapability;

GType hf_db_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDb, g_object_unref)

gboolean hf_db_open (HfDb *self, HfDbOpenMode mode, GError **error);
void hf_db_close (HfDb *self);
void hf_db_set_password (HfDb *self, const char *password);
gboolean hf_db_begin (HfDb *self, GError **error);
gboolean hf_db_begin_read (HfDb *self, GError **error);
gboolean hf_db_commit (HfDb *self, GError **error);
gboolean hf_db_ask_commit (HfDb *self, gboolean *committed, GError **error);
void hf_db_rollback (HfDb *self);
gboolean hf_db_exec_script (HfDb *self, const char *sql, GError **error);
HfDbStatement *hf_db_query (HfDb *self, const char *sql, const HfDbValue *values,
                            gsize n_values, GError **error);
gboolean hf_db_execute (HfDb *self, const char *sql, const HfDbValue *values, gsize n_values,
                        gint64 *n_changed, GError **error);
void hf_db_interrupt (HfDb *self);
void hf_db_set_bulk (HfDb *self, gboolean bulk);
gboolean hf_db_set_indexes_aside (HfDb *self, const char *table, const char *const *kept,
                                  GError **error);
gboolean hf_db_restore_indexes (HfDb *self, GError **error);
const char *hf_db_get_engine (HfDb *self);
const char *hf_db_get_key_type (HfDb *self);
const char *hf_db_get_text_type (HfDb *self);
gboolean hf_db_has_capability (HfDb *self, HfDbCapability capability);
gboolean hf_db_lock_for_migration (HfDb *self, GError **error);
gboolean hf_db_get_schema_version (HfDb *self, int *version, GError **error);
gboolean hf_db_set_schema_version (HfDb *self, int version, GError **error);
gboolean hf_db_backup (HfDb *self, const char *path, GError **error);
gboolean hf_db_check (HfDb *self, GPtrArray *findings, GError **error);

G_END_DECLS
