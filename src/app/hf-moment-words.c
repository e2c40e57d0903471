#include "config.h"

#include "hf-moment-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-time.h"

/* The C library's own are in the language of the system, which may have none. */
static const char *const weekdays[HF_MOMENT_DAYS_A_WEEK] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

/**
 * hf_moment_words_weekday:
 * @day: 0 for Monday
 *
 * Names a day of the week.
 *
 * Returns: (transfer none): its name
 */
const char *
hf_moment_words_weekday (guint day)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[day]);
}

static const char *
weekday_of (const char *date)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  return hf_moment_words_weekday (g_date_get_weekday (&day) - G_DATE_MONDAY);
}

/**
 * hf_moment_words_clock:
 * @moment: a moment
 *
 * Gives the time of the day.
 *
 * Returns: (transfer full): such as 14:30, by this desk's clock
 */
char *
hf_moment_words_clock (gint64 moment)
{
  g_autofree char *text = hf_time_format_moment (moment);
  const char *space = text != NULL ? strrchr (text, ' ') : NULL;
  return g_strdup (space != NULL ? space + 1 : "");
}

/**
 * hf_moment_words_near:
 * @moment: a moment
 * @now: the present moment
 *
 * Says when something is, the shorter the nearer it is.
 *
 * Returns: (transfer full): such as "today 14:30", or a date and time
 */
char *
hf_moment_words_near (gint64 moment, gint64 now)
{
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *day = hf_time_format_date (moment);
  g_autofree char *clock = hf_moment_words_clock (moment);
  int days = hf_time_days_between (today, day);
  if (days == 0)
    /* Translators: a time such as 14:30. */
    return g_strdup_printf (_ ("today %s"), clock);
  if (days == 1)
    /* Translators: a time such as 14:30. */
    return g_strdup_printf (_ ("tomorrow %s"), clock);
  if (days == -1)
    /* Translators: a time such as 14:30. */
    return g_strdup_printf (_ ("yesterday %s"), clock);
  if (days > 0 && days < HF_MOMENT_DAYS_A_WEEK)
    /* Translators: a day of the week within the next days, and a time such as 14:30. */
    return g_strdup_printf (C_ ("moment", "%s %s"), weekday_of (day), clock);
  return hf_time_format_moment (moment);
}

/**
 * hf_moment_words_day:
 * @date: YYYY-MM-DD
 *
 * Names a day in full.
 *
 * Returns: (transfer full): its weekday and its date
 */
char *
hf_moment_words_day (const char *date)
{
  /* Translators: a day of the week, and a date such as 2026-11-23. */
  return g_strdup_printf (C_ ("day", "%s, %s"), weekday_of (date), date);
}
