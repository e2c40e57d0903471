#pragma once

#include "hf-work-calendar.h"

G_BEGIN_DECLS

char *hf_calendar_words_summary (HfWorkCalendar *calendar);
char *hf_calendar_words_day_title (const HfSpecialDay *day);
const char *hf_calendar_words_day_kind (const HfSpecialDay *day);
char *hf_calendar_words_year (const GPtrArray *days, const char *year);
char *hf_calendar_words_missing (HfWorkCalendar *calendar, const char *today);
char *hf_calendar_words_read (guint n_days, guint n_passed);

G_END_DECLS
