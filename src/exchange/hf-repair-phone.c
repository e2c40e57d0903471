#include "config.h"

#include <string.h>

#include "hf-repair-private.h"
#include "hf-text.h"

#define MOBILE_DIGITS 11
#define SHORTEST_PHONE 7
#define COUNTRY "86"

/* The area codes of three digits, without the zero before them. */
static const struct
{
  guint first, last;
} areas[] = {
  { 310, 319 }, { 335, 335 }, { 349, 359 }, { 370, 379 }, { 391, 398 }, { 411, 419 },
  { 421, 421 }, { 427, 429 }, { 431, 440 }, { 448, 448 }, { 451, 459 }, { 464, 464 },
  { 467, 479 }, { 482, 483 }, { 510, 519 }, { 523, 523 }, { 527, 527 }, { 530, 539 },
  { 543, 543 }, { 546, 546 }, { 550, 559 }, { 561, 566 }, { 570, 580 }, { 591, 599 },
  { 631, 635 }, { 660, 663 }, { 668, 668 }, { 691, 692 }, { 701, 701 }, { 710, 719 },
  { 722, 728 }, { 730, 739 }, { 743, 746 }, { 750, 760 }, { 762, 763 }, { 766, 779 },
  { 790, 799 }, { 812, 818 }, { 825, 839 }, { 851, 859 }, { 870, 879 }, { 883, 888 },
  { 891, 898 }, { 901, 903 }, { 906, 909 }, { 910, 919 }, { 930, 939 }, { 941, 943 },
  { 951, 955 }, { 970, 979 }, { 990, 999 },
};

static gboolean
is_mobile (const char *digits)
{
  return strlen (digits) == MOBILE_DIGITS && digits[0] == '1' && digits[1] >= '3';
}

/* How many digits of a number without its leading zero are an area code; 0: none. */
static gsize
area_length (const char *digits)
{
  if (strncmp (digits, "10", 2) == 0 || (digits[0] == '2' && digits[1] != '6'))
    return 2;
  guint code = 0;
  for (int i = 0; i < 3 && g_ascii_isdigit (digits[i]); i++)
    code = code * 10 + digits[i] - '0';
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (code >= areas[i].first && code <= areas[i].last)
      return 3;
  return 0;
}

/* A land line without its leading zero: the area, then seven or eight digits, after the areas
 * of two digits always eight, the first of which is none of 0, 1 and 9. */
static gboolean
is_land_line (const char *digits, gsize *area)
{
  gsize length = strlen (digits);
  *area = area_length (digits);
  gsize local = length > *area ? length - *area : 0;
  return *area > 0 && local > 0 && digits[*area] >= '2' && digits[*area] <= '8'
         && (local == 8 || (local == 7 && *area == 3));
}

static gboolean
is_separator (gunichar letter)
{
  return letter == ' ' || letter == '-' || letter == '.' || letter == '(' || letter == ')'
         || (letter >= 0x2010 && letter <= 0x2015) || letter == 0xA0 || letter == 0x3000
         || letter == 0xFF08 || letter == 0xFF09 || letter == 0xFF0D || letter == 0x2212;
}

/* The comma of 13,912,345,678, between thousands; one between two numbers is none. */
static gboolean
is_between_thousands (const char *comma)
{
  return *comma == ',' && strspn (comma + 1, "0123456789") == 3;
}

/* The digits of a number and nothing else but separators; FALSE where there is something else.
 */
static gboolean
read_digits (const char *text, GString *digits)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
    else if (!is_separator (g_utf8_get_char (at)) && !is_between_thousands (at))
      return FALSE;
  return digits->len > 0;
}

/* A number as most files have it already. */
static gboolean
is_plain_mobile (const char *text)
{
  return is_mobile (text) && strspn (text, "0123456789") == MOBILE_DIGITS;
}

static HfRepairOutcome
tell (const GString *mended, const char *text)
{
  return strcmp (mended->str, text) != 0 ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}

/* Splits d.dddE+nn; FALSE where it is no such number. */
static gboolean
split_exponent (const char *text, gsize *n_decimals, guint64 *exponent)
{
  if (!g_ascii_isdigit (text[0]) || text[0] == '0')
    return FALSE;
  const char *at = text + 1;
  *n_decimals = *at == '.' ? strspn (at + 1, "0123456789") : 0;
  if (*at == '.')
    at += 1 + *n_decimals;
  if (*at != 'E' && *at != 'e')
    return FALSE;
  at += at[1] == '+' ? 2 : 1;
  return g_ascii_string_to_unsigned (at, 10, 1, 30, exponent, NULL);
}

/* 13912345678.0, as programs write a whole number that they took for one with decimals. */
static gboolean
cut_decimals (const char *text, const HfRepairColumn *column, GString *mended)
{
  gsize whole = strspn (text, "0123456789");
  if (!hf_repair_is_phone (column->field) || whole < SHORTEST_PHONE || text[whole] != '.'
      || text[whole + 1] == '\0' || text[whole + 1 + strspn (text + whole + 1, "0")] != '\0')
    return FALSE;
  g_string_append_len (mended, text, whole);
  return TRUE;
}

/* 1.3912345678E+10. A code such as 1E10 may be meant; 1.39E+10 never is. */
HfRepairOutcome
hf_repair_mend_exponent (const char *text, const HfRepairColumn *column, GString *mended)
{
  gsize n_decimals;
  guint64 exponent;
  if (cut_decimals (text, column, mended))
    return HF_REPAIR_DONE;
  if (is_plain_mobile (text) || !split_exponent (text, &n_decimals, &exponent)
      || (!hf_repair_is_phone (column->field) && text[1] != '.'))
    return HF_REPAIR_NONE;
  if (n_decimals != exponent)
    return HF_REPAIR_LOST;
  g_string_append_c (mended, text[0]);
  g_string_append_len (mended, text + 2, n_decimals);
  return HF_REPAIR_DONE;
}

/* What stands behind the country code, NULL where there is none. */
static const char *
skip_country (const char *text, gboolean *is_marked)
{
  const char *at = text;
  *is_marked = TRUE;
  if (g_str_has_prefix (at, "(+" COUNTRY ")"))
    return at + strlen ("(+" COUNTRY ")");
  if (g_str_has_prefix (at, "+" COUNTRY))
    return at + strlen ("+" COUNTRY);
  if (g_str_has_prefix (at, "＋" COUNTRY))
    return at + strlen ("＋" COUNTRY);
  if (g_str_has_prefix (at, "00" COUNTRY))
    return at + strlen ("00" COUNTRY);
  *is_marked = FALSE;
  return g_str_has_prefix (at, COUNTRY) ? at + strlen (COUNTRY) : NULL;
}

/* +86 and 0086; a bare 86 only before a mobile number. */
HfRepairOutcome
hf_repair_mend_country (const char *text, const HfRepairColumn *column, GString *mended)
{
  gboolean is_marked;
  gsize area;
  const char *rest = skip_country (text, &is_marked);
  g_autoptr (GString) digits = g_string_new (NULL);
  if (rest == NULL || !read_digits (rest, digits))
    return HF_REPAIR_NONE;
  while (is_separator (g_utf8_get_char (rest)) && *rest != '(')
    rest = g_utf8_next_char (rest);
  if (is_mobile (digits->str))
    g_string_assign (mended, rest);
  else if (is_marked && digits->str[0] == '0' && is_land_line (digits->str + 1, &area))
    g_string_assign (mended, *rest == '(' ? digits->str : rest);
  else if (is_marked && is_land_line (digits->str, &area))
    g_string_printf (mended, "0%.*s-%s", (int) area, digits->str, digits->str + area);
  else
    return HF_REPAIR_NONE;
  return HF_REPAIR_DONE;
}

/* 139 1234-5678 becomes 13912345678, (010) 8888 6666 becomes 010-88886666. Other numbers, such
 * as 400-810-8888, two numbers in a cell and foreign ones, are left as they are written. */
HfRepairOutcome
hf_repair_mend_signs (const char *text, const HfRepairColumn *column, GString *mended)
{
  gsize area;
  g_autoptr (GString) digits = NULL;
  if (strspn (text, "0123456789") == strlen (text))
    return HF_REPAIR_NONE;
  digits = g_string_new (NULL);
  if (!read_digits (text, digits))
    return HF_REPAIR_NONE;
  gboolean is_taiwan_mobile = digits->len == 10 && g_str_has_prefix (digits->str, "09");
  if (is_mobile (digits->str) || is_taiwan_mobile)
    g_string_assign (mended, digits->str);
  else if (digits->str[0] == '0' && is_land_line (digits->str + 1, &area))
    g_string_printf (mended, "%.*s-%s", (int) area + 1, digits->str, digits->str + area + 1);
  else
    return HF_REPAIR_NONE;
  return tell (mended, text);
}

/* 43188886666 is 0431-88886666 without the zero that a spreadsheet program took for nothing, as
 * 912345678 is a mobile number of Taiwan. */
HfRepairOutcome
hf_repair_mend_zero (const char *text, const HfRepairColumn *column, GString *mended)
{
  gsize area;
  if (*text < '1' || *text > '9' || is_plain_mobile (text))
    return HF_REPAIR_NONE;
  const char *dash = strchr (text, '-');
  g_autofree char *digits = dash != NULL ? g_strdup_printf ("%.*s%s", (int) (dash - text), text,
                                                            dash + 1)
                                         : g_strdup (text);
  if (strspn (digits, "0123456789") != strlen (digits))
    return HF_REPAIR_NONE;
  gboolean is_taiwan_mobile = dash == NULL && *digits == '9' && strlen (digits) == 9;
  if (!is_taiwan_mobile
      && (!is_land_line (digits, &area) || (dash != NULL && dash - text != (gssize) area)))
    return HF_REPAIR_NONE;
  g_string_printf (mended, "0%s", text);
  return HF_REPAIR_DONE;
}
