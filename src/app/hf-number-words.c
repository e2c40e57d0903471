#include "config.h"

#include "hf-number-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "hf-amount.h"

#define GROUP 3
/* A share below this is given with a decimal. */
#define FINE_SHARE 0.0995
#define SHORT_FROM 1e6

/**
 * hf_number_words_count:
 * @count: how many
 *
 * Writes a whole number with its thousands apart, whatever the locale of the machine.
 *
 * Returns: (transfer full): such as "2,880"
 */
char *
hf_number_words_count (double count)
{
  g_autofree char *digits = g_strdup_printf ("%.0f", fabs (round (count)));
  GString *text = g_string_new (round (count) < 0 ? "-" : "");
  gsize length = strlen (digits);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % GROUP == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * hf_number_words_percent:
 * @share: a part of one, 0 to 1
 *
 * Writes a share in hundredths; a small one with a decimal.
 *
 * Returns: (transfer full): such as "32 %" or "4.5 %", the space one that does not break
 */
char *
hf_number_words_percent (double share)
{
  int decimals = share != 0 && fabs (share) < FINE_SHARE ? 1 : 0;
  /* Translators: a share in hundredths; the number may have a decimal. */
  return g_strdup_printf (_ ("%.*f %%"), decimals, share * 100);
}

/**
 * hf_number_words_gap:
 * @points: perceived minus expected
 *
 * Writes a difference with its sign, and with a decimal where there is one.
 *
 * Returns: (transfer full): such as "+1", "−0.4" or "0"
 */
char *
hf_number_words_gap (double points)
{
  double tenths = round (points * 10);
  int decimals = fmod (tenths, 10) != 0 ? 1 : 0;
  const char *sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "";
  return g_strdup_printf ("%s%.*f", sign, decimals, fabs (tenths) / 10);
}

/**
 * hf_number_words_amount:
 * @amount: thousandths
 * @currency: (nullable): such as CNY
 *
 * Writes a sum of money without its fractions.
 *
 * Returns: (transfer full): such as "CNY 12,400"
 */
char *
hf_number_words_amount (gint64 amount, const char *currency)
{
  g_autofree char *count = hf_number_words_count (hf_amount_to_double (amount));
  if (currency == NULL)
    return g_steal_pointer (&count);
  /* Translators: a currency and a sum. */
  return g_strdup_printf (C_ ("currency and sum", "%s %s"), currency, count);
}

/**
 * hf_number_words_amount_short:
 * @amount: thousandths
 * @currency: (nullable): such as CNY
 *
 * Writes a sum of money in three digits and a large unit, for where it has to be short; a sum
 * below a million is written in full.
 *
 * Returns: (transfer full): such as "CNY 9.34 M", in Chinese in units of ten thousand
 */
char *
hf_number_words_amount_short (gint64 amount, const char *currency)
{
  double value = hf_amount_to_double (amount);
  if (fabs (value) < SHORT_FROM)
    return hf_number_words_amount (amount, currency);
  /* Translators: the unit in which large sums are counted in your language, as a number; then a
   * bar; then how a number of these units is written. In Chinese 10000|%s 万. */
  g_auto (GStrv) unit = g_strsplit (C_ ("large unit", "1000000|%s M"), "|", 2);
  double scaled = value / MAX (g_ascii_strtod (unit[0], NULL), 1);
  int decimals = fabs (scaled) < 9.995 ? 2 : fabs (scaled) < 99.95 ? 1 : 0;
  g_autofree char *digits = decimals > 0 ? g_strdup_printf ("%.*f", decimals, scaled)
                                         : hf_number_words_count (scaled);
  g_auto (GStrv) around = g_strsplit (unit[1] != NULL ? unit[1] : "%s", "%s", 2);
  g_autofree char *sum = g_strjoinv (digits, around);
  if (currency == NULL)
    return g_steal_pointer (&sum);
  return g_strdup_printf (C_ ("currency and sum", "%s %s"), currency, sum);
}

/**
 * hf_number_words_one_in:
 * @share: a part of one, above 0
 *
 * Writes a share as people say it.
 *
 * Returns: (transfer full): such as "1 in 25"; a dash where the share is 0
 */
char *
hf_number_words_one_in (double share)
{
  if (share <= 0)
    return g_strdup ("–");
  double ratio = 1 / share;
  int decimals = ratio < 9.95 && fabs (ratio - round (ratio)) > 0.05 ? 1 : 0;
  /* Translators: a share such as "1 in 25"; the number may have a decimal. */
  return g_strdup_printf (_ ("1 in %.*f"), decimals, ratio);
}

/**
 * hf_number_words_rates:
 * @response: AAPOR's response rate RR1, 0 to 1
 * @contact: its contact rate CON1
 * @refusal: its refusal rate REF1
 *
 * Says the rates of calls; hf_diagnosis_rates() says what they are.
 *
 * Returns: (transfer full): such as "response 32 % (RR1) · reached 60 % (CON1) · .."
 */
char *
hf_number_words_rates (double response, double contact, double refusal)
{
  g_autofree char *responded = hf_number_words_percent (response);
  g_autofree char *reached = hf_number_words_percent (contact);
  g_autofree char *refused = hf_number_words_percent (refusal);
  /* Translators: response rate, contact rate and refusal rate; in brackets what AAPOR's
   * standard names them. */
  return g_strdup_printf (_ ("response %s (RR1) · reached %s (CON1) · refused %s (REF1)"),
                          responded, reached, refused);
}
