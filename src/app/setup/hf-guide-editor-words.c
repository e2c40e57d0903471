#include "config.h"

#include "hf-guide-editor-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-locale.h"
#include "hf-question.h"
#include "hf-text.h"

#define SHORT_CHARACTERS 48

typedef struct
{
  HfTest test;
  const char *sign;
  const char *label;
} Test;

static const Test chosen_tests[] = {
  { HF_TEST_EQUAL, "=", NC_ ("test", "is") },
  { HF_TEST_NOT_EQUAL, "!=", NC_ ("test", "is not") },
};
static const Test several_tests[] = {
  { HF_TEST_INCLUDES, "includes", NC_ ("test", "includes") },
};
static const Test counted_tests[] = {
  { HF_TEST_AT_MOST, "<=", NC_ ("test", "is at most") },
  { HF_TEST_AT_LEAST, ">=", NC_ ("test", "is at least") },
  { HF_TEST_LESS, "<", NC_ ("test", "is less than") },
  { HF_TEST_MORE, ">", NC_ ("test", "is more than") },
  { HF_TEST_EQUAL, "=", NC_ ("test", "is") },
};

static const Test *
get_tests (const char *kind, gsize *n_tests)
{
  if (g_strcmp0 (kind, "choice") == 0)
    {
      *n_tests = G_N_ELEMENTS (chosen_tests);
      return chosen_tests;
    }
  if (g_strcmp0 (kind, "several") == 0)
    {
      *n_tests = G_N_ELEMENTS (several_tests);
      return several_tests;
    }
  *n_tests = G_N_ELEMENTS (counted_tests);
  return counted_tests;
}

/**
 * hf_guide_editor_words_tests:
 * @kind: what kind of question is asked about
 *
 * Lists the ways in which its answer can be compared.
 *
 * Returns: (transfer full): them in words
 */
GStrv
hf_guide_editor_words_tests (const char *kind)
{
  gsize n_tests;
  const Test *tests = get_tests (kind, &n_tests);
  GStrv names = g_new0 (char *, n_tests + 1);
  for (gsize i = 0; i < n_tests; i++)
    names[i] = g_strdup (g_dpgettext2 (NULL, "test", tests[i].label));
  return names;
}

/**
 * hf_guide_editor_words_sign:
 * @kind: what kind of question is asked about
 * @index: one of hf_guide_editor_words_tests()
 *
 * Tells how a comparison stands in a condition.
 *
 * Returns: such as "!="
 */
const char *
hf_guide_editor_words_sign (const char *kind, guint index)
{
  gsize n_tests;
  const Test *tests = get_tests (kind, &n_tests);
  return tests[MIN (index, n_tests - 1)].sign;
}

/**
 * hf_guide_editor_words_label:
 * @draft: a draft
 * @element: one of its elements
 * @name: such as "label" or "title"
 *
 * Gives a text in the program's language, or else in the guide's own.
 *
 * Returns: (transfer full): the text, the element's id where there is none
 */
char *
hf_guide_editor_words_label (HfGuideDraft *draft, const HfMarkup *element, const char *name)
{
  const char *id = hf_markup_get (element, "id");
  char *text = hf_guide_draft_dup_text (draft, element, name, 0, hf_locale_get_current ());
  if (hf_text_is_blank (text))
    {
      g_free (text);
      text = hf_guide_draft_dup_text (draft, element, name, 0,
                                      hf_guide_draft_get_language (draft));
    }
  if (!hf_text_is_blank (text))
    return text;
  g_free (text);
  return g_strdup (id != NULL ? id : "");
}

/* The last way to say something has no fields, and is the plainest. */
static char *
dup_speech (HfGuideDraft *draft, const HfMarkup *question)
{
  guint count = hf_guide_draft_count_texts (draft, question, "text");
  guint last = count > 0 ? count - 1 : 0;
  char *text = hf_guide_draft_dup_text (draft, question, "text", last,
                                        hf_locale_get_current ());
  if (!hf_text_is_blank (text))
    return text;
  g_free (text);
  return hf_guide_draft_dup_text (draft, question, "text", last,
                                  hf_guide_draft_get_language (draft));
}

static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= SHORT_CHARACTERS)
    return g_strdup (text);
  g_autofree char *start = g_utf8_substring (text, 0, SHORT_CHARACTERS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * hf_guide_editor_words_element:
 * @draft: a draft
 * @element: the guide, or one of its objections, parts and questions
 *
 * Names an element on one line.
 *
 * Returns: (transfer full): the name
 */
char *
hf_guide_editor_words_element (HfGuideDraft *draft, const HfMarkup *element)
{
  gboolean question = strcmp (element->name, "question") == 0;
  g_autofree char *text = question ? dup_speech (draft, element)
                                   : hf_guide_editor_words_label (draft, element, "title");
  if (!hf_text_is_blank (text))
    return shorten (text);
  return g_strdup (_ ("Nothing to say yet"));
}

/**
 * hf_guide_editor_words_kind:
 * @element: the guide, or one of its objections, parts and questions
 *
 * Says what an element is.
 *
 * Returns: (transfer full): one or two words
 */
char *
hf_guide_editor_words_kind (const HfMarkup *element)
{
  if (strcmp (element->name, "guide") == 0)
    return g_strdup (_ ("The guide"));
  if (strcmp (element->name, "part") == 0)
    return g_strdup (_ ("Part"));
  if (strcmp (element->name, "objection") == 0)
    return g_strdup (_ ("Objection"));
  int kind = hf_choice_find_name (hf_question_kinds, hf_markup_get (element, "kind"));
  return g_strdup (kind >= 0 ? hf_choice_label (hf_question_kinds, kind) : _ ("Question"));
}

static const HfMarkup *
find_question (HfGuideDraft *draft, const char *id)
{
  g_autoptr (GPtrArray) all = hf_guide_draft_list (draft);
  for (guint i = 0; i < all->len; i++)
    {
      const HfMarkup *element = all->pdata[i];
      if (strcmp (element->name, "question") == 0
          && g_strcmp0 (hf_markup_get (element, "id"), id) == 0)
        return element;
    }
  return NULL;
}

static char *
name_answer (HfGuideDraft *draft, const HfMarkup *question, const char *value)
{
  for (guint i = 0; question != NULL && i < question->children->len; i++)
    {
      const HfMarkup *child = question->children->pdata[i];
      if (strcmp (child->name, "option") == 0
          && g_strcmp0 (hf_markup_get (child, "id"), value) == 0)
        return hf_guide_editor_words_label (draft, child, "label");
    }
  return g_strdup (value);
}

static const char *
name_test (HfTest test)
{
  const Test *const all[] = { chosen_tests, several_tests, counted_tests };
  const gsize counts[] = { G_N_ELEMENTS (chosen_tests), G_N_ELEMENTS (several_tests),
                           G_N_ELEMENTS (counted_tests) };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (gsize j = 0; j < counts[i]; j++)
      if (all[i][j].test == test)
        return g_dpgettext2 (NULL, "test", all[i][j].label);
  return "";
}

typedef struct
{
  HfGuideDraft *draft;
  GString *words;
} Meaning;

static gboolean
add_test (const char *id, HfTest test, const char *value, gpointer data)
{
  const Meaning *meaning = data;
  const HfMarkup *question = find_question (meaning->draft, id);
  g_autofree char *asked = question != NULL
                               ? hf_guide_editor_words_element (meaning->draft, question)
                               : g_strdup (id);
  g_autofree char *answer = name_answer (meaning->draft, question, value);
  if (meaning->words->len > 0)
    g_string_append (meaning->words, "\n");
  /* Translators: a question, how its answer is compared, and with what: “Did you tell us?” is
   * “No”. */
  g_string_append_printf (meaning->words, _ ("“%s” %s “%s”"), asked, name_test (test), answer);
  return TRUE;
}

/**
 * hf_guide_editor_words_condition:
 * @draft: a draft
 * @condition: (nullable): a condition in it
 *
 * Says what a condition asks about, a line for each answer.
 *
 * Returns: (transfer full): the words, empty for %NULL
 */
char *
hf_guide_editor_words_condition (HfGuideDraft *draft, const HfCondition *condition)
{
  Meaning meaning = { draft, g_string_new (NULL) };
  if (condition != NULL)
    hf_condition_visit (condition, add_test, &meaning);
  return g_string_free (meaning.words, FALSE);
}
