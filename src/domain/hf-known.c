#include "config.h"

#include "hf-known.h"

#include <glib/gi18n.h>

#include "hf-catalogue.h"

#define CONTEXT "known answer"
#define FIELD "{answer}"

static gboolean
is_within (gint64 at, gint64 now, guint days)
{
  return now - at <= days * G_TIME_SPAN_DAY;
}

/**
 * hf_known_judge:
 * @question: a question
 * @at: when it was answered in another call, or otherwise
 * @now: the present moment
 *
 * Tells what to do with an answer that is known already.
 *
 * Returns: whether it is confirmed, asked after, or asked anew
 */
HfKnown
hf_known_judge (const HfQuestion *question, gint64 at, gint64 now)
{
  if (question->fresh_days == 0)
    return HF_KNOWN_ANEW;
  if (is_within (at, now, question->fresh_days))
    return HF_KNOWN_CONFIRM;
  if (question->stale_days == 0 || is_within (at, now, question->stale_days))
    return HF_KNOWN_STILL;
  return HF_KNOWN_ANEW;
}

static char *
dup_pattern (HfQuestion *question, HfKnown known, const char *language)
{
  if (known == HF_KNOWN_STILL && question->still != NULL)
    return g_strdup (hf_wording_get (question->still, language));
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (language);
  if (known == HF_KNOWN_STILL)
    return g_strdup (hf_catalogue_lookup (
        catalogue, CONTEXT,
        /* Translators: read to a customer; {answer} stays as it is. */
        NC_ ("known answer", "Last time you told us: {answer}. Is it still so?")));
  return g_strdup (
      hf_catalogue_lookup (catalogue, CONTEXT,
                           /* Translators: read to a customer; {answer} stays as it is. */
                           NC_ ("known answer", "We have noted: {answer}. Is that right?")));
}

/**
 * hf_known_dup_speech:
 * @question: a question
 * @value: the answer that is known
 * @known: what to do with it
 * @language: in which the guide is read
 *
 * Gives what to say instead of the question.
 *
 * Returns: (transfer full) (nullable): the text, %NULL where it is asked anew
 */
char *
hf_known_dup_speech (HfQuestion *question, const char *value, HfKnown known,
                     const char *language)
{
  if (known == HF_KNOWN_ANEW)
    return NULL;
  g_autofree char *answer = hf_question_dup_answer (question, value, language);
  g_autofree char *pattern = dup_pattern (question, known, language);
  GString *speech = g_string_new (pattern);
  g_string_replace (speech, FIELD, answer, 0);
  return g_string_free (speech, FALSE);
}
