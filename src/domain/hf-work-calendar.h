#pragma once

#include "hf-special-day.h"
#include "hf-work-hours.h"

G_BEGIN_DECLS

#define HF_TYPE_WORK_CALENDAR (hf_work_calendar_get_type ())
G_DECLARE_FINAL_TYPE (HfWorkCalendar, hf_work_calendar, HF, WORK_CALENDAR, GObject)

/* When a branch works, by its own clock: the hours of each weekday, and the days that are not
 * like their weekday. */
struct _HfWorkCalendar
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  char *name;
  char *time_zone;     /* such as Asia/Urumqi; NULL: that of the desk */
  HfWorkHours days[7]; /* Monday first */

  GHashTable *special; /* private: days by their Julian numbers */
  GTimeZone *zone;     /* private: that of @time_zone, once it is needed */
};

HfWorkCalendar *hf_work_calendar_new (void);
HfWorkCalendar *hf_work_calendar_copy (HfWorkCalendar *self);
void hf_work_calendar_set_time_zone (HfWorkCalendar *self, const char *name);
void hf_work_calendar_add_day (HfWorkCalendar *self, HfSpecialDay *day);
gboolean hf_work_calendar_remove_day (HfWorkCalendar *self, const char *date);
void hf_work_calendar_add_china (HfWorkCalendar *self);
HfSpecialDay *hf_work_calendar_find_day (HfWorkCalendar *self, const char *date);
GPtrArray *hf_work_calendar_list_days (HfWorkCalendar *self);
gboolean hf_work_calendar_knows_year (HfWorkCalendar *self, gint64 moment);

gboolean hf_work_calendar_is_open (HfWorkCalendar *self, gint64 moment);
gint64 hf_work_calendar_next_open (HfWorkCalendar *self, gint64 moment);
gint64 hf_work_calendar_add_time (HfWorkCalendar *self, gint64 moment, GTimeSpan work);
gint64 hf_work_calendar_add_workdays (HfWorkCalendar *self, gint64 moment, guint n_days);
GTimeSpan hf_work_calendar_measure (HfWorkCalendar *self, gint64 from, gint64 to);

G_END_DECLS
