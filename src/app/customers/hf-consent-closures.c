#include "config.h"

#include "hf-consent-closures.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-text.h"

/* Since when and why, as far as it is known. */
static char *
refusal_cause (const HfCustomer *customer)
{
  const char *reason = customer->do_not_call_reason;
  if (customer->do_not_call_on == NULL)
    return hf_text_is_blank (reason)
               ? g_strdup (_ ("Do not call."))
               /* Translators: %s is why a customer is not to be called. */
               : g_strdup_printf (_ ("Do not call: %s."), reason);
  if (hf_text_is_blank (reason))
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("Do not call since %s."), customer->do_not_call_on);
  /* Translators: a day, and why a customer is not to be called. */
  return g_strdup_printf (_ ("Do not call since %s: %s."), customer->do_not_call_on, reason);
}

/**
 * hf_consent_words_refusal:
 * @customer: a customer who is not to be called
 *
 * Says since when and why a customer is not to be called, and who noted it.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
hf_consent_words_refusal (const HfCustomer *customer)
{
  g_autofree char *cause = refusal_cause (customer);
  if (customer->do_not_call_by == NULL)
    return g_steal_pointer (&cause);
  /* Translators: why a customer is not to be called, which is a sentence; and the name of the
   * member of staff who noted it. */
  return g_strdup_printf (_ ("%s Noted by %s."), cause, customer->do_not_call_by);
}

/**
 * hf_consent_words_state:
 * @consent: (nullable): the last decision on a purpose, %NULL for none
 *
 * Says how a consent stands.
 *
 * Returns: such as "Given"
 */
const char *
hf_consent_words_state (const HfConsent *consent)
{
  return consent != NULL ? hf_choice_label (hf_consent_states, consent->state)
                         : C_ ("consent", "Not asked yet");
}

/**
 * hf_consent_words_title:
 * @consent: a decision
 *
 * Says what was decided.
 *
 * Returns: (transfer full): such as "Being called: Given"
 */
char *
hf_consent_words_title (const HfConsent *consent)
{
  /* Translators: a purpose, such as "Recording of calls", and whether the customer agreed. */
  return g_strdup_printf (C_ ("consent", "%s: %s"),
                          hf_choice_label (hf_consent_purposes, consent->purpose),
                          hf_consent_words_state (consent));
}

static void
add (GString *words, const char *part)
{
  if (!hf_text_is_blank (part))
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/**
 * hf_consent_words_details:
 * @consent: a decision
 *
 * Lists when, by which way and to which wording it was said, what was noted and by whom.
 *
 * Returns: (transfer full): such as "2026-03-01 · Phone · lost-customer 2 · 李明"
 */
char *
hf_consent_words_details (const HfConsent *consent)
{
  GString *words = g_string_new (consent->decided_on);
  add (words, hf_choice_label (hf_complaint_channels, consent->channel));
  add (words, consent->wording);
  add (words, consent->who);
  add (words, consent->note);
  return g_string_free (words, FALSE);
}

/**
 * hf_consent_icon:
 * @consent: (nullable): the last decision on a purpose, %NULL for none
 *
 * Gives the icon of how a consent stands.
 *
 * Returns: an icon's name
 */
const char *
hf_consent_icon (const HfConsent *consent)
{
  if (consent == NULL)
    return "dialog-question-symbolic";
  return consent->state == HF_CONSENT_GIVEN ? "object-select-symbolic" : "hf-blocked-symbolic";
}

/**
 * hf_consent_words_summary:
 * @consents: (element-type HfConsent): a customer's decisions, the last first
 *
 * Says in one line how each purpose stands of which something is known.
 *
 * Returns: (transfer full): the words
 */
char *
hf_consent_words_summary (GPtrArray *consents)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; hf_consent_purposes[i].name != NULL; i++)
    {
      const HfConsent *consent = hf_consent_find_last (consents, i);
      g_autofree char *title = consent != NULL ? hf_consent_words_title (consent) : NULL;
      if (title != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", title);
    }
  return words->len > 0 ? g_strdup (words->str) : g_strdup (_ ("Nothing was asked yet"));
}
