#pragma once

#include "hf-codebook.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

HfCodebook *hf_store_codebook_load (HfStoreSession *session, GError **error);
gboolean hf_store_codebook_save (HfStoreSession *session, HfCodebook *codebook, GError **error);
gboolean hf_store_codebook_is_empty (HfStoreSession *session, gboolean *empty, GError **error);

G_END_DECLS
