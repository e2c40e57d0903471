#include "config.h"

#include "hf-call-log-closures.h"

#include <string.h>

#include "hf-text.h"
#include "hf-time.h"

/* A time without a day was the last one that it was. */
static gboolean
read_time (const char *typed, gint64 now, gint64 *moment)
{
  g_autofree char *today = hf_time_format_date (now);
  g_autofree char *yesterday = hf_time_add_days (today, -1);
  g_autofree char *of_today = g_strdup_printf ("%s %s", today, typed);
  g_autofree char *of_yesterday = g_strdup_printf ("%s %s", yesterday, typed);
  if (!hf_time_parse_moment (of_today, moment))
    return FALSE;
  return *moment <= now || hf_time_parse_moment (of_yesterday, moment);
}

/**
 * hf_call_log_read_when:
 * @typed: a day and a time, or a time alone; nothing: now
 * @now: the present moment
 * @moment: (out): when the call was made
 *
 * Reads when a call was made.
 *
 * Returns: whether that can be read, and is not later than now
 */
gboolean
hf_call_log_read_when (const char *typed, gint64 now, gint64 *moment)
{
  g_autofree char *text = hf_text_trim (typed);
  *moment = now;
  if (text == NULL)
    return TRUE;
  gboolean is_time = strchr (text, ':') != NULL && strchr (text, ' ') == NULL;
  return (is_time ? read_time (text, now, moment) : hf_time_parse_moment (text, moment))
         && *moment <= now;
}
