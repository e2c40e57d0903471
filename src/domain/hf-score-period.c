#include "config.h"

#include "hf-score-period.h"

#include <stdlib.h>
#include <string.h>

#include "hf-time.h"

#define MONTHS_A_YEAR 12
#define MONTHS_A_QUARTER 3

/* How far back a decision is usually taken. */
#define N_QUARTERS 5
#define N_MONTHS 7
#define N_YEARS 2

/* Months are counted on from the year 0. */
static HfPeriod *
months (int first, int count)
{
  int next = first + count;
  g_autofree char *from = g_strdup_printf ("%04d-%02d-01", first / MONTHS_A_YEAR,
                                           first % MONTHS_A_YEAR + 1);
  g_autofree char *after = g_strdup_printf ("%04d-%02d-01", next / MONTHS_A_YEAR,
                                            next % MONTHS_A_YEAR + 1);
  g_autofree char *to = hf_time_add_days (after, -1);
  return hf_period_new (from, to);
}

/**
 * hf_score_period_parse:
 * @text: (nullable): a month such as 2026-03, a quarter such as 2026-Q1, or a year such as 2026
 *
 * Reads for which time a branch is judged.
 *
 * Returns: (transfer full) (nullable): its days; %NULL where it is none of them
 */
HfPeriod *
hf_score_period_parse (const char *text)
{
  if (text == NULL)
    return NULL;
  int year = atoi (text);
  g_autofree char *month = hf_time_parse_month (text);
  if (month != NULL && strcmp (month, text) == 0)
    return months (year * MONTHS_A_YEAR + atoi (text + strlen ("YYYY-")) - 1, 1);
  if (g_regex_match_simple ("^[0-9]{4}$", text, 0, 0))
    return months (year * MONTHS_A_YEAR, MONTHS_A_YEAR);
  if (!g_regex_match_simple ("^[0-9]{4}-Q[1-4]$", text, 0, 0))
    return NULL;
  int quarter = text[strlen ("YYYY-Q")] - '1';
  return months (year * MONTHS_A_YEAR + quarter * MONTHS_A_QUARTER, MONTHS_A_QUARTER);
}

/**
 * hf_score_period_list:
 * @today: YYYY-MM-DD
 *
 * Lists the times for which branches are judged: quarters, the running one first, then
 * months, then years.
 *
 * Returns: (transfer full): as hf_score_period_parse() reads them
 */
GStrv
hf_score_period_list (const char *today)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  int month = atoi (today) * MONTHS_A_YEAR + atoi (today + strlen ("YYYY-")) - 1;
  for (int i = 0; i < N_QUARTERS; i++)
    {
      int first = month - i * MONTHS_A_QUARTER;
      g_autofree char *quarter = g_strdup_printf ("%04d-Q%d", first / MONTHS_A_YEAR,
                                                  first % MONTHS_A_YEAR / MONTHS_A_QUARTER + 1);
      g_strv_builder_add (list, quarter);
    }
  for (int i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *one = g_strdup_printf ("%04d-%02d", (month - i) / MONTHS_A_YEAR,
                                              (month - i) % MONTHS_A_YEAR + 1);
      g_strv_builder_add (list, one);
    }
  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *year = g_strdup_printf ("%04d", month / MONTHS_A_YEAR - i);
      g_strv_builder_add (list, year);
    }
  return g_strv_builder_end (list);
}
