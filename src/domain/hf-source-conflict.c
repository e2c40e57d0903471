#include "config.h"

#include "hf-source-conflict.h"

#include <glib/gi18n.h>

const HfSourceConflict hf_source_conflicts[] = {
  { "silent-share",
    NC_ ("silent", "How many of the dissatisfied stay silent"),
    { { NC_ ("silent", "95 %"), NC_ ("silent", "Article 001") },
      { NC_ ("silent", "More than 95 %: fewer than 5 per cent complain"),
        NC_ ("silent", "Article 003") },
      { NC_ ("silent", "96 %: 24 of 25"), NC_ ("silent", "Article 004") },
      { NC_ ("silent", "31 to 97 %, by the type of problem"),
        NC_ ("silent", "Goodman and Newman") } },
    NC_ ("silent", "They count different problems, and different places to complain at.") },
  { "people-told",
    NC_ ("silent", "How many people a dissatisfied customer tells"),
    { { NC_ ("silent", "8 to 10"), NC_ ("silent", "Article 003, on dissatisfied customers") },
      { NC_ ("silent", "10"), NC_ ("silent", "Article 003, in its formula of the loss") },
      { NC_ ("silent", "9 to 10, and 13 per cent tell more than 20"),
        NC_ ("silent", "TARP, second hand") },
      { NC_ ("silent", "10 for soft drinks, 16 for cars"), NC_ ("silent", "Goodman") } },
    NC_ ("silent", "It varies by trade: reach rests on an assumption of its own, and the "
                   "friends in the formula of the loss on another.") },
  { "time-to-answer",
    NC_ ("silent", "How soon a complaint is answered"),
    { { NC_ ("silent", "Within 24 or 72 hours, round the clock"),
        NC_ ("silent", "Article 001") },
      { NC_ ("silent", "Within one working day"), NC_ ("silent", "Article 004") } },
    NC_ ("silent", "Both are promises of their own; each promise names its calendar.") },
  { "come-back",
    NC_ ("silent", "How many buy again after a complaint"),
    { { NC_ ("silent", "70 per cent where it was put right"), NC_ ("silent", "Article 003") },
      { NC_ ("silent", "4 per cent after a major problem, 53 per cent after a minor one, 52 to "
                       "95 per cent where it "
                       "was put right quickly"),
        NC_ ("silent", "Article 004") },
      { NC_ ("silent", "Minor problems: silent 37 %, unresolved 46 %, resolved 70 %, quickly "
                       "95 %; major ones: 9, 19, 54 and 82 %"),
        NC_ ("silent", "TARP") },
      { NC_ ("silent", "54 to 70 per cent where resolved, up to 95 per cent where quickly"),
        NC_ ("silent", "Kotler, 14th edition") } },
    NC_ ("silent",
         "The 4 and 53 per cent of article 004 match no other source: a digit was probably "
         "lost. The recovery table shows TARP's figures.") },
  { NULL, NULL, { { NULL, NULL } }, NULL },
};

/**
 * hf_source_conflict_count_claims:
 * @self: a conflict
 *
 * Counts the sources that disagree.
 *
 * Returns: how many there are
 */
guint
hf_source_conflict_count_claims (const HfSourceConflict *self)
{
  guint count = 0;
  while (count < HF_SOURCE_CONFLICT_N_CLAIMS && self->claims[count].says != NULL)
    count++;
  return count;
}
