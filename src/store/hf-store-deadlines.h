#pragma once

#include "hf-complaint.h"
#include "hf-deadline-change.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_deadlines_move (HfStoreSession *session, HfComplaint *complaint,
                                  HfDeadlineKind kind, gint64 after, const char *why,
                                  GError **error);
GPtrArray *hf_store_deadlines_list (HfStoreSession *session, gint64 complaint_id,
                                    GError **error);

G_END_DECLS
