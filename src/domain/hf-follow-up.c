#include "config.h"

#include "hf-follow-up.h"

#include <glib/gi18n.h>

#include "hf-amount.h"

G_DEFINE_FINAL_TYPE (HfFollowUp, hf_follow_up, G_TYPE_OBJECT)

const HfChoice hf_follow_up_results[] = {
  [HF_FOLLOW_UP_UNKNOWN] = { "unknown", NC_ ("choice", "Not said") },
  [HF_FOLLOW_UP_SATISFIED] = { "satisfied", NC_ ("choice", "Satisfied") },
  [HF_FOLLOW_UP_PARTLY] = { "partly", NC_ ("choice", "Settled in part") },
  [HF_FOLLOW_UP_UNSATISFIED] = { "unsatisfied", NC_ ("choice", "Still not satisfied") },
  { NULL, NULL },
};

static void
hf_follow_up_finalize (GObject *object)
{
  HfFollowUp *self = HF_FOLLOW_UP (object);
  g_free (self->last_outcome);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_follow_up_parent_class)->finalize (object);
}

static void
hf_follow_up_class_init (HfFollowUpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_follow_up_finalize;
}

static void
hf_follow_up_init (HfFollowUp *self)
{
  self->round = 1;
  self->expected = HF_FOLLOW_UP_NOT_EXPECTED;
  self->gap = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_follow_up_new:
 *
 * Makes a second follow-up that waits.
 *
 * Returns: (transfer full): the record
 */
HfFollowUp *
hf_follow_up_new (void)
{
  return g_object_new (HF_TYPE_FOLLOW_UP, NULL);
}

/**
 * hf_follow_up_judge:
 * @solved: (nullable): what the customer answered to the question "solved"
 * @scored: whether they gave a score
 * @is_low: whether it is below the firm's floor
 *
 * Tells what a second follow-up found. A low score counts as not satisfied, whatever else was
 * said; what is settled in part is not settled.
 *
 * Returns: the result
 */
HfFollowUpResult
hf_follow_up_judge (const char *solved, gboolean scored, gboolean is_low)
{
  if (g_strcmp0 (solved, "no") == 0 || (scored && is_low))
    return HF_FOLLOW_UP_UNSATISFIED;
  if (g_strcmp0 (solved, "partly") == 0)
    return HF_FOLLOW_UP_PARTLY;
  return scored || g_strcmp0 (solved, "fully") == 0 ? HF_FOLLOW_UP_SATISFIED
                                                    : HF_FOLLOW_UP_UNKNOWN;
}

/**
 * hf_follow_up_fell_short:
 * @self: a second follow-up that was made
 *
 * Tells whether the customer is satisfied, though it was worse than they had expected. It is no
 * reason to keep a complaint open: what the customer found decides.
 *
 * Returns: whether that is worth a warning
 */
gboolean
hf_follow_up_fell_short (const HfFollowUp *self)
{
  return self->result == HF_FOLLOW_UP_SATISFIED && self->gap != HF_AMOUNT_UNKNOWN
         && self->gap < 0;
}

/**
 * hf_follow_up_calls_again:
 * @result: what a second follow-up found
 * @round: which one it was, from 1
 *
 * Tells whether the customer is called about it once more.
 *
 * Returns: %TRUE where it is not settled and was asked fewer than %HF_FOLLOW_UP_MAX_ROUNDS
 * times
 */
gboolean
hf_follow_up_calls_again (HfFollowUpResult result, gint64 round)
{
  return (result == HF_FOLLOW_UP_PARTLY || result == HF_FOLLOW_UP_UNSATISFIED)
         && round < HF_FOLLOW_UP_MAX_ROUNDS;
}
