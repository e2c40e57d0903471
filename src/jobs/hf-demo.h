#pragma once

#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_demo_fill (HfStoreSession *session, GError **error);

G_END_DECLS
