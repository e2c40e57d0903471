#pragma once

#include "hf-call-task.h"

G_BEGIN_DECLS

/* What is remembered of an appointment of which somebody was reminded. */
typedef struct
{
  gint64 task_id;
  gint64 appointment_at; /* moved, it is another one */
  gint64 later_at;       /* not before this moment again, 0: no matter */
  gboolean told;         /* a notification tells of it */
  gboolean together;     /* the one that tells of several */
} HfReminder;

/* What is to be done so that people are told of what is due, once, and of nothing else. */
typedef struct
{
  GPtrArray *due;      /* (element-type HfCallTask): by time */
  GPtrArray *alone;    /* (element-type HfCallTask): told of now, each by itself */
  GPtrArray *together; /* (element-type HfCallTask): of these one notification tells now; NULL:
                          that one stays as it is; empty: it is withdrawn */
  GArray *withdrawn;   /* (element-type gint64): of whose entries none tells any more */
  GArray *reminders;   /* (element-type HfReminder): to be remembered */
} HfReminderPlan;

HfReminderPlan *hf_reminder_plan_new (const GPtrArray *appointments, const GArray *reminders,
                                      gint64 now, guint minutes);
void hf_reminder_plan_free (HfReminderPlan *self);
void hf_reminders_put_off (GArray *reminders, const HfCallTask *task, gint64 later_at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReminderPlan, hf_reminder_plan_free)

G_END_DECLS
