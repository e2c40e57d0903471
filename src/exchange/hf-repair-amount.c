#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-repair-private.h"
#include "hf-text.h"

/* What stands before or behind a number and is not part of it; longer ones first. */
static const char *const marks[] = { "人民币", "人民幣", "新台幣", "新臺幣", "NT$",  "HK$",
                                     "US$",    "RMB",    "CNY",    "TWD",    "USD",  "¥",
                                     "￥",     "$",      "€",      "£",      "圆整", "圓整",
                                     "元整",   "元",     "圓",     "圆",     "块",   "塊" };

static const struct
{
  const char *name;
  int zeros;
} units[] = { { "亿", 8 }, { "億", 8 }, { "万", 4 }, { "萬", 4 }, { "千", 3 } };

static gboolean
is_plain (const char *text)
{
  gsize length = strspn (text, "0123456789.");
  return text[length] == '\0';
}

static void
strip (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (text, marks[i]))
        memmove (text, text + strlen (marks[i]), strlen (text + strlen (marks[i])) + 1);
      if (g_str_has_suffix (text, marks[i]))
        text[strlen (text) - strlen (marks[i])] = '\0';
      g_strstrip (text);
    }
}

/* 1,234,567.80: three digits behind each comma. */
static gboolean
has_good_commas (const char *text)
{
  for (const char *comma = strchr (text, ','); comma != NULL; comma = strchr (comma + 1, ','))
    if (strspn (comma + 1, "0123456789") != 3)
      return FALSE;
  return TRUE;
}

static void
remove_commas (char *text)
{
  char *to = text;
  for (const char *from = text; *from != '\0'; from++)
    if (*from != ',' && *from != ' ')
      *to++ = *from;
  *to = '\0';
}

/* The power of ten that a unit behind the number means; the unit is cut off. */
static int
cut_unit (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i].name))
      {
        text[strlen (text) - strlen (units[i].name)] = '\0';
        g_strstrip (text);
        return units[i].zeros;
      }
  return 0;
}

/* Moves the point of a plain number to the right. */
static void
shift_point (const char *number, int zeros, GString *shifted)
{
  const char *point = strchr (number, '.');
  gsize whole = point != NULL ? (gsize) (point - number) : strlen (number);
  const char *decimals = point != NULL ? point + 1 : "";
  g_string_append_len (shifted, number, whole);
  for (int i = 0; i < zeros; i++)
    g_string_append_c (shifted, *decimals != '\0' ? *decimals++ : '0');
  if (*decimals != '\0')
    g_string_append_printf (shifted, ".%s", decimals);
}

/* (1,234.50) is how book-keepers write what is less than nothing. */
static gboolean
take_brackets (char *text)
{
  gsize length = strlen (text);
  if (length < 3 || text[0] != '(' || text[length - 1] != ')')
    return FALSE;
  text[length - 1] = '\0';
  memmove (text, text + 1, length - 1);
  return TRUE;
}

/* ¥1,234.50, 1.2万, ＲＭＢ１２０, (35.00). */
HfRepairOutcome
hf_repair_mend_amount (const char *text, const HfRepairColumn *column, GString *mended)
{
  gint64 amount;
  if (is_plain (text))
    return HF_REPAIR_NONE;
  g_autofree char *number = hf_text_narrow (text);
  gboolean is_negative = take_brackets (number);
  strip (number);
  if (!is_negative && (*number == '-' || *number == '+'))
    {
      is_negative = *number == '-';
      *number = ' ';
      g_strstrip (number);
      strip (number);
    }
  int zeros = cut_unit (number);
  if (!g_ascii_isdigit (*number) || strspn (number, "0123456789,. ") != strlen (number))
    return HF_REPAIR_NONE;
  if (!has_good_commas (number))
    return HF_REPAIR_LOST;
  remove_commas (number);
  if (!hf_amount_parse (number, &amount))
    return HF_REPAIR_NONE;
  g_string_append (mended, is_negative ? "-" : "");
  shift_point (number, zeros, mended);
  return strcmp (mended->str, text) != 0 ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}
