#pragma once

#include "hf-store-deadlines.h"

G_BEGIN_DECLS

gboolean hf_deadlines_set (HfStoreSession *session, HfComplaint *complaint, GError **error);
void hf_deadlines_note_word (HfComplaint *complaint, gint64 now);
gboolean hf_deadlines_begin_again (HfStoreSession *session, HfComplaint *complaint,
                                   const char *why, GError **error);

G_END_DECLS
