#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The desktop's keyring, where passwords of database servers can be kept. */
gboolean hf_keyring_is_built_in (void);
void hf_keyring_lookup_async (const char *location, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
char *hf_keyring_lookup_finish (GAsyncResult *result, GError **error);
void hf_keyring_store_async (const char *location, const char *password,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean hf_keyring_store_finish (GAsyncResult *result, GError **error);
void hf_keyring_clear_async (const char *location, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean hf_keyring_clear_finish (GAsyncResult *result, GError **error);

G_END_DECLS
