#include "config.h"

#include "hf-known-words.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-time.h"

#define MONTH_DAYS 30
#define YEAR_DAYS 365

/**
 * hf_known_words_age:
 * @at: a moment
 * @now: the present one
 *
 * Says how long ago something was.
 *
 * Returns: (transfer full): such as "3 months ago"
 */
char *
hf_known_words_age (gint64 at, gint64 now)
{
  guint days = now > at ? (guint) ((now - at) / G_TIME_SPAN_DAY) : 0;
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days < 2 * MONTH_DAYS)
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);
  if (days < 2 * YEAR_DAYS)
    return g_strdup_printf (ngettext ("%u month ago", "%u months ago", days / MONTH_DAYS),
                            days / MONTH_DAYS);
  return g_strdup_printf (ngettext ("%u year ago", "%u years ago", days / YEAR_DAYS),
                          days / YEAR_DAYS);
}

static const char *
get_channel (const HfAnswer *answer)
{
  int channel = answer->channel != NULL
                    ? hf_choice_find_name (hf_complaint_channels, answer->channel)
                    : -1;
  return channel >= 0 ? hf_choice_label (hf_complaint_channels, channel) : NULL;
}

static void
add (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/**
 * hf_known_words_source:
 * @answer: an answer that is known already
 * @now: the present moment
 *
 * Says when something was answered, how long ago that is, who had asked and on which way.
 *
 * Returns: (transfer full): such as "2024-03-12 · 3 months ago · asked by 老李 · Phone"
 */
char *
hf_known_words_source (const HfAnswer *answer, gint64 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  add (parts, hf_time_format_date (answer->at));
  add (parts, hf_known_words_age (answer->at, now));
  if (answer->staff != NULL)
    /* Translators: the name of a member of staff. */
    add (parts, g_strdup_printf (_ ("asked by %s"), answer->staff));
  if (g_strcmp0 (answer->channel, HF_ANSWER_FROM_FILE) == 0)
    add (parts, g_strdup (_ ("from the customer’s file")));
  else
    add (parts, g_strdup (get_channel (answer)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * hf_known_words_answer:
 * @answer: an answer that is known already
 * @text: the same as people read it
 * @known: what to do with it
 * @now: the present moment
 *
 * Says what is known already, so that nothing is asked twice.
 *
 * Returns: (transfer full): what to do on one line, where it is from on the next
 */
char *
hf_known_words_answer (const HfAnswer *answer, const char *text, HfKnown known, gint64 now)
{
  g_autofree char *source = hf_known_words_source (answer, now);
  switch (known)
    {
    case HF_KNOWN_CONFIRM:
      /* Translators: an earlier answer; then when it was given and who had asked. */
      return g_strdup_printf (_ ("Known: “%s”. Enter confirms it.\n%s"), text, source);
    case HF_KNOWN_STILL:
      /* Translators: an earlier answer; then when it was given and who had asked. */
      return g_strdup_printf (_ ("Known, but old: “%s”. Enter: still so.\n%s"), text, source);
    case HF_KNOWN_ANEW:
    default:
      /* Translators: an earlier answer; then when it was given and who had asked. */
      return g_strdup_printf (_ ("Long ago: “%s”. Ask anew.\n%s"), text, source);
    }
}

/**
 * hf_known_words_otherwise:
 * @words: what is known
 * @speech: the question itself
 * @known: what to do with it
 *
 * Adds what to ask where the customer says that it is not so.
 *
 * Returns: (transfer full): the same, with a line more where the question is not read anyway
 */
char *
hf_known_words_otherwise (const char *words, const char *speech, HfKnown known)
{
  if (known == HF_KNOWN_ANEW)
    return g_strdup (words);
  /* Translators: what is known; then the question to ask if it is not so. */
  return g_strdup_printf (_ ("%s\nIf not: “%s”"), words, speech);
}
