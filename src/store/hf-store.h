#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

#define HF_TYPE_STORE (hf_store_get_type ())
G_DECLARE_FINAL_TYPE (HfStore, hf_store, HF, STORE, GObject)

typedef enum
{
  HF_STORE_READ,
  HF_STORE_WRITE,
  HF_STORE_WRITE_DRAFT, /* what is being typed: nobody has asked for it to be saved */
} HfStoreAccess;

typedef enum
{
  HF_STORE_OPEN_EXISTING,
  HF_STORE_OPEN_TO_READ, /* without a right to write, unless the schema has to be brought up to
                            date */
  HF_STORE_OPEN_OR_CREATE,
} HfStoreOpenMode;

/* A piece of work on the store. It runs on a worker thread; a work that writes is one
 * transaction, committed when the result is not NULL and rolled back when it is. */
typedef gpointer (*HfStoreFunc) (HfStoreSession *session, gpointer input, GError **error);

/* What a work gives that has nothing to give. */
#define HF_STORE_DONE GINT_TO_POINTER (1)

HfStore *hf_store_open (const char *location, HfStoreOpenMode mode, GError **error);
void hf_store_open_async (const char *location, const char *password, HfStoreOpenMode mode,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
HfStore *hf_store_open_finish (GAsyncResult *result, GError **error);
const char *hf_store_get_uri (HfStore *self);
gboolean hf_store_is_online (HfStore *self);
guint hf_store_count_waiting (HfStore *self);
void hf_store_set_staff_id (HfStore *self, gint64 staff_id);
void hf_store_set_desk (HfStore *self, gint64 desk);
gpointer hf_store_run (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
                       GCancellable *cancellable, GError **error);
void hf_store_run_async (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
                         GDestroyNotify free_input, GDestroyNotify free_result,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);
void hf_store_read_newest (HfStore *self, GCancellable **reading, HfStoreFunc func,
                           gpointer input, GDestroyNotify free_input,
                           GDestroyNotify free_result, GAsyncReadyCallback callback,
                           gpointer user_data);
void hf_store_stop_reading (GCancellable **reading);
gpointer hf_store_run_finish (HfStore *self, GAsyncResult *result, GError **error);
gboolean hf_store_can_back_up (HfStore *self);
gboolean hf_store_backup (HfStore *self, const char *path, GError **error);
GPtrArray *hf_store_check (HfStore *self, GError **error);
void hf_store_close (HfStore *self);

G_END_DECLS
