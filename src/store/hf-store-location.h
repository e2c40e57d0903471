#pragma once

#include <gio/gio.h>

#include "hf-store-error.h"

G_BEGIN_DECLS

/* What was found at a location that could be reached. */
typedef enum
{
  HF_STORE_STATE_EMPTY, /* a database without tables: opening it makes them */
  HF_STORE_STATE_OLDER, /* of an older version: opening it brings it up to date */
  HF_STORE_STATE_READY,
} HfStoreState;

gboolean hf_store_location_is_server (const char *location);
char *hf_store_location_describe (const char *location);
char *hf_store_location_make (const char *host, const char *port, const char *database,
                              const char *user);
gboolean hf_store_location_test (const char *location, const char *password,
                                 HfStoreState *state, GError **error);
void hf_store_location_test_async (const char *location, const char *password,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean hf_store_location_test_finish (GAsyncResult *result, HfStoreState *state,
                                        GError **error);

G_END_DECLS
