#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

gpointer hf_store_starter_fill (HfStoreSession *session, gpointer unused, GError **error);

G_END_DECLS
