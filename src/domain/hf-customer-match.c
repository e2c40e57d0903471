#include "config.h"

#include "hf-customer-match.h"

#include <string.h>

#include "hf-han.h"
#include "hf-pinyin.h"
#include "hf-text.h"

#define LAST_DIGITS 4

/* Bare, and each Chinese character in one form. */
static char *
fold_all (const char *text)
{
  g_autofree char *bare = hf_text_bare (text != NULL ? text : "");
  GString *folded = g_string_new (NULL);
  for (const char *at = bare; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, hf_han_fold (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
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
  if (is_phone && length == LAST_DIGITS && g_str_has_suffix (known, digits))
    return HF_CUSTOMER_MATCH_LAST_DIGITS;
  if (g_str_has_prefix (folded_code, typed))
    return HF_CUSTOMER_MATCH_CODE_BEGINS;
  return is_phone && g_str_has_prefix (known, digits) ? HF_CUSTOMER_MATCH_PHONE_BEGINS
                                                      : HF_CUSTOMER_MATCH_OTHER;
}

static HfCustomerMatch
match_name (const char *typed, const char *name, char **reading)
{
  g_autofree char *folded = fold_all (name);
  gboolean begins = FALSE;
  if (strcmp (folded, typed) == 0)
    return HF_CUSTOMER_MATCH_NAME;
  if (g_str_has_prefix (folded, typed))
    return HF_CUSTOMER_MATCH_NAME_BEGINS;
  if (strstr (folded, typed) != NULL)
    return HF_CUSTOMER_MATCH_IN_NAME;
  *reading = hf_pinyin_find (typed, name, &begins);
  if (*reading == NULL)
    return HF_CUSTOMER_MATCH_OTHER;
  return begins ? HF_CUSTOMER_MATCH_NAME_READ_SO : HF_CUSTOMER_MATCH_IN_NAME_READ_SO;
}

static HfCustomerMatch
match_company (const char *typed, const char *company, char **reading)
{
  g_autofree char *folded = fold_all (company);
  gboolean begins;
  if (strstr (folded, typed) != NULL)
    return HF_CUSTOMER_MATCH_COMPANY;
  *reading = hf_pinyin_find (typed, company, &begins);
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
  *reading = NULL;
  if (*wanted == '\0')
    return HF_CUSTOMER_MATCH_OTHER;
  HfCustomerMatch match = match_number (wanted, code, phone);
  if (match == HF_CUSTOMER_MATCH_OTHER && name != NULL)
    match = match_name (wanted, name, reading);
  if (match == HF_CUSTOMER_MATCH_OTHER && company != NULL)
    match = match_company (wanted, company, reading);
  return match;
}
