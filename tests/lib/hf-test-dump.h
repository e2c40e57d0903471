#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

gpointer hf_test_dump (HfStoreSession *session, gpointer unused, GError **error);

G_END_DECLS
