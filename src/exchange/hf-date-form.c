#include "config.h"

#include "hf-date-form.h"

#include <stdio.h>
#include <string.h>

#include "hf-date-text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Years of two digits from here on are of the last century. */
#define CENTURY_ENDS 70

/* The first year of the calendar of Taiwan is 1912; its present years have three digits. */
#define BEFORE_ROC 1911
#define FIRST_LONG_ROC 100
#define LAST_LONG_ROC 199

static const char *const han_months[] = { "一月", "二月", "三月", "四月", "五月",   "六月",
                                          "七月", "八月", "九月", "十月", "十一月", "十二月" };
static const char *const months[] = { "january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december" };

static const char *const order_names[] = { [HF_DATE_ORDER_UNKNOWN] = NULL,
                                           [HF_DATE_ORDER_YMD] = "ymd",
                                           [HF_DATE_ORDER_DMY] = "dmy",
                                           [HF_DATE_ORDER_MDY] = "mdy" };

static gboolean
skip (const char **at, const char *text)
{
  if (!g_str_has_prefix (*at, text))
    return FALSE;
  *at += strlen (text);
  return TRUE;
}

static gboolean
skip_one_of (const char **at, const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    if (skip (at, texts[i]))
      return TRUE;
  return FALSE;
}

static void
skip_spaces (const char **at)
{
  *at += strspn (*at, " ");
}

static gboolean
read_number (const char **at, guint most, guint *number, guint *digits)
{
  *digits = strspn (*at, "0123456789");
  if (*digits == 0 || *digits > most)
    return FALSE;
  *number = 0;
  for (guint i = 0; i < *digits; i++)
    *number = *number * 10 + *(*at)++ - '0';
  return TRUE;
}

/* A month's name, an English one whole or cut to three letters, from 1; 0: none. */
static guint
read_month_name (const char **at)
{
  gsize length = 0;
  for (guint i = 0; i < G_N_ELEMENTS (han_months); i++)
    if (skip (at, han_months[i]))
      return i + 1;
  while (g_ascii_isalpha ((*at)[length]))
    length++;
  gboolean is_sept = length == 4 && g_ascii_strncasecmp (*at, "sept", 4) == 0;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (*at, months[i], is_sept ? 3 : length) == 0
        && (length == 3 || length == strlen (months[i]) || is_sept))
      {
        *at += length;
        skip (at, ".");
        return i + 1;
      }
  return 0;
}

static gboolean
skip_era (const char **at)
{
  static const char *const eras[] = { "中華民國", "中华民国", "民國", "民国", "ROC ", NULL };
  gboolean is_roc = skip_one_of (at, eras);
  skip_spaces (at);
  return is_roc;
}

/* 3:07 in the afternoon is 15:07, 12:07 in the morning 0:07. */
static gboolean
set_half (guint *hour, gboolean is_late)
{
  if (*hour < 1 || *hour > 12)
    return *hour > 12 && *hour < 24 && is_late;
  *hour = *hour % 12 + (is_late ? 12 : 0);
  return TRUE;
}

static gboolean
read_half (const char **at, gboolean *is_late)
{
  static const char *const early[] = { "上午", "早上", "凌晨", "AM", "am", "a.m.", NULL };
  static const char *const late[] = {
    "下午", "晚上", "中午", "傍晚", "PM", "pm", "p.m.", NULL
  };
  skip_spaces (at);
  *is_late = skip_one_of (at, late);
  gboolean found = *is_late || skip_one_of (at, early);
  skip_spaces (at);
  return found;
}

static gboolean
read_clock (const char **at, guint parts[3])
{
  static const char *const after_hour[] = { ":", "：", "时", "時", "点", "點", NULL };
  static const char *const after_minute[] = { ":", "：", "分", NULL };
  guint digits;
  if (!read_number (at, 2, &parts[0], &digits) || !skip_one_of (at, after_hour))
    return FALSE;
  if (!read_number (at, 2, &parts[1], &digits))
    return **at == '\0' || **at == ' ';
  if (!skip_one_of (at, after_minute) || **at == '\0' || **at == ' ')
    return TRUE;
  if (!read_number (at, 2, &parts[2], &digits))
    return FALSE;
  if (!skip (at, "秒") && skip (at, "."))
    *at += strspn (*at, "0123456789");
  return TRUE;
}

/* A time behind the day; none is a good one, too. */
static gboolean
read_time (const char *at, char *time, gsize size)
{
  guint parts[3] = { 0 };
  gboolean is_late = FALSE;
  if (*at == 'T')
    at++;
  gboolean has_half = read_half (&at, &is_late);
  if (*at == '\0')
    return !has_half;
  if (!read_clock (&at, parts))
    return FALSE;
  if (!has_half)
    has_half = read_half (&at, &is_late);
  if (*at != '\0' || (has_half && !set_half (&parts[0], is_late)) || parts[0] > 23
      || parts[1] > 59 || parts[2] > 59)
    return FALSE;
  g_snprintf (time, size, "%02u:%02u:%02u", parts[0], parts[1], parts[2]);
  return TRUE;
}

static void
skip_weekday (const char **at)
{
  static const char *const words[] = { "星期", "周", "週", "礼拜", "禮拜", NULL };
  static const char *const brackets[] = { "(", ")", NULL };
  skip_spaces (at);
  const char *before = *at;
  skip_one_of (at, brackets);
  if (skip_one_of (at, words) && **at != '\0')
    *at = g_utf8_next_char (*at);
  else
    *at = before;
  if (*at != before)
    skip_one_of (at, brackets);
  skip_spaces (at);
}

/* Mar or 3月. */
static gboolean
read_month (const char **at, guint *month)
{
  guint digits;
  *month = read_month_name (at);
  return *month > 0 || (read_number (at, 2, month, &digits) && skip (at, "月"));
}

/* 5 Mar 2024, 5-Mar-24, 5-3月-24, March 5, 2024; the parts become year, month, day. */
static gboolean
read_with_name (HfDateForm *self, const char **at)
{
  static const char *const between[] = { "-", "/", ", ", ",", " ", NULL };
  static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
  self->is_fixed = TRUE;
  self->parts[1] = read_month_name (at);
  self->digits[1] = 2;
  gboolean name_first = self->parts[1] > 0;
  if (name_first)
    skip_spaces (at);
  if (!read_number (at, 2, &self->parts[2], &self->digits[2]))
    return FALSE;
  skip_one_of (at, ordinals);
  if (!name_first && (!skip_one_of (at, between) || !read_month (at, &self->parts[1])))
    return FALSE;
  skip_one_of (at, between);
  return read_number (at, 4, &self->parts[0], &self->digits[0]) && self->digits[0] % 2 == 0;
}

/* Three numbers with signs or 年, 月 and 日 between them. */
static gboolean
read_numbers (HfDateForm *self, const char **at)
{
  static const char *const day[] = { "日", "号", "號", NULL };
  static const char *const signs[] = { "-", "/", ".", NULL };
  if (!read_number (at, 8, &self->parts[0], &self->digits[0]))
    return FALSE;
  if (self->digits[0] == 8)
    {
      guint whole = self->parts[0];
      *self = (HfDateForm){ { whole / 10000, whole / 100 % 100, whole % 100 },
                            { 4, 2, 2 },
                            TRUE };
      return TRUE;
    }
  skip_spaces (at);
  self->is_fixed = skip (at, "年");
  if (self->digits[0] > 4 || (!self->is_fixed && !skip_one_of (at, signs)))
    return FALSE;
  skip_spaces (at);
  if (!read_number (at, 2, &self->parts[1], &self->digits[1]))
    return FALSE;
  skip_spaces (at);
  if (self->is_fixed ? !skip (at, "月") : !skip_one_of (at, signs))
    return FALSE;
  skip_spaces (at);
  if (!read_number (at, 4, &self->parts[2], &self->digits[2]))
    return FALSE;
  skip_spaces (at);
  skip_one_of (at, day);
  return TRUE;
}

/**
 * hf_date_form_read:
 * @self: (out caller-allocates): a day
 * @text: a day as people and spreadsheets write it, perhaps with a time behind it:
 * 2024年3月5日, 24-3-5, 5/3/2024, 5 Mar 2024, 民國113年3月5日 下午2:07
 *
 * Takes a day apart.
 *
 * Returns: whether it looks like a day; there may be none such
 */
gboolean
hf_date_form_read (HfDateForm *self, const char *text)
{
  *self = (HfDateForm){ 0 };
  g_autofree char *plain = hf_date_text_plain (text);
  const char *at = plain;
  gboolean is_roc = skip_era (&at);
  const char *start = at;
  if (!read_numbers (self, &at))
    {
      *self = (HfDateForm){ 0 };
      at = start;
      if (is_roc || !read_with_name (self, &at))
        return FALSE;
    }
  is_roc |= self->digits[0] == 3 && self->parts[0] >= FIRST_LONG_ROC
            && self->parts[0] <= LAST_LONG_ROC;
  if (is_roc)
    {
      self->parts[0] += BEFORE_ROC;
      self->digits[0] = 4;
    }
  skip_weekday (&at);
  return read_time (at, self->time, sizeof self->time);
}

static gboolean
take_year (guint part, guint digits, guint *year)
{
  *year = digits == 2 ? part + (part < CENTURY_ENDS ? 2000 : 1900) : part;
  return (digits == 2 || digits == 4) && *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

/**
 * hf_date_form_get_date:
 * @self: a day taken apart
 * @order: in which its parts stand
 * @date: (out): the day
 *
 * Puts a day together.
 *
 * Returns: %FALSE where there is no such day in this order
 */
gboolean
hf_date_form_get_date (const HfDateForm *self, HfDateOrder order, GDate *date)
{
  static const guint places[][3] = { [HF_DATE_ORDER_YMD] = { 0, 1, 2 },
                                     [HF_DATE_ORDER_DMY] = { 2, 1, 0 },
                                     [HF_DATE_ORDER_MDY] = { 2, 0, 1 } };
  if (order == HF_DATE_ORDER_UNKNOWN || (self->is_fixed && order != HF_DATE_ORDER_YMD))
    return FALSE;
  const guint *place = places[order];
  guint year, month = self->parts[place[1]], day = self->parts[place[2]];
  if (!take_year (self->parts[place[0]], self->digits[place[0]], &year)
      || self->digits[place[1]] > 2 || self->digits[place[2]] > 2 || month > 12 || day > 31
      || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/**
 * hf_date_form_get_orders:
 * @self: a day taken apart
 *
 * Finds the orders in which its parts make a day.
 *
 * Returns: %HF_DATE_ORDER_BIT of each
 */
guint
hf_date_form_get_orders (const HfDateForm *self)
{
  guint orders = 0;
  GDate date;
  for (int order = HF_DATE_ORDER_YMD; order <= HF_DATE_ORDER_MDY; order++)
    if (hf_date_form_get_date (self, order, &date))
      orders |= HF_DATE_ORDER_BIT (order);
  return orders;
}

/**
 * hf_date_order_hint:
 * @text: a cell's text
 *
 * Tells what a day says about the order in the rest of its column.
 *
 * Returns: %HF_DATE_ORDER_BIT of each order that it allows, 0 where it says nothing
 */
guint
hf_date_order_hint (const char *text)
{
  HfDateForm form;
  if (!g_ascii_isdigit (*text) || !hf_date_form_read (&form, text) || form.is_fixed
      || form.digits[0] == 4)
    return 0;
  return hf_date_form_get_orders (&form);
}

/**
 * hf_date_order_decide:
 * @orders: %HF_DATE_ORDER_BIT of each order that all days of a column allow
 *
 * Decides for the only one.
 *
 * Returns: the order
 */
HfDateOrder
hf_date_order_decide (guint orders)
{
  for (int order = HF_DATE_ORDER_YMD; order <= HF_DATE_ORDER_MDY; order++)
    if (orders == HF_DATE_ORDER_BIT (order))
      return order;
  return HF_DATE_ORDER_UNKNOWN;
}

/**
 * hf_date_order_parse:
 * @name: (nullable): ymd, dmy or mdy
 *
 * Finds an order by its name.
 *
 * Returns: the order
 */
HfDateOrder
hf_date_order_parse (const char *name)
{
  for (int order = HF_DATE_ORDER_YMD; order <= HF_DATE_ORDER_MDY; order++)
    if (g_strcmp0 (name, order_names[order]) == 0)
      return order;
  return HF_DATE_ORDER_UNKNOWN;
}

/**
 * hf_date_order_name:
 * @order: an order
 *
 * Gives an order's name, as profiles have it.
 *
 * Returns: (nullable): the name
 */
const char *
hf_date_order_name (HfDateOrder order)
{
  return order_names[order];
}

static gboolean
read_year_and_month (const char **at, guint *year, guint *month)
{
  guint digits;
  gboolean is_roc = skip_era (at);
  if (!read_number (at, 6, year, &digits))
    return FALSE;
  if (digits == 6)
    {
      *month = *year % 100;
      *year /= 100;
      return TRUE;
    }
  skip_spaces (at);
  gboolean has_word = skip (at, "年");
  if (is_roc || digits == 3)
    *year += BEFORE_ROC;
  else if (digits == 2 && has_word)
    take_year (*year, digits, year);
  else if (digits != 4)
    return FALSE;
  if (!has_word && !skip (at, "-") && !skip (at, "/") && !skip (at, "."))
    return FALSE;
  skip_spaces (at);
  return read_number (at, 2, month, &digits);
}

static gboolean
read_month_and_year (const char **at, guint *year, guint *month)
{
  guint digits;
  *month = read_month_name (at);
  gboolean is_number = *month == 0 && read_number (at, 2, month, &digits);
  if (*month == 0 || (is_number && **at != '/'))
    return FALSE;
  *at += strspn (*at, is_number ? "/" : " -/,'");
  if (!read_number (at, 4, year, &digits) || digits % 2 != 0 || (is_number && digits != 4))
    return FALSE;
  return digits == 4 || take_year (*year, digits, year);
}

/* A month alone, such as 3月 or Mar, of a year that is known. */
static gboolean
read_month_alone (const char **at, guint known_year, guint *year, guint *month)
{
  guint digits;
  *year = known_year;
  *month = read_month_name (at);
  if (*month > 0)
    return known_year > 0;
  return known_year > 0 && read_number (at, 2, month, &digits) && g_str_has_prefix (*at, "月");
}

/**
 * hf_month_form_read:
 * @text: a month as people write it: 2024-03, 2024年3月, 202403, Mar 2024, 3/2024, 民國113年3月
 * @year: the year of a month that has none, 0 where it is not known
 * @rest: (out) (nullable): where what follows the month begins in @text; %NULL where nothing
 * may
 *
 * Reads a month.
 *
 * Returns: (transfer full) (nullable): YYYY-MM, %NULL where it is no month
 */
char *
hf_month_form_read (const char *text, guint year, const char **rest)
{
  const char *at = text;
  guint found_year = 0, month = 0;
  if (!read_year_and_month (&at, &found_year, &month))
    {
      at = text;
      if (!read_month_and_year (&at, &found_year, &month))
        {
          at = text;
          if (!read_month_alone (&at, year, &found_year, &month))
            return NULL;
        }
    }
  const char *word = at + strspn (at, " ");
  if (g_str_has_prefix (word, "月"))
    at = word;
  skip (&at, "月份");
  skip (&at, "月");
  if (g_ascii_isdigit (*at) || found_year < FIRST_YEAR || found_year > LAST_YEAR || month < 1
      || month > 12 || (rest == NULL && *at != '\0'))
    return NULL;
  if (rest != NULL)
    *rest = at;
  return g_strdup_printf ("%04u-%02u", found_year, month);
}
