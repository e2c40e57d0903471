#pragma once

#include "hf-store-deadlines.h"

G_BEGIN_DECLS

gboolean hf_deadlines_set (HfStoreSession *session, HfComplaint *complaint, GError **error);
gboolean hf_deadlines_note_word (HfStoreSession *session, HfComplaint *complaint, gint64 now,
                                 GError **error);

G_END_DECLS
