#pragma once

#include "hf-call-task.h"
#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_queue_fill (HfStoreSession *session, gint64 *n_added, GError **error);
gboolean hf_store_queue_add (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                             gint64 due_at, const char *why, gint64 *id, GError **error);
gboolean hf_store_queue_find (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind,
                              gint64 *id, GError **error);
HfCallTask *hf_store_queue_get (HfStoreSession *session, gint64 id, GError **error);
gboolean hf_store_queue_keep_appointment (HfStoreSession *session, gint64 id, gint64 staff_id,
                                          GError **error);
GPtrArray *hf_store_queue_list (HfStoreSession *session, gint64 now, guint count,
                                GError **error);
gboolean hf_store_queue_count (HfStoreSession *session, gint64 now, gint64 *count,
                               GError **error);
gboolean hf_store_queue_count_appointments (HfStoreSession *session, gint64 now, gint64 *count,
                                            GError **error);

/* What was done on one day. */
typedef struct
{
  gint64 attempts;
  gint64 reached;
  gint64 completed;
  gint64 promises_kept;
} HfDayCount;

gboolean hf_store_queue_count_day (HfStoreSession *session, const char *day, HfDayCount *counts,
                                   GError **error);

G_END_DECLS
