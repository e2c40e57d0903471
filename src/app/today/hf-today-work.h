#pragma once

#include <glib-object.h>

#include "hf-store-queue.h"

G_BEGIN_DECLS

/* What the page shows: today's work as the store has it at one moment. */
typedef struct
{
  gint64 now;
  gint64 staff_id;      /* who works here, 0: nobody was named */
  GPtrArray *promises;  /* (element-type HfPromise), the most urgent first */
  GPtrArray *returned;  /* (element-type HfReview): by the supervisor, to who works here */
  GPtrArray *escalated; /* (element-type HfEscalation): complaints of which they were told */
  GPtrArray *calls;     /* (element-type HfCallTask), the first ones of the queue */
  gint64 n_tomorrow;    /* calls that can be made by tomorrow evening, and not yet */
  gint64 n_calls;       /* in the whole queue */
  HfDayCount done;
} HfTodayWork;

gpointer hf_today_work_load (HfStoreSession *session, gpointer unused, GError **error);
gint64 hf_today_work_find_customer (const HfTodayWork *self, GObject *record);
gboolean hf_today_work_is_left (const HfTodayWork *self);
void hf_today_work_free (HfTodayWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTodayWork, hf_today_work_free)

G_END_DECLS
