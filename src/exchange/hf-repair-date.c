#include "config.h"

#include <math.h>
#include <string.h>

#include "hf-date-text.h"
#include "hf-repair-private.h"

#define LENGTH_OF_ISO 10

/* The days' numbers that are taken for days: those of five digits, from 1927 to 2099. */
#define FIRST_SERIAL 10000
#define LAST_SERIAL 73050
#define DAY_ZERO_1900 693594
#define DAYS_FROM_1900_TO_1904 1462
#define SECONDS_OF_DAY 86400

static gboolean
is_iso (const char *text, const char *form)
{
  gsize i = 0;
  for (; form[i] != '\0'; i++)
    if (form[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return text[i] == '\0' || text[i] == ' ' || text[i] == 'T';
}

/* As every field reads it. */
static gboolean
is_plain (const char *text, HfFieldKind kind)
{
  if (kind == HF_FIELD_MONTH && is_iso (text, "0000-00"))
    return TRUE;
  if (!is_iso (text, "0000-00-00"))
    return FALSE;
  return kind != HF_FIELD_MOMENT || text[LENGTH_OF_ISO] == '\0'
         || strpbrk (text, "APap") == NULL;
}

static void
write_day (const GDate *date, const char *time, HfFieldKind kind, GString *mended)
{
  g_string_append_printf (mended, "%04d-%02d", g_date_get_year (date), g_date_get_month (date));
  if (kind == HF_FIELD_MONTH)
    return;
  g_string_append_printf (mended, "-%02d", g_date_get_day (date));
  if (kind == HF_FIELD_MOMENT && *time != '\0')
    g_string_append_printf (mended, " %s", time);
}

/* The one day that a text means, in whatever order. */
static HfRepairOutcome
find_day (const HfDateForm *form, GDate *date)
{
  guint orders = hf_date_form_get_orders (form);
  gboolean found = FALSE;
  for (int order = HF_DATE_ORDER_YMD; order <= HF_DATE_ORDER_MDY; order++)
    {
      GDate other;
      if (!(orders & HF_DATE_ORDER_BIT (order)) || !hf_date_form_get_date (form, order, &other))
        continue;
      if (found && g_date_compare (date, &other) != 0)
        return HF_REPAIR_LOST;
      *date = other;
      found = TRUE;
    }
  return found ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}

static HfRepairOutcome
mend_month (const char *text, GString *mended)
{
  g_autofree char *plain = hf_date_text_plain (text);
  g_autofree char *month = hf_month_form_read (plain, 0, NULL);
  if (month == NULL)
    return HF_REPAIR_NONE;
  g_string_assign (mended, month);
  return HF_REPAIR_DONE;
}

/* 2024年3月5日, 24-3-5, 5/3/2024, 5 Mar 2024, 民國113年3月5日, with times behind them. */
HfRepairOutcome
hf_repair_mend_date (const char *text, const HfRepairColumn *column, GString *mended)
{
  HfFieldKind kind = column->field->kind;
  HfDateForm form;
  GDate date;
  if (is_plain (text, kind))
    return HF_REPAIR_NONE;
  if (kind == HF_FIELD_MONTH && mend_month (text, mended) == HF_REPAIR_DONE)
    return HF_REPAIR_DONE;
  if (!hf_date_form_read (&form, text))
    return HF_REPAIR_NONE;
  HfRepairOutcome outcome;
  if (form.is_fixed || form.digits[0] == 4 || column->order == HF_DATE_ORDER_UNKNOWN)
    outcome = find_day (&form, &date);
  else
    outcome = hf_date_form_get_date (&form, column->order, &date) ? HF_REPAIR_DONE
                                                                  : HF_REPAIR_NONE;
  if (outcome == HF_REPAIR_DONE)
    write_day (&date, form.time, kind, mended);
  return outcome;
}

/* 45356 and 45356.604861, as a spreadsheet has a day inside. */
HfRepairOutcome
hf_repair_mend_serial (const char *text, const HfRepairColumn *column, GString *mended)
{
  gsize whole = strspn (text, "0123456789");
  if (whole != 5 || (text[whole] != '\0' && text[whole] != '.')
      || text[whole + strspn (text + whole, ".0123456789")] != '\0')
    return HF_REPAIR_NONE;
  double serial = g_ascii_strtod (text, NULL);
  int day = (int) serial;
  int seconds = (int) lround ((serial - day) * SECONDS_OF_DAY);
  if (day < FIRST_SERIAL || day > LAST_SERIAL || seconds >= SECONDS_OF_DAY)
    return HF_REPAIR_NONE;
  GDate date;
  char time[16] = "";
  g_date_clear (&date, 1);
  g_date_set_julian (&date,
                     DAY_ZERO_1900 + day + (column->is_1904 ? DAYS_FROM_1900_TO_1904 : 0));
  if (seconds > 0)
    g_snprintf (time, sizeof time, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                seconds % 60);
  write_day (&date, time, column->field->kind, mended);
  return HF_REPAIR_DONE;
}
