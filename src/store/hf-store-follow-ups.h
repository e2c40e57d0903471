#pragma once

#include "hf-follow-up.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

GPtrArray *hf_store_follow_ups_list (HfStoreSession *session, gint64 complaint_id,
                                     GError **error);
gboolean hf_store_follow_ups_are_for_others (HfStoreSession *session, gint64 task_id,
                                             gboolean *for_others, GError **error);
gboolean hf_store_follow_ups_mark (HfStoreSession *session, GPtrArray *tasks, GError **error);
gboolean hf_store_follow_ups_count_for_others (HfStoreSession *session, gint64 now,
                                               gint64 *count, GError **error);

G_END_DECLS
