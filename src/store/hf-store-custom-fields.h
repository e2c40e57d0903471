#pragma once

#include "hf-custom-field.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_custom_fields_list (HfStoreSession *session, GError **error);
gboolean hf_store_custom_fields_save (HfStoreSession *session, HfCustomField *field,
                                      GError **error);
gboolean hf_store_custom_fields_find (HfStoreSession *session, const char *heading, gint64 *id,
                                      GError **error);
GHashTable *hf_store_custom_values_get (HfStoreSession *session, gint64 customer_id,
                                        GError **error);
gboolean hf_store_custom_values_save (HfStoreSession *session, gint64 customer_id,
                                      GHashTable *values, GError **error);

G_END_DECLS
