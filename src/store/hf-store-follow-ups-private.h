#pragma once

#include "hf-complaint.h"
#include "hf-interview.h"
#include "hf-store-follow-ups.h"

G_BEGIN_DECLS

gboolean hf_follow_ups_open (HfStoreSession *session, const HfComplaint *complaint,
                             gboolean is_new_answer, GError **error);
gboolean hf_follow_ups_drop (HfStoreSession *session, gint64 complaint_id, GError **error);
gboolean hf_follow_ups_note_result (HfStoreSession *session, const HfInterview *interview,
                                    gboolean *noted, GError **error);

G_END_DECLS
