#pragma once

#include "hf-db.h"
#include "hf-store.h"

G_BEGIN_DECLS

struct _HfStore
{
  GObject parent_instance;

  char *uri;
  char *password; /* typed by a person, may be NULL */
  gint64 staff_id;
  gint64 desk;              /* a key of its own */
  GThreadPool *writer_pool; /* one thread: works that write go one after the other */
  GThreadPool *reader_pool;
  HfDb *writer;
  GMutex writer_mutex;   /* whoever holds it uses the writer */
  GAsyncQueue *readers;  /* (element-type HfDb): idle connections for reading */
  gboolean shared;       /* readers have connections of their own */
  GMainContext *context; /* where "changed" is emitted */
  GMutex online_mutex;   /* of what follows */
  GCond online_cond;
  gboolean online;
  gboolean closing;
  gboolean draft_lost; /* the last draft could not be kept */
  gint waiting;        /* atomic: writing works that were asked for and are not done */
};

/* One try at a piece of work. */
typedef struct
{
  gboolean patient;           /* it may wait for the server as long as that takes */
  GDestroyNotify free_result; /* may be NULL */
  gboolean
      begun; /* it may have changed something, or what it was given, and is not done again */
} HfStoreTry;

HfDb *hf_store_make_db (HfStore *self, GError **error);
gpointer hf_store_try (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
                       GCancellable *cancellable, HfStoreTry *attempt, GError **error);
gboolean hf_store_ask_commit (HfStore *self, gboolean patient, gboolean *committed);
void hf_store_announce (HfStore *self, guint topics);
gboolean hf_store_set_online (HfStore *self, gboolean online);
void hf_store_set_draft_lost (HfStore *self, gboolean lost);
void hf_store_make_pools (HfStore *self, int max_readers);

G_END_DECLS
