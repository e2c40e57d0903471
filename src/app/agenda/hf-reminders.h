#pragma once

#include "hf-notifier.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_REMINDERS (hf_reminders_get_type ())
G_DECLARE_FINAL_TYPE (HfReminders, hf_reminders, HF, REMINDERS, GObject)

/* "Later" means so much later. */
#define HF_REMINDER_LATER (10 * G_TIME_SPAN_MINUTE)

HfReminders *hf_reminders_new (HfStore *store, HfNotifier *notifier);
GPtrArray *hf_reminders_get_due (HfReminders *self);
gint64 hf_reminders_get_staff_id (HfReminders *self);
void hf_reminders_look (HfReminders *self);
void hf_reminders_stop (HfReminders *self);
void hf_reminders_later (HfReminders *self, gint64 task_id);

G_END_DECLS
