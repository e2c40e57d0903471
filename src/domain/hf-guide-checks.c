#include "config.h"

#include "hf-guide-checks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-guide-fields.h"
#include "hf-speech.h"

typedef struct
{
  HfGuide *guide;
  const HfMarkup *element;
  GError **error;
} Check;

static guint
count_letter (const char *text, char letter)
{
  guint count = 0;
  for (; *text != '\0'; text++)
    count += *text == letter;
  return count;
}

/* A text must exist in the language that stands in for the others. */
static gboolean
check_wording (const HfGuide *guide, const HfWording *wording, const char *name,
               const HfMarkup *element, GError **error)
{
  if (hf_wording_get_exact (wording, guide->language) != NULL)
    return TRUE;
  return hf_markup_refuse (
      element, error,
      /* Translators: of an XML file; names of two elements and a language's code. */
      _ ("<%s> needs a <%s> in the language %s"), element->name, name, guide->language);
}

/**
 * hf_guide_check_plain:
 * @guide: a guide that is being read
 * @wording: (nullable): a text that is never filled, and may be missing altogether
 * @name: its element's name
 * @element: where it stands
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Looks at a text that is shown as it is.
 *
 * Returns: whether it holds no fields, and is there in the guide's own language
 */
gboolean
hf_guide_check_plain (const HfGuide *guide, const HfWording *wording, const char *name,
                      const HfMarkup *element, GError **error)
{
  if (wording == NULL)
    return TRUE;
  const char *const *languages = hf_wording_get_languages (wording);
  for (gsize i = 0; languages[i] != NULL; i++)
    if (strpbrk (hf_wording_get_exact (wording, languages[i]), "{}") != NULL)
      return hf_markup_refuse (element, error,
                               /* Translators: of an XML file; an element's name. */
                               _ ("<%s> cannot hold fields"), name);
  return check_wording (guide, wording, name, element, error);
}

static gboolean
is_field (HfGuide *guide, const char *name)
{
  return g_strv_contains (hf_guide_field_names, name) || hf_guide_find (guide, name) != NULL;
}

static gboolean
check_fields (HfGuide *guide, const char *text, const HfMarkup *element, guint *n_fields,
              GError **error)
{
  g_auto (GStrv) fields = hf_speech_list_fields (text);
  *n_fields = g_strv_length (fields);
  if (count_letter (text, '{') != *n_fields || count_letter (text, '}') != *n_fields)
    return hf_markup_refuse (element, error, _ ("a brace without its other half: %s"), text);
  for (gsize i = 0; fields[i] != NULL; i++)
    if (!is_field (guide, fields[i]))
      return hf_markup_refuse (element, error,
                               /* Translators: {%s} is a field's name in braces. */
                               _ ("{%s} is neither a field nor an earlier question"),
                               fields[i]);
  return TRUE;
}

/* Every language must have a way to say it of which no field can be missing. */
static gboolean
check_language (HfGuide *guide, const GPtrArray *ways, const char *language,
                const HfMarkup *element, GError **error)
{
  gboolean plain = FALSE;
  for (guint i = 0; i < ways->len; i++)
    {
      guint n_fields;
      const char *text = hf_wording_get (ways->pdata[i], language);
      if (!check_fields (guide, text, element, &n_fields, error))
        return FALSE;
      plain = plain || n_fields == 0;
    }
  if (plain)
    return TRUE;
  return hf_markup_refuse (
      element, error,
      /* Translators: of an XML file; an element's name and a language's code. */
      _ ("<%s> needs one <text> without fields in the language %s"), element->name, language);
}

/**
 * hf_guide_check_speech:
 * @guide: a guide that is being read
 * @ways: (element-type HfWording): ways to say something
 * @element: where they stand
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Looks at what is read to the customer.
 *
 * Returns: whether there is something to say in every language, whatever is not known
 */
gboolean
hf_guide_check_speech (HfGuide *guide, const GPtrArray *ways, const HfMarkup *element,
                       GError **error)
{
  if (ways->len == 0)
    return hf_markup_refuse (element, error,
                             /* Translators: of an XML file; an element's name. */
                             _ ("<%s> needs a <text>"), element->name);
  for (guint i = 0; i < ways->len; i++)
    if (!check_wording (guide, ways->pdata[i], "text", element, error))
      return FALSE;
  for (guint i = 0; i < ways->len; i++)
    {
      const char *const *languages = hf_wording_get_languages (ways->pdata[i]);
      for (gsize j = 0; languages[j] != NULL; j++)
        if (!check_language (guide, ways, languages[j], element, error))
          return FALSE;
    }
  return TRUE;
}

/* How it is asked whether something is still so: it names the answer, and nothing else. */
static gboolean
check_still (const HfGuide *guide, const HfQuestion *question, const HfMarkup *element,
             GError **error)
{
  if (question->stale_days > 0 && question->stale_days <= question->fresh_days)
    return hf_markup_refuse (element, error, _ ("“stale-days” must be more than “fresh-days”"));
  if (question->fresh_days == 0 && (question->still != NULL || question->stale_days > 0))
    return hf_markup_refuse (element, error,
                             /* Translators: of an XML file; a question's identifier. */
                             _ ("the question “%s” needs “fresh-days” as well"), question->id);
  if (question->still == NULL)
    return TRUE;
  const char *const *languages = hf_wording_get_languages (question->still);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      const char *text = hf_wording_get_exact (question->still, languages[i]);
      if (strstr (text, "{answer}") == NULL || count_letter (text, '{') != 1
          || count_letter (text, '}') != 1)
        return hf_markup_refuse (element, error,
                                 _ ("<still> needs {answer}, and no other field"));
    }
  return check_wording (guide, question->still, "still", element, error);
}

/**
 * hf_guide_check_texts:
 * @guide: a guide that is being read
 * @question: one of its questions
 * @element: where it stands
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Looks at all texts of a question.
 *
 * Returns: whether they are good
 */
gboolean
hf_guide_check_texts (HfGuide *guide, const HfQuestion *question, const HfMarkup *element,
                      GError **error)
{
  for (guint i = 0; i < question->probes->len; i++)
    if (!hf_guide_check_plain (guide, question->probes->pdata[i], "probe", element, error))
      return FALSE;
  return hf_guide_check_speech (guide, question->texts, element, error)
         && hf_guide_check_plain (guide, question->note, "note", element, error)
         && hf_guide_check_plain (guide, question->low, "low", element, error)
         && hf_guide_check_plain (guide, question->high, "high", element, error)
         && hf_guide_check_plain (guide, question->first, "first", element, error)
         && hf_guide_check_plain (guide, question->second, "second", element, error)
         && check_still (guide, question, element, error);
}

/**
 * hf_guide_check_options:
 * @question: a question that is being read
 * @element: where it stands
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Looks whether there is something to choose from where something is chosen.
 *
 * Returns: whether it is so
 */
gboolean
hf_guide_check_options (const HfQuestion *question, const HfMarkup *element, GError **error)
{
  gboolean chosen = question->kind == HF_QUESTION_CHOICE
                    || question->kind == HF_QUESTION_SEVERAL;
  if (chosen && question->options->len < 2)
    return hf_markup_refuse (element, error,
                             /* Translators: a question's identifier. */
                             _ ("the question “%s” needs at least two options"), question->id);
  if (!chosen && question->options->len > 0)
    return hf_markup_refuse (element, error,
                             /* Translators: a question's identifier. */
                             _ ("the question “%s” can have no options"), question->id);
  return TRUE;
}

static gboolean
check_test_value (const HfQuestion *asked, HfTest test, const char *value)
{
  gint64 number;
  switch (test)
    {
    case HF_TEST_EQUAL:
    case HF_TEST_NOT_EQUAL:
      if (asked->kind == HF_QUESTION_CHOICE)
        return hf_question_find_option ((HfQuestion *) asked, value) != NULL;
      return hf_question_check ((HfQuestion *) asked, value, NULL);
    case HF_TEST_INCLUDES:
      if (asked->kind == HF_QUESTION_SEVERAL)
        return hf_question_find_option ((HfQuestion *) asked, value) != NULL;
      return asked->kind == HF_QUESTION_REASONS;
    case HF_TEST_AT_LEAST:
    case HF_TEST_AT_MOST:
    case HF_TEST_MORE:
    case HF_TEST_LESS:
      return (asked->kind == HF_QUESTION_SCALE || asked->kind == HF_QUESTION_NUMBER
              || asked->kind == HF_QUESTION_MONEY)
             && g_ascii_string_to_signed (value, 10, G_MININT32, G_MAXINT32, &number, NULL);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_test (const char *question, HfTest test, const char *value, gpointer data)
{
  const Check *check = data;
  HfQuestion *asked = hf_guide_find (check->guide, question);
  if (asked == NULL)
    return hf_markup_refuse (check->element, check->error,
                             /* Translators: a question's identifier. */
                             _ ("the condition names “%s”, which is no earlier question"),
                             question);
  if (check_test_value (asked, test, value))
    return TRUE;
  return hf_markup_refuse (check->element, check->error,
                           /* Translators: an answer, and a question's identifier. */
                           _ ("the condition compares with “%s”, which does not answer “%s”"),
                           value, question);
}

/**
 * hf_guide_check_condition:
 * @guide: a guide that is being read
 * @condition: a condition
 * @element: where it stands
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Looks whether a condition asks about earlier questions, and about answers that they can have.
 * Questions are added in order, so those that are found are the earlier ones.
 *
 * Returns: whether it does
 */
gboolean
hf_guide_check_condition (HfGuide *guide, const HfCondition *condition, const HfMarkup *element,
                          GError **error)
{
  Check check = { .guide = guide, .element = element, .error = error };
  return hf_condition_visit (condition, check_test, &check);
}
