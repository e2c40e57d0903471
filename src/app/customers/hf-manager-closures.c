#include "config.h"

#include "hf-manager-closures.h"

#include <glib/gi18n.h>

/**
 * hf_manager_words_period:
 * @period: a period
 *
 * Says from when until when somebody looked after a customer.
 *
 * Returns: (transfer full): such as "since 2025-01-02"
 */
char *
hf_manager_words_period (const HfManagerPeriod *period)
{
  if (period->from_on == NULL && period->to_on == NULL)
    return g_strdup (C_ ("period", "until now; since when is not known"));
  if (period->to_on == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (C_ ("period", "since %s"), period->from_on);
  if (period->from_on == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (C_ ("period", "until %s"), period->to_on);
  /* Translators: the first and the last day. */
  return g_strdup_printf (C_ ("period", "%s – %s"), period->from_on, period->to_on);
}

/**
 * hf_manager_words_saved:
 * @period: a period that was stored
 *
 * Says who is known to have looked after a customer, and when.
 *
 * Returns: (transfer full): such as "老张: since 2025-01-02"
 */
char *
hf_manager_words_saved (const HfManagerPeriod *period)
{
  g_autofree char *when = hf_manager_words_period (period);
  /* Translators: the name of an account manager, and when they looked after the customer. */
  return g_strdup_printf (C_ ("period", "%s: %s"), period->account_manager, when);
}

/**
 * hf_manager_words_removed:
 * @period: a period that was taken away
 *
 * Says whose period was taken out of a customer's history.
 *
 * Returns: (transfer full): a line
 */
char *
hf_manager_words_removed (const HfManagerPeriod *period)
{
  /* Translators: %s is the name of an account manager. */
  return g_strdup_printf (_ ("A period of %s was taken out of the history"),
                          period->account_manager);
}
