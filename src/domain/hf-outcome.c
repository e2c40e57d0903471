#include "config.h"

#include "hf-outcome.h"

#include <glib/gi18n.h>

#define HOUR 60
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

/* The cases are customers and not telephone numbers: a wrong number leaves it unknown whether
 * the customer would have answered, where a sample of random numbers would drop it. */
static const HfOutcome outcomes[] = {
  { .code = "completed",
    .aapor = "1.1",
    .label = NC_ ("choice", "Completed"),
    .rate = HF_RATE_COMPLETE,
    .state = HF_INTERVIEW_COMPLETED,
    .contacted = TRUE,
    .eligible = TRUE },
  { .code = "partial",
    .aapor = "1.2",
    .label = NC_ ("choice", "Partial"),
    .rate = HF_RATE_PARTIAL,
    .state = HF_INTERVIEW_PARTIAL,
    .contacted = TRUE,
    .eligible = TRUE },
  { .code = "call-back",
    .aapor = "2.36",
    .label = NC_ ("choice", "Call back later"),
    .rate = HF_RATE_OTHER,
    .state = HF_INTERVIEW_OPEN,
    .delay = HOUR,
    .contacted = TRUE,
    .eligible = TRUE,
    .try_again = TRUE },
  { .code = "refused-soft",
    .aapor = "2.112",
    .label = NC_ ("choice", "Soft refusal"),
    .rate = HF_RATE_REFUSAL,
    .state = HF_INTERVIEW_REFUSED,
    .delay = WEEK,
    .contacted = TRUE,
    .eligible = TRUE,
    .try_again = TRUE,
    .needs_note = TRUE },
  { .code = "refused-hard",
    .aapor = "2.112",
    .label = NC_ ("choice", "Hard refusal"),
    .rate = HF_RATE_REFUSAL,
    .state = HF_INTERVIEW_REFUSED,
    .contacted = TRUE,
    .eligible = TRUE,
    .needs_note = TRUE },
  { .code = "break-off",
    .aapor = "2.12",
    .label = NC_ ("choice", "Break-off"),
    .rate = HF_RATE_REFUSAL,
    .state = HF_INTERVIEW_REFUSED,
    .delay = WEEK,
    .contacted = TRUE,
    .eligible = TRUE,
    .try_again = TRUE,
    .needs_note = TRUE },
  { .code = "no-answer",
    .aapor = "3.13",
    .label = NC_ ("choice", "No answer"),
    .rate = HF_RATE_UNKNOWN_HOUSEHOLD,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = 3 * HOUR,
    .try_again = TRUE },
  { .code = "busy",
    .aapor = "3.12",
    .label = NC_ ("choice", "Busy"),
    .rate = HF_RATE_UNKNOWN_HOUSEHOLD,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = HOUR / 2,
    .try_again = TRUE },
  { .code = "machine",
    .aapor = "3.14",
    .label = NC_ ("choice", "Answering machine"),
    .rate = HF_RATE_UNKNOWN_HOUSEHOLD,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = 3 * HOUR,
    .try_again = TRUE },
  { .code = "switched-off",
    .aapor = "3.15",
    .label = NC_ ("choice", "Switched off or out of reach"),
    .rate = HF_RATE_UNKNOWN_HOUSEHOLD,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = 3 * HOUR,
    .try_again = TRUE },
  { .code = "not-in",
    .aapor = "2.21",
    .label = NC_ ("choice", "Somebody else answered"),
    .rate = HF_RATE_NON_CONTACT,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = 3 * HOUR,
    .eligible = TRUE,
    .try_again = TRUE },
  { .code = "wrong-number",
    .aapor = "3.9",
    .label = NC_ ("choice", "Wrong number"),
    .rate = HF_RATE_UNKNOWN_OTHER,
    .state = HF_INTERVIEW_UNREACHED,
    .other_number = TRUE },
  { .code = "out-of-service",
    .aapor = "3.9",
    .label = NC_ ("choice", "Number out of service"),
    .rate = HF_RATE_UNKNOWN_OTHER,
    .state = HF_INTERVIEW_UNREACHED,
    .other_number = TRUE },
  { .code = "language",
    .aapor = "2.33",
    .label = NC_ ("choice", "No common language"),
    .rate = HF_RATE_OTHER,
    .state = HF_INTERVIEW_UNREACHED,
    .delay = DAY,
    .contacted = TRUE,
    .eligible = TRUE,
    .try_again = TRUE,
    .needs_note = TRUE },
  { .code = "unable",
    .aapor = "2.32",
    .label = NC_ ("choice", "Not able to answer"),
    .rate = HF_RATE_OTHER,
    .state = HF_INTERVIEW_UNREACHED,
    .contacted = TRUE,
    .eligible = TRUE,
    .needs_note = TRUE },
  { .code = "deceased",
    .aapor = "2.31",
    .label = NC_ ("choice", "Deceased"),
    .rate = HF_RATE_OTHER,
    .state = HF_INTERVIEW_UNREACHED,
    .eligible = TRUE },
  { .code = "not-eligible",
    .aapor = "4.7",
    .label = NC_ ("choice", "Not eligible"),
    .rate = HF_RATE_NOT_ELIGIBLE,
    .state = HF_INTERVIEW_UNREACHED,
    .contacted = TRUE,
    .needs_note = TRUE },
};

/**
 * hf_outcome_list:
 * @n_outcomes: (out): how many there are
 *
 * Lists the outcomes of a call, in the order in which they are offered. Delays are those of
 * queXS; the codes are of AAPOR's Standard Definitions for telephone surveys.
 *
 * Returns: (transfer none) (array length=n_outcomes): the outcomes
 */
const HfOutcome *
hf_outcome_list (gsize *n_outcomes)
{
  *n_outcomes = G_N_ELEMENTS (outcomes);
  return outcomes;
}

/**
 * hf_outcome_find:
 * @code: (nullable): an outcome's code
 *
 * Finds an outcome.
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const HfOutcome *
hf_outcome_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (outcomes[i].code, code) == 0)
      return &outcomes[i];
  return NULL;
}

/**
 * hf_outcome_label:
 * @self: an outcome
 *
 * Gives an outcome's label in the program's language.
 *
 * Returns: the label
 */
const char *
hf_outcome_label (const HfOutcome *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, HF_CHOICE_CONTEXT, self->label);
}

/**
 * hf_outcome_is_appointment:
 * @self: (nullable): an outcome
 *
 * Tells whether the customer said when to call again.
 *
 * Returns: whether the next call is an appointment
 */
gboolean
hf_outcome_is_appointment (const HfOutcome *self)
{
  return self != NULL && self->state == HF_INTERVIEW_OPEN;
}

/**
 * hf_outcome_is_final:
 * @self: an outcome
 *
 * Tells a final disposition from an interim one, after which the customer is tried again.
 *
 * Returns: whether the case is closed by it
 */
gboolean
hf_outcome_is_final (const HfOutcome *self)
{
  return !self->try_again && !self->other_number;
}

/**
 * hf_outcome_counts_as:
 * @self: an outcome
 *
 * Says what a case counts as in the rates where this is its last outcome.
 *
 * Returns: in the program's language
 */
const char *
hf_outcome_counts_as (const HfOutcome *self)
{
  static const char *const labels[HF_RATE_N_CLASSES] = {
    [HF_RATE_COMPLETE] = NC_ ("rate", "completed interview (I)"),
    [HF_RATE_PARTIAL] = NC_ ("rate", "partial interview (P)"),
    [HF_RATE_REFUSAL] = NC_ ("rate", "refusal (R)"),
    [HF_RATE_NON_CONTACT] = NC_ ("rate", "non-contact (NC)"),
    [HF_RATE_OTHER] = NC_ ("rate", "reached, not interviewed (O)"),
    [HF_RATE_UNKNOWN_HOUSEHOLD] = NC_ ("rate", "unknown whether anybody is there (UH)"),
    [HF_RATE_UNKNOWN_OTHER] = NC_ ("rate", "unknown whether it is the customer (UO)"),
    [HF_RATE_NOT_ELIGIBLE] = NC_ ("rate", "nothing: not one of those who are asked"),
  };
  return g_dpgettext2 (GETTEXT_PACKAGE, "rate", labels[self->rate]);
}
