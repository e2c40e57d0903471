#pragma once

#include <adwaita.h>

#include "hf-work-calendar.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_DAYS (hf_calendar_days_get_type ())
G_DECLARE_FINAL_TYPE (HfCalendarDays, hf_calendar_days, HF, CALENDAR_DAYS, AdwPreferencesGroup)

void hf_calendar_days_show (HfCalendarDays *self, HfWorkCalendar *calendar);
void hf_calendar_days_edit (HfCalendarDays *self, HfSpecialDay *day);

G_END_DECLS
