#include "config.h"

#include "hf-date-text.h"

#include <string.h>

#include "hf-text.h"

#define TEN 10
#define DIGITS_OF_STAMP 14

/* The value of a Chinese numeral, -1: none. */
static int
numeral (gunichar letter)
{
  static const char numerals[] = "〇一二三四五六七八九十";
  int value = 0;
  for (const char *at = numerals; *at != '\0'; at = g_utf8_next_char (at), value++)
    if (g_utf8_get_char (at) == letter)
      return value;
  return letter == 0x96F6 || letter == 0x25CB ? 0 : -1; /* 零, ○ */
}

/* 二〇二三 is 2023, 十二 is 12, 二十五 is 25. Gives where the numeral ends. */
static const char *
write_numeral (const char *at, GString *plain)
{
  GString *digits = g_string_new (NULL);
  int value;
  for (; (value = numeral (g_utf8_get_char (at))) >= 0; at = g_utf8_next_char (at))
    {
      gboolean goes_on = numeral (g_utf8_get_char (g_utf8_next_char (at))) >= 0;
      if (value < TEN)
        g_string_append_printf (digits, "%d", value);
      else if (digits->len == 0)
        g_string_append (digits, goes_on ? "1" : "10");
      else if (!goes_on)
        g_string_append_c (digits, '0');
    }
  g_string_append (plain, digits->str);
  g_string_free (digits, TRUE);
  return at;
}

/* The weekday of "Sunday, March 5, 2023" says nothing more. */
static const char *
skip_weekday (const char *text)
{
  static const char *const days[] = { "sun", "mon", "tue", "wed", "thu", "fri", "sat" };
  gsize length = 0;
  while (g_ascii_isalpha (text[length]))
    length++;
  for (gsize i = 0; length >= 3 && i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strncasecmp (text, days[i], 3) == 0
        && (length == 3 || g_ascii_strncasecmp (text + length - 3, "day", 3) == 0))
      return text + length + strspn (text + length, "., ");
  return text;
}

/* 20230305101112, a day and its time in one number. */
static gboolean
is_stamp (const char *text)
{
  return strspn (text, "0123456789") == DIGITS_OF_STAMP && text[DIGITS_OF_STAMP] == '\0';
}

/**
 * hf_date_text_plain:
 * @text: a day or a month as people and programs write it
 *
 * Writes it with digits: full-width and Chinese ones become plain, a number of fourteen digits
 * becomes a day and a time, and an English weekday before the day goes.
 *
 * Returns: (transfer full): the text
 */
char *
hf_date_text_plain (const char *text)
{
  g_autofree char *narrow = hf_text_narrow (text);
  if (is_stamp (narrow))
    return g_strdup_printf ("%.8s %.2s:%.2s:%.2s", narrow, narrow + 8, narrow + 10,
                            narrow + 12);
  if (strstr (narrow, "年") == NULL && strstr (narrow, "月") == NULL)
    {
      const char *day = skip_weekday (narrow);
      return day == narrow ? g_steal_pointer (&narrow) : g_strdup (day);
    }
  GString *plain = g_string_new (NULL);
  for (const char *at = narrow; *at != '\0';)
    if (numeral (g_utf8_get_char (at)) >= 0)
      at = write_numeral (at, plain);
    else
      {
        g_string_append_unichar (plain, g_utf8_get_char (at));
        at = g_utf8_next_char (at);
      }
  return g_string_free (plain, FALSE);
}
