#include "config.h"

#include "hf-scorecard-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "hf-diagnosis-interval.h"
#include "hf-number-words.h"
#include "hf-time.h"

/**
 * hf_scorecard_words_name:
 * @score: a branch
 *
 * Names a branch with its rank.
 *
 * Returns: (transfer full): such as "1. 长春店"
 */
char *
hf_scorecard_words_name (const HfBranchScore *score)
{
  if (score->branch_id == 0)
    return g_strdup (_ ("Of no branch"));
  const char *name = score->name != NULL ? score->name : score->code;
  if (score->rank == 0)
    return g_strdup (name);
  /* Translators: a branch's place among the branches, and its name. */
  return g_strdup_printf (C_ ("rank", "%u. %s"), score->rank, name);
}

/**
 * hf_scorecard_words_complaints:
 * @score: a branch
 *
 * Says how many complaints it has.
 *
 * Returns: (transfer full): such as "21 complaints"
 */
char *
hf_scorecard_words_complaints (const HfBranchScore *score)
{
  return g_strdup_printf (ngettext ("%u complaint", "%u complaints", score->complaints),
                          score->complaints);
}

/**
 * hf_scorecard_words_share:
 * @share: a share
 *
 * Writes a share.
 *
 * Returns: (transfer full): such as "75 %"; a dash where there is nothing
 */
char *
hf_scorecard_words_share (const HfScoreShare *share)
{
  return share->of > 0 ? hf_number_words_percent (hf_score_share_get (share)) : g_strdup ("–");
}

/**
 * hf_scorecard_words_of:
 * @share: a share
 *
 * Says what a share is of, and whether that is too little.
 *
 * Returns: (transfer full): such as "15 of 20"
 */
char *
hf_scorecard_words_of (const HfScoreShare *share)
{
  if (share->of == 0)
    return g_strdup (_ ("none yet"));
  if (hf_score_share_is_enough (share))
    /* Translators: how many were as they should be, and of how many. */
    return g_strdup_printf (_ ("%u of %u"), share->met, share->of);
  /* Translators: how many were as they should be, and of how many. */
  return g_strdup_printf (_ ("%u of %u, too few"), share->met, share->of);
}

/**
 * hf_scorecard_words_interval:
 * @share: a share
 *
 * Writes its 95 % interval by Wilson.
 *
 * Returns: (transfer full): such as "53 % – 89 %"; a dash where there is nothing
 */
char *
hf_scorecard_words_interval (const HfScoreShare *share)
{
  double low, high;
  if (!hf_diagnosis_interval (share->met, share->of, &low, &high))
    return g_strdup ("–");
  g_autofree char *from = hf_number_words_percent (low);
  g_autofree char *to = hf_number_words_percent (high);
  return g_strdup_printf ("%s – %s", from, to);
}

/**
 * hf_scorecard_words_gap:
 * @gaps: what customers found less what they had expected
 *
 * Writes the mean gap.
 *
 * Returns: (transfer full): such as "−0.4"; a dash where nobody was asked
 */
char *
hf_scorecard_words_gap (const HfSatisfactionGaps *gaps)
{
  return gaps->answers > 0 ? hf_number_words_gap (hf_satisfaction_gaps_mean (gaps))
                           : g_strdup ("–");
}

/**
 * hf_scorecard_words_gap_of:
 * @gaps: what customers found less what they had expected
 *
 * Says of how many customers a mean is, and whether these are too few.
 *
 * Returns: (transfer full): such as "asked: 17"
 */
char *
hf_scorecard_words_gap_of (const HfSatisfactionGaps *gaps)
{
  if (gaps->answers == 0)
    return g_strdup (_ ("none yet"));
  if (gaps->answers >= HF_SCORE_ENOUGH)
    /* Translators: how many customers were asked. */
    return g_strdup_printf (_ ("asked: %u"), gaps->answers);
  /* Translators: how many customers were asked. */
  return g_strdup_printf (_ ("asked: %u, too few"), gaps->answers);
}

/**
 * hf_scorecard_words_gap_kinds:
 * @gaps: what customers found less what they had expected
 *
 * Says how many found it worse, as expected, and better.
 *
 * Returns: (transfer full): a line; a dash where nobody was asked
 */
char *
hf_scorecard_words_gap_kinds (const HfSatisfactionGaps *gaps)
{
  g_autofree char *worse = NULL, *same = NULL, *better = NULL;
  if (gaps->answers == 0)
    return g_strdup ("–");
  worse = hf_number_words_percent (hf_satisfaction_gaps_share (gaps, HF_GAP_WORSE));
  same = hf_number_words_percent (hf_satisfaction_gaps_share (gaps, HF_GAP_AS_EXPECTED));
  better = hf_number_words_percent (hf_satisfaction_gaps_share (gaps, HF_GAP_BETTER));
  /* Translators: three shares of customers, by what they had expected. */
  return g_strdup_printf (_ ("%s worse, %s as expected, %s better"), worse, same, better);
}

/**
 * hf_scorecard_words_summary:
 * @score: a branch
 *
 * Says in a line what it is judged by.
 *
 * Returns: (transfer full): the line
 */
char *
hf_scorecard_words_summary (const HfBranchScore *score)
{
  const HfScoreShare *resolved = &score->shares[HF_SCORE_RESOLVED];
  const HfScoreShare *satisfied = &score->shares[HF_SCORE_SATISFIED];
  g_autofree char *complaints = hf_scorecard_words_complaints (score);
  g_autofree char *in_time = hf_scorecard_words_share (resolved);
  g_autofree char *in_time_of = hf_scorecard_words_of (resolved);
  g_autofree char *content = hf_scorecard_words_share (satisfied);
  g_autofree char *content_of = hf_scorecard_words_of (satisfied);
  /* Translators: "21 complaints", then twice a share and what it is of. */
  return g_strdup_printf (_ ("%s · answered in time %s (%s) · satisfied %s (%s)"), complaints,
                          in_time, in_time_of, content, content_of);
}

/**
 * hf_scorecard_words_proposal:
 * @score: a branch
 *
 * Says what the program proposes.
 *
 * Returns: (transfer full): such as "Proposed: Talk"; "" for what is of no branch
 */
char *
hf_scorecard_words_proposal (const HfBranchScore *score)
{
  if (score->branch_id == 0)
    return g_strdup ("");
  if (score->proposal == HF_JUDGEMENT_TOO_FEW)
    return g_strdup (hf_choice_label (hf_judgements, score->proposal));
  /* Translators: such as "Reward" or "Talk". */
  return g_strdup_printf (_ ("Proposed: %s"), hf_choice_label (hf_judgements, score->proposal));
}

/**
 * hf_scorecard_words_marks:
 * @marks: what branches are held to
 *
 * Says what is proposed when.
 *
 * Returns: (transfer full): sentences
 */
char *
hf_scorecard_words_marks (const HfScoreMarks *marks)
{
  const HfScoreMark *const all[] = { &marks->reward, &marks->talk, &marks->penalty };
  char *in_time[G_N_ELEMENTS (all)], *satisfied[G_N_ELEMENTS (all)];
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      in_time[i] = hf_number_words_percent (all[i]->in_time);
      satisfied[i] = hf_number_words_percent (all[i]->satisfied);
    }
  char *words = g_strdup_printf (
      /* Translators: six shares. */
      _ ("A reward is proposed from %s answered in time and %s satisfied on, a talk below %s "
         "or "
         "%s, a penalty below %s or %s; nothing from fewer than 10. A manager decides. The "
         "marks "
         "are set in Setup, Assumptions."),
      in_time[0], satisfied[0], in_time[1], satisfied[1], in_time[2], satisfied[2]);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_free (in_time[i]);
      g_free (satisfied[i]);
    }
  return words;
}

/**
 * hf_scorecard_words_period:
 * @period: as hf_score_period_parse() reads it
 *
 * Names a month, a quarter or a year.
 *
 * Returns: (transfer full): such as "Quarter 1 of 2026", "2026-03" or "2026"
 */
char *
hf_scorecard_words_period (const char *period)
{
  const char *quarter = strchr (period, 'Q');
  if (quarter == NULL)
    return g_strdup (period);
  /* Translators: which quarter of which year. */
  return g_strdup_printf (_ ("Quarter %1$d of %2$d"), atoi (quarter + 1), atoi (period));
}

/**
 * hf_scorecard_words_decision:
 * @decision: what a manager decided
 *
 * Says what was decided, when, by whom, against which proposal, and why.
 *
 * Returns: (transfer full): a line or two
 */
char *
hf_scorecard_words_decision (const HfBranchDecision *decision)
{
  g_autofree char *moment = hf_time_format_moment (decision->at);
  g_autoptr (GString) words = g_string_new (NULL);
  g_string_append_printf (words,
                          /* Translators: what was decided and what had been proposed, such as
                             "Reward" and "Talk". */
                          _ ("%s (proposed: %s)"),
                          hf_choice_label (hf_judgements, decision->decision),
                          hf_choice_label (hf_judgements, decision->proposal));
  g_string_append_printf (words, " · %s", moment);
  if (decision->staff != NULL)
    g_string_append_printf (words, " · %s", decision->staff);
  if (decision->note != NULL)
    g_string_append_printf (words, "\n%s", decision->note);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
