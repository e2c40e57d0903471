#pragma once

#include "hf-db.h"
#include "hf-store.h"

G_BEGIN_DECLS

struct _HfStore
{
  GObject parent_instance;

  char *uri;
  gint64 staff_id;
  GThreadPool *writer_pool; /* one thread: works that write go one after the other */
  GThreadPool *reader_pool;
  HfDb *writer;
  GMutex writer_mutex;   /* whoever holds it uses the writer */
  GAsyncQueue *readers;  /* (element-type HfDb): idle connections for reading */
  gboolean shared;       /* readers have connections of their own */
  GMainContext *context; /* where "changed" is emitted */
};

G_END_DECLS
