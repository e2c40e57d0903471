#include "config.h"

#include "hf-promise-name.h"

#include <glib/gi18n.h>

#define HOUR_MINUTES 60

static char *
name_of_length (const HfPromiseRule *rule)
{
  guint hours = rule->resolve / HOUR_MINUTES;
  gboolean is_whole = rule->resolve % HOUR_MINUTES == 0;
  if (rule->clock == HF_CLOCK_WORKDAYS)
    return g_strdup_printf (
        ngettext ("Within %u working day", "Within %u working days", rule->resolve),
        rule->resolve);
  if (rule->clock == HF_CLOCK_WORKING_HOURS)
    return is_whole ? g_strdup_printf (
               ngettext ("Within %u working hour", "Within %u working hours", hours), hours)
                    : g_strdup_printf (ngettext ("Within %u working minute",
                                                 "Within %u working minutes", rule->resolve),
                                       rule->resolve);
  return is_whole
             ? g_strdup_printf (ngettext ("Within %u hour", "Within %u hours", hours), hours)
             : g_strdup_printf (
                 ngettext ("Within %u minute", "Within %u minutes", rule->resolve),
                 rule->resolve);
}

static gboolean
is_usual (HfPromiseTerm term, const HfPromiseRule *rule)
{
  HfPromiseRules usual;
  hf_promise_rules_init (&usual);
  return usual.of[term].clock == rule->clock && usual.of[term].resolve == rule->resolve
         && usual.of[term].update == rule->update;
}

/**
 * hf_promise_name_of_rule:
 * @term: a class of promise
 * @rule: how soon such a promise is to be kept
 *
 * Names a class as it is now: where a firm has changed its length, by that.
 *
 * Returns: (transfer full): such as "Within 24 hours"
 */
char *
hf_promise_name_of_rule (HfPromiseTerm term, const HfPromiseRule *rule)
{
  if (term == HF_PROMISE_DATED || is_usual (term, rule))
    return g_strdup (hf_choice_label (hf_promise_terms, term));
  if (rule->update > 0)
    return g_strdup_printf (ngettext ("Emergency, word each minute",
                                      "Emergency, word every %u minutes", rule->update),
                            rule->update);
  return rule->resolve > 0
             ? name_of_length (rule)
             : g_strdup (hf_choice_label (hf_promise_terms, HF_PROMISE_IMMEDIATE));
}

/**
 * hf_promise_name:
 * @promise: a promise
 *
 * Names the class of a promise as it was when it was made, by its own length where that is
 * whole hours.
 *
 * Returns: (transfer full): such as "Within 24 hours"
 */
char *
hf_promise_name (const HfPromise *promise)
{
  gint64 length = promise->due_at - promise->made_at;
  HfPromiseRule own = { HF_CLOCK_ALWAYS, 0, 0, 0 };
  if ((promise->term != HF_PROMISE_DAY && promise->term != HF_PROMISE_THREE_DAYS) || length <= 0
      || length % G_TIME_SPAN_HOUR != 0)
    return g_strdup (hf_choice_label (hf_promise_terms, promise->term));
  own.resolve = (guint) (length / G_TIME_SPAN_MINUTE);
  return hf_promise_name_of_rule (promise->term, &own);
}
