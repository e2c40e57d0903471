#pragma once

#include "hf-store-session.h"
#include "hf-timeline-entry.h"

G_BEGIN_DECLS

/* Every kind but purchases, which are drawn elsewhere. */
#define HF_TIMELINE_ALL -1

GPtrArray *hf_store_timeline_list (HfStoreSession *session, gint64 customer_id, int kind,
                                   const HfTimelineEntry *after, guint count, GError **error);

G_END_DECLS
