#pragma once

#include "hf-db.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

struct _HfStoreSession
{
  HfDb *db;
  GCancellable *cancellable;  /* borrowed, may be NULL */
  gint64 staff_id;            /* who works at this desk, 0: not said */
  gint64 desk;                /* tells this window from all others */
  gint64 now;                 /* when the work happens, 0: at present */
  guint topics;               /* HfStoreTopics that the work changed */
  gint64 import_id;           /* the import that is under way, 0: none */
  gint64 interview_id;        /* whose answers are followed, 0: none */
  GHashTable *branches;       /* (element-type utf8 gint64): names looked up; may be NULL */
  GHashTable *staff;          /* the same */
  gboolean bulk;              /* the connection uses more memory than it should for long */
  GDestroyNotify free_result; /* may be NULL */
  gboolean discarded;         /* what the work stores is undone when it ends */
  gboolean repeatable;        /* the work may be done again where it was undone */
  GArray *changes;            /* (element-type HfStoreChange): of records; may be NULL */
};

/* The key of the customer who has a code, or who was merged with the one that had it. */
#define HF_STORE_CUSTOMER_ID(code)                                                             \
  "SELECT id FROM customer WHERE code = " code                                                 \
  " UNION ALL SELECT customer_id FROM customer_alias WHERE code = " code " LIMIT 1"

typedef gpointer (*HfStoreRowFunc) (HfDbStatement *row);

/* What happened to a record in memory while it was stored. */
typedef struct
{
  GObject *record;
  void (*undo) (gpointer record);
} HfStoreChange;

void hf_store_session_clear (HfStoreSession *self);
void hf_store_session_on_undo (HfStoreSession *self, gpointer record,
                               void (*undo) (gpointer record));
void hf_store_session_undo (HfStoreSession *self);
void hf_store_session_touch (HfStoreSession *self, guint topics);
gboolean hf_store_session_log (HfStoreSession *self, const char *entity, gint64 entity_id,
                               const char *action, const char *field, const char *before,
                               const char *after, GError **error);
char *hf_store_session_load_sql (HfStoreSession *self, const char *name);
gboolean hf_store_session_lock (HfStoreSession *self, const char *name, const HfDbValue *values,
                                gsize n_values, GError **error);
GPtrArray *hf_store_session_list (HfStoreSession *self, const char *sql,
                                  const HfDbValue *values, gsize n_values,
                                  HfStoreRowFunc row_func, GDestroyNotify free_record,
                                  GError **error);
gpointer hf_store_session_get (HfStoreSession *self, const char *sql, const HfDbValue *values,
                               gsize n_values, HfStoreRowFunc row_func, GError **error);
gboolean hf_store_session_count (HfStoreSession *self, const char *sql, const HfDbValue *values,
                                 gsize n_values, gint64 *count, GError **error);
gboolean hf_store_session_update (HfStoreSession *self, const char *sql,
                                  const HfDbValue *values, gsize n_values, GError **error);

#define HF_STORE_RESOURCE_FOLDER "/org/huifang/Huifang/sql"

GResource *hf_store_session_get_resource (void);

G_END_DECLS
