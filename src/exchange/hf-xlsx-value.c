#include "config.h"

#include "hf-xlsx-value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Spreadsheet programs calculate with 15 digits and may write 17, of which the last two are
 * noise of the binary fraction. */
#define DIGITS 15

#define SECONDS_OF_DAY 86400

/* Day 0 of each system as GDate counts days. The system of 1900 has a 29 February 1900 that
 * never was, as its day 60; days before it are one later than they seem. */
#define DAY_ZERO_1900 693594
#define DAY_ZERO_1904 695056
#define DAY_THAT_NEVER_WAS 60
#define LAST_SERIAL 2958465 /* 9999-12-31 */

/* A number that is short enough stays as it was typed, zeros and all. */
static gboolean
is_plain (const char *number)
{
  gsize length = strlen (number);
  gboolean is_whole = strspn (number, "0123456789") == length;
  guint digits = 0;
  if (length == 0 || strspn (number, "+-.0123456789") != length)
    return FALSE;
  for (const char *at = number; *at != '\0'; at++)
    digits += g_ascii_isdigit (*at);
  return is_whole || digits <= DIGITS;
}

/* Writes d.ddde+nn without its exponent. */
static void
append_without_exponent (GString *text, const char *scientific)
{
  const char *e = strchr (scientific, 'e');
  int exponent = atoi (e + 1);
  gboolean negative = *scientific == '-';
  g_autoptr (GString) digits = g_string_new (NULL);
  for (const char *at = scientific; at < e; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  if (negative)
    g_string_append_c (text, '-');
  if (exponent < 0)
    {
      g_string_append (text, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (text, '0');
      g_string_append (text, digits->str);
      return;
    }
  /* An exponent appears from the 15th digit on, so that there is no fraction left. */
  for (int i = 0; i <= exponent; i++)
    g_string_append_c (text, i < (int) digits->len ? digits->str[i] : '0');
}

/**
 * hf_xlsx_value_append_number:
 * @text: where it is appended
 * @number: what stands in a cell's XML
 *
 * Writes a number as a person typed it: no exponent, no noise in the last digits.
 */
void
hf_xlsx_value_append_number (GString *text, const char *number)
{
  char *end;
  double value = g_ascii_strtod (number, &end);
  if (is_plain (number) || *number == '\0' || *end != '\0' || !isfinite (value))
    {
      g_string_append (text, number);
      return;
    }
  char format[8], buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_snprintf (format, sizeof format, "%%.%dg", DIGITS);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, 'e') != NULL)
    append_without_exponent (text, buffer);
  else
    g_string_append (text, buffer);
}

/**
 * hf_xlsx_value_append_date:
 * @text: where it is appended
 * @serial: days, with the time of day as a fraction
 * @is_1904: whether days count from 1904 and not from 1900
 *
 * Writes a moment as YYYY-MM-DD, with HH:MM:SS behind it where it is not the day's beginning; a
 * time of day alone, which is on day 0, as HH:MM:SS.
 *
 * Returns: %FALSE where there is no such day, and nothing was appended
 */
gboolean
hf_xlsx_value_append_date (GString *text, double serial, gboolean is_1904)
{
  if (!(serial >= 0 && serial <= LAST_SERIAL + 1))
    return FALSE;
  int day = (int) floor (serial);
  int seconds = (int) lround ((serial - day) * SECONDS_OF_DAY);
  if (seconds == SECONDS_OF_DAY)
    {
      seconds = 0;
      day++;
    }
  if (day > LAST_SERIAL)
    return FALSE;
  if (day > 0 || seconds == 0)
    {
      int julian = (is_1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + day;
      GDate date;
      g_date_clear (&date, 1);
      g_date_set_julian (&date, !is_1904 && day < DAY_THAT_NEVER_WAS ? julian + 1 : julian);
      g_string_append_printf (text, "%04d-%02d-%02d", g_date_get_year (&date),
                              g_date_get_month (&date), g_date_get_day (&date));
    }
  if (seconds != 0)
    g_string_append_printf (text, "%s%02d:%02d:%02d", day > 0 ? " " : "", seconds / 3600,
                            seconds / 60 % 60, seconds % 60);
  return TRUE;
}

/**
 * hf_xlsx_value_append_iso_date:
 * @text: where it is appended
 * @date: such as 2024-03-05T14:07:30.000Z
 *
 * Writes a date that stands as text in a cell the way hf_xlsx_value_append_date() does.
 */
void
hf_xlsx_value_append_iso_date (GString *text, const char *date)
{
  const char *time = strchr (date, 'T');
  gsize day_length = time != NULL ? (gsize) (time - date) : strlen (date);
  g_string_append_len (text, date, day_length);
  if (time == NULL || g_str_has_prefix (time + 1, "00:00:00"))
    return;
  if (day_length > 0)
    g_string_append_c (text, ' ');
  g_string_append_len (text, time + 1, strcspn (time + 1, ".Z"));
}

/* Passes over what a format shows as it stands: "text", \x, _x, *x and [...]. */
static const char *
skip_literal (const char *at)
{
  const char *end = NULL;
  if (*at == '"')
    end = strchr (at + 1, '"');
  else if (*at == '[')
    end = strchr (at, ']');
  else if (strchr ("\\_*", *at) != NULL)
    return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
  return end != NULL ? end + 1 : at + strlen (at);
}

/**
 * hf_xlsx_value_is_date_format:
 * @code: a number format such as yyyy-mm-dd or #,##0.00
 *
 * Tells whether a format shows a number as a day or a time of day. A duration such as [h]:mm is
 * none.
 *
 * Returns: whether it does
 */
gboolean
hf_xlsx_value_is_date_format (const char *code)
{
  gboolean is_date = FALSE;
  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return FALSE;
  const char *at = code;
  while (*at != '\0' && *at != ';')
    {
      gsize elapsed = *at == '[' ? strspn (at + 1, "hHmMsS") : 0;
      if (elapsed > 0 && at[1 + elapsed] == ']')
        return FALSE;
      if (strchr ("\"[\\_*", *at) != NULL)
        {
          at = skip_literal (at);
          continue;
        }
      if (strchr ("0#?@", *at) != NULL && !is_date)
        return FALSE;
      is_date |= strchr ("yYmMdDhHsS", *at) != NULL;
      at++;
    }
  return is_date;
}

/**
 * hf_xlsx_value_unescape:
 * @text: a text from a workbook
 * @from: where to begin, in bytes
 *
 * Puts the letters in that workbooks write as _xHHHH_ since XML has no way to.
 */
void
hf_xlsx_value_unescape (GString *text, gsize from)
{
  if (from >= text->len || strstr (text->str + from, "_x") == NULL)
    return;
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *at = text->str + from;
  while (*at != '\0')
    {
      gunichar letter = 0;
      if (at[0] == '_' && at[1] == 'x' && strnlen (at, 7) == 7 && at[6] == '_'
          && strspn (at + 2, "0123456789abcdefABCDEF") >= 4)
        letter = strtoul ((char[]){ at[2], at[3], at[4], at[5], '\0' }, NULL, 16);
      if (letter != 0 && g_unichar_validate (letter))
        {
          g_string_append_unichar (plain, letter);
          at += 7;
        }
      else
        g_string_append_c (plain, *at++);
    }
  g_string_truncate (text, from);
  g_string_append_len (text, plain->str, plain->len);
}
