#include "config.h"

#include "hf-review-closures.h"

#include <glib/gi18n.h>

#include "hf-coded-reason.h"
#include "hf-interview-closures.h"
#include "hf-locale.h"
#include "hf-outcome.h"
#include "hf-text.h"
#include "hf-time.h"

/**
 * hf_review_words_line:
 * @review: an interview
 *
 * Says what it was about, when it ended and who led it.
 *
 * Returns: (transfer full): a line
 */
char *
hf_review_words_line (const HfReview *review)
{
  g_autofree char *day = hf_time_format_date (review->ended_at);
  /* Translators: what an interview is about, a day, and who led it. */
  return g_strdup_printf (_ ("%s · %s · %s"),
                          hf_choice_label (hf_interview_kinds, review->kind), day,
                          review->staff != NULL ? review->staff : "—");
}

/**
 * hf_review_words_call:
 * @said: a finished interview
 *
 * Says how the call went: its outcome, how long it took, the reasons and the note.
 *
 * Returns: (transfer full): some lines
 */
char *
hf_review_words_call (const HfInterviewFile *said)
{
  const HfOutcome *outcome = hf_outcome_find (said->interview->outcome);
  g_autofree char *clock = hf_interview_words_clock (said->interview->seconds);
  GString *lines = g_string_new (NULL);
  g_string_printf (lines, "%s · %s", outcome != NULL ? hf_outcome_label (outcome) : "—", clock);
  for (guint i = 0; i < said->reasons->len; i++)
    {
      const HfCodedReason *reason = said->reasons->pdata[i];
      g_autofree char *name = hf_codebook_dup_name (said->codebook, reason->code,
                                                    hf_locale_get_current ());
      g_autofree char *about = hf_interview_words_reason (reason);
      g_string_append_printf (lines, "\n%s · %s", name, about);
    }
  if (!hf_text_is_blank (said->interview->note))
    g_string_append_printf (lines, "\n%s", said->interview->note);
  return g_string_free (lines, FALSE);
}

/**
 * hf_review_words_comment:
 * @comment: what a supervisor said
 *
 * Says who said what.
 *
 * Returns: (transfer full): a line
 */
char *
hf_review_words_comment (const HfReviewComment *comment)
{
  if (comment->staff == NULL)
    return g_strdup (comment->words);
  /* Translators: a supervisor's name, and what they said to an interview. */
  return g_strdup_printf (_ ("%s: %s"), comment->staff, comment->words);
}

/**
 * hf_review_words_returned:
 * @said: an interview that was returned
 *
 * Says what the supervisor wants done.
 *
 * Returns: (transfer full): a line for each comment
 */
char *
hf_review_words_returned (const HfInterviewFile *said)
{
  GString *lines = g_string_new (_ ("Returned by the supervisor"));
  for (guint i = 0; i < said->comments->len; i++)
    {
      const HfReviewComment *comment = said->comments->pdata[i];
      HfQuestion *question = comment->question != NULL
                                 ? hf_guide_find (said->guide, comment->question)
                                 : NULL;
      g_autofree char *words = hf_review_words_comment (comment);
      g_string_append_printf (lines, "\n%s", words);
      if (question == NULL)
        continue;
      const HfWording *asked = question->texts->pdata[question->texts->len - 1];
      g_autofree char *about = hf_interview_words_short (
          hf_wording_get (asked, hf_locale_get_current ()));
      g_string_append_printf (lines, " · %s", about);
    }
  return g_string_free (lines, FALSE);
}

/**
 * hf_review_words_changed:
 * @n_changes: how many answers were changed since the interview was returned
 *
 * Says what became of an interview that was returned and is handed in again.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_review_words_changed (guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (_ ("Handed in again; no answer was changed"));
  return g_strdup_printf (ngettext ("Handed in again; %u answer was changed",
                                    "Handed in again; %u answers were changed", n_changes),
                          n_changes);
}

/**
 * hf_review_words_before:
 * @question: a question whose answer was changed
 * @before: what the answer was, empty for none
 * @language: the language of its options
 *
 * Says what an answer was before the interview was returned.
 *
 * Returns: (transfer full): a line
 */
char *
hf_review_words_before (HfQuestion *question, const char *before, const char *language)
{
  if (hf_text_is_blank (before))
    return g_strdup (_ ("Not answered before it was returned"));
  g_autofree char *answer = hf_question_dup_answer (question, before, language);
  /* Translators: an answer that was changed. */
  return g_strdup_printf (_ ("Before it was returned: %s"), answer);
}

/**
 * hf_review_words_span:
 * @filter: which interviews
 *
 * Says of which days interviews are shown.
 *
 * Returns: (transfer full) (nullable): the words, %NULL for any day
 */
char *
hf_review_words_span (const HfReviewFilter *filter)
{
  if (filter->from == NULL && filter->to == NULL)
    return NULL;
  if (filter->to == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("since %s"), filter->from);
  if (filter->from == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("until %s"), filter->to);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s to %s"), filter->from, filter->to);
}
