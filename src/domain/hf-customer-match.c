#include "config.h"

#include "hf-customer-match.h"

#include <string.h>

#include "hf-han.h"
#include "hf-pinyin.h"
#include "hf-text.h"

#define LAST_DIGITS 4

/* Bare, each Chinese character in one form, and no space between two of them. */
static char *
fold_all (const char *text)
{
  g_autofree char *bare = hf_text_bare (text != NULL ? text : "");
  GString *folded = g_string_new (NULL);
  gboolean after_han = FALSE;
  for (const char *at = bare; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter == ' ' && after_han && hf_text_is_han (g_utf8_get_char (at + 1)))
        continue;
      g_string_append_unichar (folded, hf_han_fold (letter));
      after_han = hf_text_is_han (letter);
    }
  return g_string_free (folded, FALSE);
}

/* Of any of several numbers, with an extension or without. */
static gboolean
ends_a_number (const char *phone, const char *digits)
{
  g_auto (GStrv) numbers = hf_text_split_phones (phone);
  for (char **number = numbers; *number != NULL; number++)
    {
      g_autofree char *outside = hf_text_cut_extension (*number);
      g_autofree char *known = hf_text_phone_digits (outside);
      if (g_str_has_suffix (known, digits))
        return TRUE;
    }
  return FALSE;
}

static HfCustomerMatch
match_number (const char *typed, const char *code, const char *phone)
{
  g_autofree char *folded_code = fold_all (code);
  g_autofree char *digits = hf_text_phone_digits (typed);
  g_autofree char *known = hf_text_phone_digits (phone);
  gsize length = strlen (digits);
  if (strcmp (folded_code, typed) == 0)
    return HF_CUSTOMER_MATCH_CODE;
  gboolean is_phone = length > 0 && strspn (typed, "+-() 0123456789") == strlen (typed);
  if (is_phone && strcmp (known, digits) == 0)
    return HF_CUSTOMER_MATCH_PHONE;
  if (is_phone && length == LAST_DIGITS
      && (g_str_has_suffix (known, digits)
          || (strstr (known, digits) != NULL && ends_a_number (phone, digits))))
    return HF_CUSTOMER_MATCH_LAST_DIGITS;
  if (g_str_has_prefix (folded_code, typed))
    return HF_CUSTOMER_MATCH_CODE_BEGINS;
  return is_phone && g_str_has_prefix (known, digits) ? HF_CUSTOMER_MATCH_PHONE_BEGINS
                                                      : HF_CUSTOMER_MATCH_OTHER;
}

/* In pinyin, to the end of its last syllable. */
static gboolean
is_whole (const char *reading, const char *spoken)
{
  for (; *reading != '\0'; reading++)
    if (*reading != ' ')
      {
        spoken += strspn (spoken, " '");
        if (*reading != *spoken++)
          return FALSE;
      }
  return TRUE;
}

static HfCustomerMatch
match_name (const char *typed, const char *spoken, const char *name, char **reading)
{
  g_autofree char *folded = fold_all (name);
  gboolean begins = FALSE;
  if (strcmp (folded, typed) == 0)
    return HF_CUSTOMER_MATCH_NAME;
  if (g_str_has_prefix (folded, typed))
    return HF_CUSTOMER_MATCH_NAME_BEGINS;
  if (strstr (folded, typed) != NULL)
    return HF_CUSTOMER_MATCH_IN_NAME;
  *reading = hf_pinyin_find (spoken, name, &begins);
  if (*reading == NULL)
    return HF_CUSTOMER_MATCH_OTHER;
  if (begins && is_whole (*reading, spoken))
    return HF_CUSTOMER_MATCH_NAME_READ_WHOLE;
  return begins ? HF_CUSTOMER_MATCH_NAME_READ_SO : HF_CUSTOMER_MATCH_IN_NAME_READ_SO;
}

static HfCustomerMatch
match_company (const char *typed, const char *spoken, const char *company, char **reading)
{
  g_autofree char *folded = fold_all (company);
  gboolean begins;
  if (strstr (folded, typed) != NULL)
    return HF_CUSTOMER_MATCH_COMPANY;
  *reading = hf_pinyin_find (spoken, company, &begins);
  return *reading != NULL ? HF_CUSTOMER_MATCH_COMPANY_READ_SO : HF_CUSTOMER_MATCH_OTHER;
}

/**
 * hf_customer_match:
 * @typed: what a person typed
 * @name: (nullable): the customer's
 * @company: (nullable): the customer's
 * @code: (nullable): the customer's
 * @phone: (nullable): the customer's, in any format
 * @reading: (out) (nullable) (transfer full): how what was found is read, where it was found by
 *   that
 *
 * Tells why a search finds a customer.
 *
 * Returns: the likeliest reason
 */
HfCustomerMatch
hf_customer_match (const char *typed, const char *name, const char *company, const char *code,
                   const char *phone, char **reading)
{
  g_autofree char *wanted = fold_all (typed);
  g_autofree char *spoken = hf_text_bare_pinyin (typed);
  *reading = NULL;
  if (*wanted == '\0')
    return HF_CUSTOMER_MATCH_OTHER;
  HfCustomerMatch match = match_number (wanted, code, phone);
  if (match == HF_CUSTOMER_MATCH_OTHER && name != NULL)
    match = match_name (wanted, spoken, name, reading);
  if (match == HF_CUSTOMER_MATCH_OTHER && company != NULL)
    match = match_company (wanted, spoken, company, reading);
  return match;
}
