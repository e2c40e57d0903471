#include "config.h"

#include "hf-test-noon.h"

/**
 * hf_test_noon_set:
 *
 * Goes, at the beginning of the program, to a time zone where it is noon: what is today,
 * tomorrow or last month does not change while the tests run, whenever that is.
 */
void
hf_test_noon_set (void)
{
  int utc_hour = (int) (g_get_real_time () / G_TIME_SPAN_HOUR % 24);
  /* Its sign is the other way round: GMT-8 is ahead. */
  g_autofree char *zone = g_strdup_printf ("Etc/GMT%+d", utc_hour - 12);
  g_setenv ("TZ", zone, TRUE);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_assert_cmpint (ABS (g_date_time_get_hour (now) - 12), <=, 1);
}
