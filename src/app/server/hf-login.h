#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

/* Opening a database with a person at hand who can be asked for a password. */
void hf_login_open_async (GtkWindow *window, const char *location, const char *password,
                          gboolean remember, HfStoreOpenMode mode, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
HfStore *hf_login_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
