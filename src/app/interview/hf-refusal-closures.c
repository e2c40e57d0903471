#include "config.h"

#include "hf-refusal-closures.h"

#include <glib/gi18n.h>

#include "hf-claim-closures.h"

/**
 * hf_refusal_words_title:
 * @refusal: why no call begins
 * @customer: whom it would be with
 * @other: (nullable): who is on the phone with them
 *
 * Says in a few words why no call begins.
 *
 * Returns: (transfer full): the words
 */
char *
hf_refusal_words_title (HfCallRefusal refusal, const HfCustomer *customer, const HfClaim *other)
{
  const char *name = hf_customer_title (customer);
  switch (refusal)
    {
    case HF_CALL_ELSEWHERE:
      return hf_claim_words_other (name, other);
    case HF_CALL_FOR_OTHERS:
      /* Translators: a customer's name. */
      return g_strdup_printf (_ ("You dealt with the complaint of %s yourself"), name);
    case HF_CALL_NO_OFFER:
      /* Translators: a customer's name. */
      return g_strdup_printf (_ ("%s does not agree to offers"), name);
    case HF_CALL_ALLOWED:
    case HF_CALL_NOT_WANTED:
    default:
      /* Translators: a customer's name. */
      return g_strdup_printf (_ ("%s does not want to be called"), name);
    }
}

/**
 * hf_refusal_words_advice:
 * @refusal: why no call begins
 *
 * Says what is done instead.
 *
 * Returns: sentences
 */
const char *
hf_refusal_words_advice (HfCallRefusal refusal)
{
  switch (refusal)
    {
    case HF_CALL_ELSEWHERE:
      return _ ("No call was started here. Try again when they have hung up, or leave the "
                "call to them.");
    case HF_CALL_FOR_OTHERS:
      return _ ("A second follow-up is made by somebody else, so that the customer can speak "
                "freely. It stays in the queue, and your colleagues get it as their next "
                "call.");
    case HF_CALL_NO_OFFER:
      return _ ("They refused or took back that they may be called about coming back, so no "
                "offer is made. The customer’s file says when.");
    case HF_CALL_ALLOWED:
    case HF_CALL_NOT_WANTED:
    default:
      return _ ("No call was started. The customer’s file says why.");
    }
}

/**
 * hf_refusal_words_leave:
 * @refusal: why no call begins
 *
 * Names what leads away from it.
 *
 * Returns: a button's label, with a mnemonic
 */
const char *
hf_refusal_words_leave (HfCallRefusal refusal)
{
  return refusal == HF_CALL_FOR_OTHERS ? _ ("Leave It to _Others") : _ ("_Leave");
}

/**
 * hf_refusal_words_handled:
 * @count: how many second follow-ups wait for others
 *
 * Says why the next call passes over some.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_refusal_words_handled (gint64 count)
{
  return g_strdup_printf (
      ngettext ("%d second follow-up waits for a colleague, for you dealt with the complaint "
                "yourself",
                "%d second follow-ups wait for colleagues, for you dealt with the complaints "
                "yourself",
                count),
      (int) count);
}
