#include "config.h"

#include "hf-closing.h"

#include <glib/gi18n.h>

/**
 * hf_closing_lock_words:
 * @lock: what stands in the way of closing a complaint
 *
 * Says what is missing.
 *
 * Returns: (nullable): a sentence, %NULL where nothing is
 */
const char *
hf_closing_lock_words (HfClosingLock lock)
{
  switch (lock)
    {
    case HF_CLOSING_NOBODY:
      return _ ("Nobody in the customer list can be asked whether it is settled.");
    case HF_CLOSING_NO_CALLS:
      return _ ("The customer must not be called, and so cannot be asked whether it is "
                "settled.");
    case HF_CLOSING_NOT_ASKED:
      return _ ("No second follow-up has asked yet whether the customer is satisfied.");
    case HF_CLOSING_NOT_SATISFIED:
      return _ ("In the last second follow-up the customer was not satisfied.");
    case HF_CLOSING_BY_HANDLER:
      return _ ("The second follow-up must be made by somebody other than who dealt with the "
                "complaint.");
    case HF_CLOSING_FREE:
    default:
      return NULL;
    }
}

/**
 * hf_closing_refusal_words:
 * @lock: what stands in the way of closing a complaint
 *
 * Says that it is not closed, why, and how it can be.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_closing_refusal_words (HfClosingLock lock)
{
  return g_strdup_printf (
      /* Translators: a sentence that says what is missing. */
      _ ("The complaint is not closed. %s It can be closed with a reason not to pursue "
         "it."),
      hf_closing_lock_words (lock));
}
