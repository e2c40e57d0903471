#pragma once

#include <gtk/gtk.h>

#include "hf-reminders.h"

G_BEGIN_DECLS

#define HF_TYPE_REMINDER_BAR (hf_reminder_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfReminderBar, hf_reminder_bar, HF, REMINDER_BAR, GtkWidget)

void hf_reminder_bar_set_reminders (HfReminderBar *self, HfReminders *reminders);

G_END_DECLS
