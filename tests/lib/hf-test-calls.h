#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

/* The machine's clock must not decide whether a test may call. */
gpointer hf_test_calls_at_any_hour (HfStoreSession *session, gpointer unused, GError **error);

G_END_DECLS
