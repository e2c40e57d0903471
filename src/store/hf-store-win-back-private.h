#pragma once

#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_win_back_note_result (HfStoreSession *session, const HfInterview *interview,
                                  GError **error);

G_END_DECLS
