#include "config.h"

#include "hf-report-period.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hf-text.h"
#include "hf-time.h"

#define MONTHS_A_YEAR 12
#define MONTHS_A_QUARTER 3

const HfChoice hf_report_periods[] = {
  [HF_REPORT_THIS_MONTH] = { "this-month", NC_ ("choice", "This month") },
  [HF_REPORT_LAST_MONTH] = { "last-month", NC_ ("choice", "Last month") },
  [HF_REPORT_THIS_QUARTER] = { "this-quarter", NC_ ("choice", "This quarter") },
  [HF_REPORT_LAST_QUARTER] = { "last-quarter", NC_ ("choice", "Last quarter") },
  [HF_REPORT_THIS_YEAR] = { "this-year", NC_ ("choice", "This year") },
  [HF_REPORT_EVERYTHING] = { "everything", NC_ ("choice", "Everything") },
  [HF_REPORT_DATES] = { "dates", NC_ ("choice", "From day to day") },
  { NULL, NULL },
};

/* Months are counted on from the year 0, so that a quarter may reach back into last year. */
static int
month_of (const char *date)
{
  return atoi (date) * MONTHS_A_YEAR + atoi (date + strlen ("YYYY-")) - 1;
}

static char *
first_day (int month)
{
  return g_strdup_printf ("%04d-%02d-01", month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1);
}

static char *
last_day (int month)
{
  g_autofree char *next = first_day (month + 1);
  return hf_time_add_days (next, -1);
}

static HfPeriod *
months (int first, int count)
{
  g_autofree char *from = first_day (first);
  g_autofree char *to = last_day (first + count - 1);
  return hf_period_new (from, to);
}

/**
 * hf_report_period_dup_days:
 * @choice: what a person chose
 * @today: YYYY-MM-DD
 *
 * Turns a choice into days; a period that has begun reaches to its own end.
 *
 * Returns: (transfer full): the period; without ends for %HF_REPORT_DATES
 */
HfPeriod *
hf_report_period_dup_days (HfReportPeriod choice, const char *today)
{
  int month = month_of (today);
  int quarter = month - month % MONTHS_A_QUARTER;
  switch (choice)
    {
    case HF_REPORT_THIS_MONTH:
      return months (month, 1);
    case HF_REPORT_LAST_MONTH:
      return months (month - 1, 1);
    case HF_REPORT_THIS_QUARTER:
      return months (quarter, MONTHS_A_QUARTER);
    case HF_REPORT_LAST_QUARTER:
      return months (quarter - MONTHS_A_QUARTER, MONTHS_A_QUARTER);
    case HF_REPORT_THIS_YEAR:
      return months (month - month % MONTHS_A_YEAR, MONTHS_A_YEAR);
    case HF_REPORT_EVERYTHING:
    case HF_REPORT_DATES:
    default:
      return hf_period_new (NULL, NULL);
    }
}

/**
 * hf_report_period_parse:
 * @from: the first day as typed; blank for no beginning
 * @to: the last day as typed; blank for no end
 * @problem: (out) (nullable): a sentence for the user where the days are no period, else %NULL
 *
 * Reads the two days that a person typed.
 *
 * Returns: (transfer full) (nullable): the period
 */
HfPeriod *
hf_report_period_parse (const char *from, const char *to, const char **problem)
{
  g_autofree char *first = hf_time_parse_date (from);
  g_autofree char *last = hf_time_parse_date (to);
  *problem = NULL;
  if (first == NULL && !hf_text_is_blank (from))
    *problem = _ ("The first day is no date. Write year, month and day, such as 2026-03-31.");
  else if (last == NULL && !hf_text_is_blank (to))
    *problem = _ ("The last day is no date. Write year, month and day, such as 2026-03-31.");
  else if (first != NULL && last != NULL && strcmp (first, last) > 0)
    *problem = _ ("The first day comes after the last.");
  return *problem == NULL ? hf_period_new (first, last) : NULL;
}

/* Names a period as short as it can be: 2026, 2026-Q3, 2026-10; NULL where its ends are not
 * those of such a period. */
static char *
short_name (const HfPeriod *period)
{
  if (period->from == NULL || period->to == NULL)
    return NULL;
  int first = month_of (period->from);
  int count = month_of (period->to) - first + 1;
  if (count < 1)
    return NULL;
  g_autoptr (HfPeriod) whole = months (first, count);
  int year = first / MONTHS_A_YEAR, place = first % MONTHS_A_YEAR;
  if (strcmp (whole->from, period->from) != 0 || strcmp (whole->to, period->to) != 0)
    return NULL;
  if (count == 1)
    return g_strndup (period->from, strlen ("YYYY-MM"));
  if (count == MONTHS_A_QUARTER && place % MONTHS_A_QUARTER == 0)
    return g_strdup_printf ("%04d-Q%d", year, place / MONTHS_A_QUARTER + 1);
  if (count == MONTHS_A_YEAR && place == 0)
    return g_strdup_printf ("%04d", year);
  return NULL;
}

/**
 * hf_report_period_dup_file_name:
 * @period: a report's period
 * @today: YYYY-MM-DD
 *
 * Proposes a name for the workbook, one that every file system takes.
 *
 * Returns: (transfer full): such as "Huifang 2026-10.xlsx"
 */
char *
hf_report_period_dup_file_name (const HfPeriod *period, const char *today)
{
  g_autofree char *name = short_name (period);
  if (name != NULL)
    return g_strdup_printf ("Huifang %s.xlsx", name);
  const char *to = period->to != NULL ? period->to : today;
  if (period->from == NULL)
    return g_strdup_printf ("Huifang %s.xlsx", to);
  return g_strdup_printf ("Huifang %s_%s.xlsx", period->from, to);
}
