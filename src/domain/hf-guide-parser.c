#include "config.h"

#include "hf-guide-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-guide-checks.h"
#include "hf-locale.h"

#define ID_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"
#define MAX_SCALE 10
#define MAX_DAYS 3650

static gboolean
is_element (const HfMarkup *element, const char *name)
{
  return strcmp (element->name, name) == 0;
}

static const char *
read_id (const HfMarkup *element, GError **error)
{
  const char *id = hf_markup_get (element, "id");
  if (id != NULL && *id != '\0' && strspn (id, ID_LETTERS) == strlen (id))
    return id;
  hf_markup_refuse (element, error,
                    /* Translators: of an XML file; an element's name. */
                    _ ("<%s> needs an id of small letters, digits and hyphens"), element->name);
  return NULL;
}

static gboolean
read_number (const HfMarkup *element, const char *attribute, guint highest, guint *number,
             GError **error)
{
  const char *text = hf_markup_get (element, attribute);
  guint64 value;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, highest, &value, NULL))
    return hf_markup_refuse (
        element, error,
        /* Translators: of an XML file; an attribute's name, and the largest number. */
        _ ("“%s” must be a whole number from 0 to %u"), attribute, highest);
  *number = (guint) value;
  return TRUE;
}

static gboolean
read_flag (const HfMarkup *element, const char *attribute, gboolean *flag, GError **error)
{
  const char *text = hf_markup_get (element, attribute);
  *flag = g_strcmp0 (text, "yes") == 0;
  if (text == NULL || *flag || strcmp (text, "no") == 0)
    return TRUE;
  return hf_markup_refuse (element, error,
                           /* Translators: of an XML file; an attribute's name. */
                           _ ("“%s” must be “yes” or “no”"), attribute);
}

static gboolean
read_wording (HfWording **wording, const HfMarkup *element, const char *language,
              GError **error)
{
  if (*wording == NULL)
    *wording = hf_wording_new ();
  return hf_wording_read (*wording, element, language, error);
}

static gboolean
read_option (HfGuide *guide, HfQuestion *question, const HfMarkup *element, GError **error)
{
  static const char *const attributes[] = { "id", "alone", NULL };
  static const char *const children[] = { "label", NULL };
  const char *id = read_id (element, error);
  if (id == NULL || !hf_markup_check (element, attributes, children, error))
    return FALSE;
  if (hf_question_find_option (question, id) != NULL)
    return hf_markup_refuse (element, error,
                             /* Translators: an option's identifier. */
                             _ ("there are two options “%s”"), id);
  HfOption *option = hf_question_add_option (question, id);
  for (guint i = 0; i < element->children->len; i++)
    if (!hf_wording_read (option->label, element->children->pdata[i], guide->language, error))
      return FALSE;
  return read_flag (element, "alone", &option->alone, error)
         && hf_guide_check_plain (guide, option->label, "label", element, error);
}

static gboolean
read_question_child (HfGuide *guide, HfQuestion *question, const HfMarkup *child,
                     GError **error)
{
  const char *language = guide->language;
  if (is_element (child, "text"))
    return hf_wording_read_list (question->texts, child, language, error);
  if (is_element (child, "probe"))
    return hf_wording_read_list (question->probes, child, language, error);
  if (is_element (child, "option"))
    return read_option (guide, question, child, error);
  if (is_element (child, "note"))
    return read_wording (&question->note, child, language, error);
  const struct
  {
    const char *name;
    HfWording **wording;
  } single[] = { { "low", &question->low },
                 { "high", &question->high },
                 { "first", &question->first },
                 { "second", &question->second },
                 { "still", &question->still } };
  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    if (is_element (child, single[i].name))
      return read_wording (single[i].wording, child, language, error);
  g_return_val_if_reached (FALSE);
}

static gboolean
read_scale (HfQuestion *question, const HfMarkup *element, GError **error)
{
  gboolean scale = question->kind == HF_QUESTION_SCALE || question->kind == HF_QUESTION_PAIR;
  gboolean given = hf_markup_get (element, "from") != NULL
                   && hf_markup_get (element, "to") != NULL;
  guint from = 0, to = 0;
  if (!read_number (element, "from", MAX_SCALE, &from, error)
      || !read_number (element, "to", MAX_SCALE, &to, error))
    return FALSE;
  question->lowest = (int) from;
  question->highest = (int) to;
  if (scale && (!given || from >= to))
    return hf_markup_refuse (element, error,
                             /* Translators: a question's identifier. */
                             _ ("the scale “%s” needs “from” and a larger “to”"), question->id);
  return TRUE;
}

/* Questions are added in order, so those that a condition can find are the earlier ones. */
static gboolean
read_condition (HfGuide *guide, const HfMarkup *element, HfCondition **condition,
                GError **error)
{
  const char *text = hf_markup_get (element, "when");
  if (text == NULL)
    return TRUE;
  *condition = hf_condition_parse (text);
  if (*condition == NULL)
    return hf_markup_refuse (element, error,
                             /* Translators: a condition such as “told-us = no”. */
                             _ ("“%s” is not a condition"), text);
  return hf_guide_check_condition (guide, *condition, element, error);
}

static HfQuestion *
start_question (HfGuide *guide, const HfMarkup *element, GError **error)
{
  static const char *const attributes[] = { "id",         "kind",       "when",
                                            "optional",   "from",       "to",
                                            "fresh-days", "stale-days", NULL };
  static const char *const children[] = { "text", "note",  "probe",  "option", "low",
                                          "high", "first", "second", "still",  NULL };
  const char *id = read_id (element, error);
  if (id == NULL || !hf_markup_check (element, attributes, children, error))
    return NULL;
  if (hf_guide_find (guide, id) != NULL)
    {
      hf_markup_refuse (element, error,
                        /* Translators: a question's identifier. */
                        _ ("there are two questions “%s”"), id);
      return NULL;
    }
  const char *kind = hf_markup_get (element, "kind");
  for (int i = 0; hf_question_kinds[i].name != NULL; i++)
    if (g_strcmp0 (hf_question_kinds[i].name, kind) == 0)
      return hf_question_new (id, (HfQuestionKind) i);
  hf_markup_refuse (element, error,
                    /* Translators: a question's identifier, and what the file says. */
                    _ ("the question “%s” is of no known kind: %s"), id,
                    kind != NULL ? kind : "");
  return NULL;
}

static gboolean
read_question (HfGuide *guide, const HfMarkup *element, const HfMarkup *part, HfWording *title,
               GError **error)
{
  g_autoptr (HfQuestion) question = start_question (guide, element, error);
  if (question == NULL || !read_flag (element, "optional", &question->optional, error)
      || !read_number (element, "fresh-days", MAX_DAYS, &question->fresh_days, error)
      || !read_number (element, "stale-days", MAX_DAYS, &question->stale_days, error)
      || !read_scale (question, element, error)
      || !read_condition (guide, element, &question->when, error)
      || (part != NULL && !read_condition (guide, part, &question->part_when, error)))
    return FALSE;
  question->part = title != NULL ? hf_wording_ref (title) : NULL;
  for (guint i = 0; i < element->children->len; i++)
    if (!read_question_child (guide, question, element->children->pdata[i], error))
      return FALSE;
  if (!hf_guide_check_texts (guide, question, element, error)
      || !hf_guide_check_options (question, element, error))
    return FALSE;
  g_ptr_array_add (guide->questions, g_steal_pointer (&question));
  return TRUE;
}

static gboolean
read_part (HfGuide *guide, const HfMarkup *element, GError **error)
{
  static const char *const attributes[] = { "when", NULL };
  static const char *const children[] = { "title", "question", NULL };
  g_autoptr (HfWording) title = hf_wording_new ();
  if (!hf_markup_check (element, attributes, children, error))
    return FALSE;
  for (guint i = 0; i < element->children->len; i++)
    {
      const HfMarkup *child = element->children->pdata[i];
      if (is_element (child, "title") ? !hf_wording_read (title, child, guide->language, error)
                                      : !read_question (guide, child, element, title, error))
        return FALSE;
    }
  return hf_guide_check_plain (guide, title, "title", element, error);
}

static gboolean
read_objection (HfGuide *guide, const HfMarkup *element, GError **error)
{
  static const char *const attributes[] = { "id", NULL };
  static const char *const children[] = { "title", "text", NULL };
  const char *id = read_id (element, error);
  if (id == NULL || !hf_markup_check (element, attributes, children, error))
    return FALSE;
  for (guint i = 0; i < guide->objections->len; i++)
    if (strcmp (((HfObjection *) guide->objections->pdata[i])->id, id) == 0)
      return hf_markup_refuse (element, error,
                               /* Translators: an objection's identifier. */
                               _ ("there are two objections “%s”"), id);
  HfObjection *objection = hf_guide_add_objection (guide, id);
  for (guint i = 0; i < element->children->len; i++)
    {
      const HfMarkup *child = element->children->pdata[i];
      if (is_element (child, "title")
              ? !hf_wording_read (objection->title, child, guide->language, error)
              : !hf_wording_read_list (objection->texts, child, guide->language, error))
        return FALSE;
    }
  return hf_guide_check_plain (guide, objection->title, "title", element, error)
         && hf_guide_check_speech (guide, objection->texts, element, error);
}

static gboolean
read_head (HfGuide *self, const HfMarkup *root, GError **error)
{
  static const char *const attributes[] = { "code", "version", "kind", "language", NULL };
  static const char *const children[] = { "title", "objection", "part", "question", NULL };
  const char *code = hf_markup_get (root, "code");
  const char *kind = hf_markup_get (root, "kind");
  const char *language = hf_markup_get (root, "language");
  if (!is_element (root, "guide"))
    return hf_markup_refuse (root, error, _ ("this is not a guide"));
  if (!hf_markup_check (root, attributes, children, error)
      || !read_number (root, "version", G_MAXINT32, &self->version, error))
    return FALSE;
  self->code = g_strdup (code);
  self->language = g_strdup (language != NULL ? language : HF_LOCALE_SOURCE);
  if (code == NULL || *code == '\0' || strspn (code, ID_LETTERS) != strlen (code)
      || self->version == 0)
    return hf_markup_refuse (
        root, error,
        _ ("a guide needs a code of small letters, digits and hyphens, and a version from 1"));
  for (int i = 0; hf_interview_kinds[i].name != NULL; i++)
    if (g_strcmp0 (hf_interview_kinds[i].name, kind) == 0)
      {
        self->kind = (HfInterviewKind) i;
        return TRUE;
      }
  return hf_markup_refuse (root, error,
                           /* Translators: what the file says. */
                           _ ("the guide is of no known kind: %s"), kind != NULL ? kind : "");
}

static gboolean
read_guide_child (HfGuide *self, const HfMarkup *child, GError **error)
{
  if (is_element (child, "title"))
    return hf_wording_read (self->title, child, self->language, error);
  if (is_element (child, "objection"))
    return read_objection (self, child, error);
  if (is_element (child, "part"))
    return read_part (self, child, error);
  return read_question (self, child, NULL, NULL, error);
}

/**
 * hf_guide_read:
 * @self: an empty guide
 * @root: the outermost element of a guide's file
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Fills a guide from its file.
 *
 * Returns: whether the file is good; where not, the guide is half full
 */
gboolean
hf_guide_read (HfGuide *self, const HfMarkup *root, GError **error)
{
  if (!read_head (self, root, error))
    return FALSE;
  for (guint i = 0; i < root->children->len; i++)
    if (!read_guide_child (self, root->children->pdata[i], error))
      return FALSE;
  if (!hf_guide_check_plain (self, self->title, "title", root, error))
    return FALSE;
  if (self->questions->len == 0)
    return hf_markup_refuse (root, error, _ ("the guide has no questions"));
  return TRUE;
}
