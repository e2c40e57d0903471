#include "config.h"

#include "hf-diagnosis-recovery.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-follow-up.h"

const HfChoice hf_recovery_states[] = {
  [HF_RECOVERY_SILENT] = { "silent", NC_ ("choice", "Silent") },
  [HF_RECOVERY_UNRESOLVED] = { "unresolved", NC_ ("choice", "Complained, not resolved") },
  [HF_RECOVERY_RESOLVED] = { "resolved", NC_ ("choice", "Resolved") },
  [HF_RECOVERY_QUICKLY] = { "quickly", NC_ ("choice", "Resolved quickly") },
  { NULL, NULL },
};

static const double published[HF_SILENT_N_CLASSES][HF_RECOVERY_N_STATES] = {
  [HF_COMPLAINT_MINOR] = { 0.37, 0.46, 0.70, 0.95 },
  [HF_COMPLAINT_MAJOR] = { 0.09, 0.19, 0.54, 0.82 },
};

static const struct
{
  const char *outcome;
  HfRecoveryState state;
} outcomes[] = {
  { "quickly", HF_RECOVERY_QUICKLY },
  { "solved", HF_RECOVERY_RESOLVED },
  { "unsolved", HF_RECOVERY_UNRESOLVED },
  { "no-reply", HF_RECOVERY_UNRESOLVED },
};

static gboolean
is_unsettled (const char *result)
{
  int found = hf_choice_find_name (hf_follow_up_results, result != NULL ? result : "");
  return found == HF_FOLLOW_UP_PARTLY || found == HF_FOLLOW_UP_UNSATISFIED;
}

static gboolean
judge_complaint (const HfRecoveryCase *customer, gint64 now, HfRecoveryState *state)
{
  gboolean promised = customer->due_at > 0;
  if (is_unsettled (customer->result))
    *state = HF_RECOVERY_UNRESOLVED;
  else if (customer->answered_at > 0)
    *state = promised && customer->answered_at <= customer->due_at ? HF_RECOVERY_QUICKLY
                                                                   : HF_RECOVERY_RESOLVED;
  else if (promised && customer->due_at < now)
    *state = HF_RECOVERY_UNRESOLVED;
  else
    return FALSE;
  return TRUE;
}

/**
 * hf_diagnosis_recovery_state:
 * @customer: a dissatisfied customer
 * @now: the present moment
 * @state: (out): what became of the problem
 *
 * Judges what became of a problem. What the customer answered to “And what came of it?” goes
 * first. Else a complaint is unresolved where a second follow-up found it not settled, or where
 * it is late without an answer; resolved quickly where it was answered by the moment that was
 * promised; and resolved where it was answered later or nothing was promised. A customer
 * without a complaint who says that they told nobody is silent.
 *
 * Returns: %FALSE where it is not known, or not decided yet
 */
gboolean
hf_diagnosis_recovery_state (const HfRecoveryCase *customer, gint64 now, HfRecoveryState *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (customer->outcome, outcomes[i].outcome) == 0)
      {
        *state = outcomes[i].state;
        return TRUE;
      }
  if (customer->complained)
    return judge_complaint (customer, now, state);
  *state = HF_RECOVERY_SILENT;
  return g_strcmp0 (customer->told, "no") == 0;
}

/**
 * hf_diagnosis_recovery_add:
 * @table: a table
 * @customer: a dissatisfied customer
 * @now: the present moment
 *
 * Counts a customer where they belong: by the severity of their complaint, or by what they
 * answered about the size of the problem, and by hf_diagnosis_recovery_state().
 */
void
hf_diagnosis_recovery_add (HfRecoveryTable *table, const HfRecoveryCase *customer, gint64 now)
{
  HfRecoveryState state;
  int severity = customer->severity;
  if (!customer->complained)
    severity = hf_choice_read (hf_complaint_severities, customer->size);
  if (!hf_diagnosis_recovery_state (customer, now, &state))
    table->open++;
  else if (severity >= HF_SILENT_N_CLASSES)
    table->unplaced++;
  else
    {
      table->cells[severity][state].customers++;
      table->cells[severity][state].again += customer->again;
    }
}

/**
 * hf_diagnosis_recovery_share:
 * @cell: a cell of the table
 *
 * Gives the repurchase rate.
 *
 * Returns: 0 to 1; 0 where there is nobody
 */
double
hf_diagnosis_recovery_share (const HfRecoveryCell *cell)
{
  return cell->customers > 0 ? (double) cell->again / cell->customers : 0;
}

/**
 * hf_diagnosis_recovery_is_enough:
 * @cell: a cell of the table
 *
 * Tells whether a rate rests on %HF_RECOVERY_ENOUGH customers.
 *
 * Returns: %FALSE where it is to be greyed
 */
gboolean
hf_diagnosis_recovery_is_enough (const HfRecoveryCell *cell)
{
  return cell->customers >= HF_RECOVERY_ENOUGH;
}

/**
 * hf_diagnosis_recovery_published:
 * @severity: an #HfComplaintSeverity
 * @state: what became of the problem
 *
 * Gives the rate that TARP published, of minor problems (1 to 5 dollars) and of major ones
 * (more than 100 dollars).
 *
 * Source: TARP, as in fastcompany.com 663494 and in Barlow and Moller, A Complaint Is a Gift.
 *
 * Returns: 0 to 1
 */
double
hf_diagnosis_recovery_published (int severity, HfRecoveryState state)
{
  return published[severity][state];
}
