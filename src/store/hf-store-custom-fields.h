#pragma once

#include "hf-custom-field.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_custom_fields_list (HfStoreSession *session, GError **error);
gboolean hf_store_custom_fields_save (HfStoreSession *session, HfCustomField *field,
                                      GError **error);

G_END_DECLS
