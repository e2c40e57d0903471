#include "config.h"

#include "hf-period-choice.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

const HfChoice hf_period_choices[] = {
  { "last-12-months", NC_ ("choice", "Last 12 months") },
  { "this-year", NC_ ("choice", "This year") },
  { "last-year", NC_ ("choice", "Last year") },
  { "all", NC_ ("choice", "All time") },
  { NULL },
};

/* The twelve months that end with the running one. */
static HfPeriod *
last_12_months (int year, int month, const char *today)
{
  g_autofree char *from = month == 12 ? g_strdup_printf ("%04d-01-01", year)
                                      : g_strdup_printf ("%04d-%02d-01", year - 1, month + 1);
  return hf_period_new (from, today);
}

/**
 * hf_period_choice_dup_period:
 * @choice: what a person chose
 * @today: YYYY-MM-DD
 *
 * Turns a choice into days.
 *
 * Returns: (transfer full): the period
 */
HfPeriod *
hf_period_choice_dup_period (HfPeriodChoice choice, const char *today)
{
  int year = atoi (today);
  int month = atoi (today + strlen ("YYYY-"));
  g_autofree char *this_year = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last_year_from = g_strdup_printf ("%04d-01-01", year - 1);
  g_autofree char *last_year_to = g_strdup_printf ("%04d-12-31", year - 1);
  switch (choice)
    {
    case HF_PERIOD_LAST_12_MONTHS:
      return last_12_months (year, month, today);
    case HF_PERIOD_THIS_YEAR:
      return hf_period_new (this_year, today);
    case HF_PERIOD_LAST_YEAR:
      return hf_period_new (last_year_from, last_year_to);
    case HF_PERIOD_ALL:
    default:
      return hf_period_new (NULL, NULL);
    }
}
