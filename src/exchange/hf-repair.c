#include "config.h"

#include "hf-repair-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"

#define LABEL_CONTEXT "repair"

/* The first bytes in UTF-8 of characters that are Chinese at any rate. */
#define FIRST_OF_HAN 0xE4
#define LAST_OF_HAN 0xE9

static gboolean
is_any (const HfField *field)
{
  return TRUE;
}

/* What has a closed list has its own words for nothing. */
static gboolean
is_open (const HfField *field)
{
  return field->kind != HF_FIELD_CHOICE && field->kind != HF_FIELD_FLAG;
}

static gboolean
is_text (const HfField *field)
{
  return field->kind == HF_FIELD_TEXT;
}

/* Long texts are what a customer said: evidence, which is left as it is written. */
static gboolean
is_short_text (const HfField *field)
{
  return field->kind == HF_FIELD_TEXT && field->max_length > 0;
}

static gboolean
is_date (const HfField *field)
{
  return field->kind == HF_FIELD_DATE || field->kind == HF_FIELD_MONTH
         || field->kind == HF_FIELD_MOMENT;
}

static gboolean
is_day (const HfField *field)
{
  return field->kind == HF_FIELD_DATE || field->kind == HF_FIELD_MOMENT;
}

static gboolean
is_amount (const HfField *field)
{
  return field->kind == HF_FIELD_AMOUNT;
}

gboolean
hf_repair_is_phone (const HfField *field)
{
  return strcmp (field->name, "phone") == 0;
}

static gboolean
is_long_number (const HfField *field)
{
  return hf_repair_is_phone (field) || strcmp (field->name, "number") == 0
         || g_str_has_suffix (field->name, "code");
}

/* In the order in which they follow one another on a text. */
static const HfRepair repairs[] = {
  { "mojibake", NC_ ("repair", "Garbled text, read in the wrong encoding"), HF_REPAIR_SIGN_ODD,
    is_text, hf_repair_mend_mojibake, NULL },
  { "spaces", NC_ ("repair", "Blanks at the ends, tabs, signs that are not seen"),
    HF_REPAIR_SIGN_BLANK, is_any, hf_repair_mend_spaces, NULL },
  { "nothing", NC_ ("repair", "Signs for nothing, such as -, N/A and 0000-00-00"), 0, is_open,
    hf_repair_mend_nothing, NULL },
  { "width", NC_ ("repair", "Full-width letters and digits"), HF_REPAIR_SIGN_WIDE,
    is_short_text, hf_repair_mend_width, NULL },
  { "gloss", NC_ ("repair", "Pinyin in brackets behind characters"), HF_REPAIR_SIGN_BRACKET,
    is_text, hf_repair_mend_gloss, NULL },
  { "exponent", NC_ ("repair", "Phones and codes that became numbers, such as 1.39E+10"), 0,
    is_long_number, hf_repair_mend_exponent,
    N_ ("a spreadsheet program has rounded this number, and its last digits are lost; make "
        "the column text in the original and save it again") },
  { "country", NC_ ("repair", "+86 or 0086 before phones"), 0, hf_repair_is_phone,
    hf_repair_mend_country, NULL },
  { "signs", NC_ ("repair", "Blanks, dashes and brackets in phones"), 0, hf_repair_is_phone,
    hf_repair_mend_signs, NULL },
  { "zero", NC_ ("repair", "The lost zero before an area code"), 0, hf_repair_is_phone,
    hf_repair_mend_zero, NULL },
  { "date", NC_ ("repair", "Dates in other forms"), 0, is_date, hf_repair_mend_date,
    N_ ("which is the day and which the month, the column does not tell; choose their order") },
  { "serial", NC_ ("repair", "Dates that became a day's number"), 0, is_day,
    hf_repair_mend_serial, NULL },
  { "amount", NC_ ("repair", "Amounts with currency, commas or 万"), 0, is_amount,
    hf_repair_mend_amount,
    N_ ("the comma may stand before thousands or before decimals; write the number without "
        "it") },
};

/**
 * hf_repair_list:
 * @n_repairs: (out): how many
 *
 * Lists the repairs in the order in which they follow one another on a text.
 *
 * Returns: (array length=n_repairs): the repairs
 */
const HfRepair *
hf_repair_list (guint *n_repairs)
{
  *n_repairs = G_N_ELEMENTS (repairs);
  return repairs;
}

/**
 * hf_repair_find:
 * @name: a repair's name
 *
 * Finds a repair by its name.
 *
 * Returns: (nullable): the repair
 */
const HfRepair *
hf_repair_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++)
    if (strcmp (repairs[i].name, name) == 0)
      return &repairs[i];
  return NULL;
}

/**
 * hf_repair_label:
 * @repair: a repair
 *
 * Gives a repair's label in the program's language.
 *
 * Returns: the label
 */
const char *
hf_repair_label (const HfRepair *repair)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, LABEL_CONTEXT, repair->label);
}

static guint
sign_of (gunichar letter, gboolean is_first, gboolean after_other)
{
  if (letter == 0xFF08)
    return after_other ? HF_REPAIR_SIGN_BRACKET : 0;
  if ((letter >= 0xFF10 && letter <= 0xFF19) || (letter >= 0xFF21 && letter <= 0xFF3A)
      || (letter >= 0xFF41 && letter <= 0xFF5A))
    return HF_REPAIR_SIGN_WIDE;
  if (letter == 0xA0 || hf_repair_is_invisible (letter))
    return HF_REPAIR_SIGN_BLANK;
  return is_first && hf_repair_is_odd (letter) ? HF_REPAIR_SIGN_ODD : 0;
}

static gboolean
is_blank (const char *at)
{
  return g_ascii_isspace (*at) || ((guchar) *at >= 0x80 && g_utf8_get_char (at) == 0x3000);
}

/**
 * hf_repair_find_signs:
 * @text: UTF-8, not blank
 *
 * Looks at a text once for all that may need a repair; of a million rows most have nothing.
 *
 * Returns: #HfRepairSign of what it has
 */
guint
hf_repair_find_signs (const char *text)
{
  guint signs = is_blank (text) || hf_repair_has_text_mark (text) ? HF_REPAIR_SIGN_BLANK : 0;
  gboolean is_first = TRUE, after_other = FALSE;
  const char *last = text;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guchar byte = *at;
      last = at;
      if (byte == '\t')
        signs |= HF_REPAIR_SIGN_BLANK;
      else if (byte == '(' && after_other)
        signs |= HF_REPAIR_SIGN_BRACKET;
      else if (byte >= 0x80 && (is_first || byte < FIRST_OF_HAN || byte > LAST_OF_HAN))
        signs |= sign_of (g_utf8_get_char (at), is_first, after_other);
      after_other = byte >= 0x80;
      is_first &= !after_other;
    }
  return is_blank (last) ? signs | HF_REPAIR_SIGN_BLANK : signs;
}
