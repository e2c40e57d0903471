#pragma once

#include "hf-store-deadlines.h"

G_BEGIN_DECLS

gboolean hf_deadlines_set (HfStoreSession *session, HfComplaint *complaint, GError **error);
gboolean hf_deadlines_note_word (HfStoreSession *session, HfComplaint *complaint, gint64 now,
                                 GError **error);
gboolean hf_deadlines_begin_again (HfStoreSession *session, HfComplaint *complaint,
                                   const char *why, GError **error);

G_END_DECLS
