#include "config.h"

#include "hf-referral-closures.h"

#include <glib/gi18n.h>

#include "hf-time.h"

/**
 * hf_referral_words:
 * @referral: somebody whom a customer named
 *
 * Says how they are reached, when they were named, and whether they became a customer.
 *
 * Returns: (transfer full): one line
 */
char *
hf_referral_words (const HfReferral *referral)
{
  g_autofree char *day = hf_time_format_date (referral->at);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  if (referral->phone != NULL)
    g_ptr_array_add (parts, g_strdup (referral->phone));
  /* Translators: %s is a day. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("named on %s"), day));
  g_ptr_array_add (parts, referral->other_id != 0
                              /* Translators: %s is a customer's name. */
                              ? g_strdup_printf (_ ("customer: %s"), referral->other_title)
                              : g_strdup (_ ("not a customer yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
