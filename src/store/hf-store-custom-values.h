#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

GHashTable *hf_store_custom_values_get (HfStoreSession *session, gint64 customer_id,
                                        GError **error);
gboolean hf_store_custom_values_look_up (HfStoreSession *session, const gint64 *customers,
                                         guint n_customers, GHashTable *found, GError **error);
gboolean hf_store_custom_values_add_to (HfStoreSession *session, GPtrArray *customers,
                                        GError **error);
gboolean hf_store_custom_values_add (HfStoreSession *session, gint64 customer_id,
                                     gint64 field_id, const char *value, GError **error);
gboolean hf_store_custom_values_put (HfStoreSession *session, gint64 customer_id,
                                     gint64 field_id, const char *before, const char *after,
                                     GError **error);
gboolean hf_store_custom_values_check (HfStoreSession *session, gint64 customer_id,
                                       GHashTable *read, GHashTable *values, GError **error);
gboolean hf_store_custom_values_save (HfStoreSession *session, gint64 customer_id,
                                      GHashTable *values, GError **error);

G_END_DECLS
