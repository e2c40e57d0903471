#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

void hf_desk_restore_async (HfStore *store, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean hf_desk_restore_finish (GAsyncResult *result);
void hf_desk_choose (HfStore *store, gint64 staff_id);
gint64 hf_desk_get_staff_id (const char *database);

G_END_DECLS
