#include "config.h"

#include "hf-guide-words.h"

#include <glib/gi18n.h>

#include "hf-time.h"

/**
 * hf_guide_words_title:
 * @guide: a guide
 * @language: a language's code
 *
 * Names a guide in a language.
 *
 * Returns: (transfer full): its title
 */
char *
hf_guide_words_title (const HfGuide *guide, const char *language)
{
  const char *title = hf_wording_get (guide->title, language);
  return g_strdup (title != NULL ? title : guide->code);
}

/**
 * hf_guide_words_version:
 * @stored: a stored version
 * @guide: the same, read
 *
 * Says which version it is, how long, since when, and how often it was used.
 *
 * Returns: (transfer full): one line
 */
char *
hf_guide_words_version (const HfStoredGuide *stored, const HfGuide *guide)
{
  guint count = guide->questions->len;
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", count), count);
  g_autofree char *used = g_strdup_printf (
      ngettext ("%u interview", "%u interviews", stored->interviews), stored->interviews);
  g_autofree char *day = hf_time_format_date (stored->created_at);
  if (stored->draft)
    /* Translators: a guide's version, and how many steps it has. */
    return g_strdup_printf (_ ("Version %d · %s · being written"), stored->version, steps);
  /* Translators: a guide's version, how many steps it has, since which day it is there, and how
   * many interviews were led with it. */
  return g_strdup_printf (_ ("Version %d · %s · since %s · %s"), stored->version, steps, day,
                          used);
}

/**
 * hf_guide_words_state:
 * @stored: a stored version
 *
 * Says what a version is used for.
 *
 * Returns: (transfer full): one or two words, empty for an earlier version
 */
char *
hf_guide_words_state (const HfStoredGuide *stored)
{
  if (stored->draft)
    return g_strdup (_ ("Draft"));
  if (stored->retired)
    return g_strdup (_ ("Out of use"));
  return g_strdup (stored->in_use ? _ ("In use") : "");
}

/**
 * hf_guide_words_question:
 * @question: a step of a guide
 * @language: a language's code
 *
 * Says what is said to the customer at a step; fields stand in braces.
 *
 * Returns: (transfer full): the text
 */
char *
hf_guide_words_question (const HfQuestion *question, const char *language)
{
  const HfWording *first = question->texts->len > 0 ? question->texts->pdata[0] : NULL;
  const char *text = hf_wording_get (first, language);
  return g_strdup (text != NULL ? text : question->id);
}

static char *
join_options (const HfQuestion *question, const char *language)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (guint i = 0; i < question->options->len; i++)
    {
      const HfOption *option = question->options->pdata[i];
      const char *label = hf_wording_get (option->label, language);
      g_ptr_array_add (labels, (gpointer) (label != NULL ? label : option->id));
    }
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (" / ", (char **) labels->pdata);
}

/**
 * hf_guide_words_answer:
 * @question: a step of a guide
 * @language: a language's code
 *
 * Says what kind of answer a step asks for, and whether it is asked of everybody.
 *
 * Returns: (transfer full): one line
 */
char *
hf_guide_words_answer (const HfQuestion *question, const char *language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parts, g_strdup (hf_choice_label (hf_question_kinds, question->kind)));
  if (question->options->len > 0)
    g_ptr_array_add (parts, join_options (question, language));
  if (question->kind == HF_QUESTION_SCALE)
    g_ptr_array_add (parts,
                     /* Translators: the ends of a scale. */
                     g_strdup_printf (_ ("%d to %d"), question->lowest, question->highest));
  if (question->optional)
    g_ptr_array_add (parts, g_strdup (_ ("may be skipped")));
  if (question->when != NULL || question->part_when != NULL)
    g_ptr_array_add (parts, g_strdup (_ ("only after certain answers")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
