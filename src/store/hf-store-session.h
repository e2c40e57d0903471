#pragma once

#include <gio/gio.h>

#include "hf-store-error.h"

G_BEGIN_DECLS

/* What changed, as the store's "changed" signal tells. */
typedef enum
{
  HF_STORE_CUSTOMERS = 1 << 0,
  HF_STORE_COMPLAINTS = 1 << 1,
  HF_STORE_INTERVIEWS = 1 << 2,
  HF_STORE_REASONS = 1 << 3,
  HF_STORE_PROMISES = 1 << 4,
  HF_STORE_QUEUE = 1 << 5,
  HF_STORE_CODEBOOK = 1 << 6,
  HF_STORE_SETTINGS = 1 << 7,
  HF_STORE_STAFF = 1 << 8,
  HF_STORE_PURCHASES = 1 << 9,
  HF_STORE_ALL = (1 << 10) - 1,
} HfStoreTopics;

/* The store as one piece of work sees it: a connection that is lent to the worker thread while
 * the work runs. Functions of the store take it and are plain synchronous C. */
typedef struct _HfStoreSession HfStoreSession;

GCancellable *hf_store_session_get_cancellable (HfStoreSession *self);
gint64 hf_store_session_get_staff_id (HfStoreSession *self);
void hf_store_session_set_staff_id (HfStoreSession *self, gint64 staff_id);
gint64 hf_store_session_get_now (HfStoreSession *self);
void hf_store_session_set_now (HfStoreSession *self, gint64 now);
void hf_store_session_begin_bulk (HfStoreSession *self);
void hf_store_session_discard (HfStoreSession *self);
void hf_store_session_allow_repeat (HfStoreSession *self);
void hf_store_session_set_free_result (HfStoreSession *self, GDestroyNotify free_result);
gboolean hf_store_session_check_cancelled (HfStoreSession *self, GError **error);

G_END_DECLS
