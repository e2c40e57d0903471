#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment is microseconds since 1970 in UTC; 0 is "not known". A day is text, YYYY-MM-DD in
 * the calendar of the firm; NULL is "not known". A month is YYYY-MM. */
gint64 hf_time_now (void);
char *hf_time_parse_date (const char *text);
char *hf_time_parse_month (const char *text);
gboolean hf_time_parse_moment (const char *text, gint64 *moment);
char *hf_time_format_date (gint64 moment);
char *hf_time_format_moment (gint64 moment);
char *hf_time_today (void);
gint64 hf_time_start_of_day (const char *date);
char *hf_time_add_days (const char *date, int days);
int hf_time_days_between (const char *from, const char *to);

G_END_DECLS
