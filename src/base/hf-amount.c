#include "config.h"

#include "hf-amount.h"

#include <string.h>

#include "hf-text.h"

#define MAX_WHOLE_DIGITS 15

static const char *const currency_marks[] = { "¥", "￥", "$", "€", "£", "元", NULL };

static gboolean
is_bare (const char *text)
{
  return *text != '\0' && text[strspn (text, "+-.0123456789")] == '\0';
}

/* Strips a currency sign, thousands separators and spaces; NULL where other letters remain. */
static char *
bare_number (const char *text)
{
  if (is_bare (text))
    return g_strdup (text);
  g_autofree char *narrow = hf_text_narrow (text);
  g_autoptr (GString) bare = g_string_new (narrow);
  for (guint i = 0; currency_marks[i] != NULL; i++)
    g_string_replace (bare, currency_marks[i], "", 1);
  g_string_replace (bare, ",", "", 0);
  g_string_replace (bare, " ", "", 0);
  return is_bare (bare->str) ? g_string_free (g_steal_pointer (&bare), FALSE) : NULL;
}

/**
 * hf_amount_parse:
 * @text: a decimal number, with or without a currency sign and thousands separators
 * @amount: (out): thousandths, rounded half away from zero
 *
 * Reads an amount as people and spreadsheets write it.
 *
 * Returns: %FALSE where @text is no number or has more than 15 digits before the point
 */
gboolean
hf_amount_parse (const char *text, gint64 *amount)
{
  g_autofree char *bare = bare_number (text);
  if (bare == NULL)
    return FALSE;

  const char *at = bare;
  gboolean negative = *at == '-';
  if (*at == '-' || *at == '+')
    at++;

  gint64 value = 0;
  int whole = 0, decimals = -1;
  gboolean any = FALSE, round_up = FALSE;
  for (; *at != '\0'; at++)
    {
      if (*at == '.' && decimals < 0)
        decimals = 0;
      else if (!g_ascii_isdigit (*at))
        return FALSE;
      else if (decimals < 0 && ++whole > MAX_WHOLE_DIGITS)
        return FALSE;
      else if (decimals < 3)
        {
          value = value * 10 + (*at - '0');
          any = TRUE;
          decimals += decimals >= 0;
        }
      else if (decimals++ == 3)
        round_up = *at >= '5';
    }
  if (!any)
    return FALSE;
  for (int i = MAX (decimals, 0); i < 3; i++)
    value *= 10;
  value += round_up;
  *amount = negative ? -value : value;
  return TRUE;
}

/**
 * hf_amount_format:
 * @amount: thousandths, or %HF_AMOUNT_UNKNOWN
 *
 * Writes an amount with a point and no more decimals than it has, the same in every language.
 *
 * Returns: (transfer full): the number, empty where it is not known
 */
char *
hf_amount_format (gint64 amount)
{
  if (amount == HF_AMOUNT_UNKNOWN)
    return g_strdup ("");
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount;
  g_autoptr (GString) text = g_string_new (amount < 0 ? "-" : "");
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, size / HF_AMOUNT_UNIT);
  if (size % HF_AMOUNT_UNIT != 0)
    {
      g_string_append_printf (text, ".%03u", (guint) (size % HF_AMOUNT_UNIT));
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hf_amount_to_double:
 * @amount: thousandths, which must be known
 *
 * Gives the amount in whole units, for charts and spreadsheets.
 *
 * Returns: units
 */
double
hf_amount_to_double (gint64 amount)
{
  return (double) amount / HF_AMOUNT_UNIT;
}
