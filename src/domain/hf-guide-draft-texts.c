#include "config.h"

#include <string.h>

#include "hf-guide-draft.h"
#include "hf-text.h"

/* One text after the other, each in its languages, as hf_wording_read_list() reads them. */
static GPtrArray *
list_texts (HfGuideDraft *self, const HfMarkup *element, const char *name)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < element->children->len; i++)
    {
      HfMarkup *child = element->children->pdata[i];
      if (strcmp (child->name, name) != 0)
        continue;
      GHashTable *last = texts->len > 0 ? texts->pdata[texts->len - 1] : NULL;
      gboolean own = hf_markup_get (child, "xml:lang") == NULL;
      char *language = hf_wording_dup_language (child, hf_guide_draft_get_language (self));
      if (last == NULL || own || g_hash_table_contains (last, language))
        {
          last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_ptr_array_add (texts, last);
        }
      g_hash_table_insert (last, language, child);
    }
  return texts;
}

/**
 * hf_guide_draft_count_texts:
 * @self: a draft
 * @element: one of its elements
 * @name: such as "text" or "probe"
 *
 * Counts the texts of a kind that an element has, each in all its languages.
 *
 * Returns: how many
 */
guint
hf_guide_draft_count_texts (HfGuideDraft *self, const HfMarkup *element, const char *name)
{
  g_autoptr (GPtrArray) texts = list_texts (self, element, name);
  return texts->len;
}

/**
 * hf_guide_draft_dup_text:
 * @self: a draft
 * @element: one of its elements
 * @name: such as "text" or "probe"
 * @index: which of them
 * @language: a language's code
 *
 * Gives a text in one language.
 *
 * Returns: (transfer full): the text, empty where there is none
 */
char *
hf_guide_draft_dup_text (HfGuideDraft *self, const HfMarkup *element, const char *name,
                         guint index, const char *language)
{
  g_autoptr (GPtrArray) texts = list_texts (self, element, name);
  const HfMarkup *found = index < texts->len
                              ? g_hash_table_lookup (texts->pdata[index], language)
                              : NULL;
  return g_strdup (found != NULL ? found->text : "");
}

/* Behind the last element of the text, or behind what must come before it. */
static guint
find_place (const HfMarkup *element, GHashTable *text, const char *name)
{
  guint place = 0;
  for (guint i = 0; i < element->children->len; i++)
    {
      HfMarkup *child = element->children->pdata[i];
      GHashTableIter iter;
      gpointer of_text;
      if (text == NULL)
        {
          if (strcmp (child->name, name) == 0 || strcmp (child->name, "title") == 0
              || (strcmp (child->name, "text") == 0))
            place = i + 1;
          continue;
        }
      g_hash_table_iter_init (&iter, text);
      while (g_hash_table_iter_next (&iter, NULL, &of_text))
        if (of_text == child)
          place = i + 1;
    }
  return place;
}

/* The guide's own language comes first: a text of another stands with the one before it. */
static void
insert_text (HfGuideDraft *self, HfMarkup *element, const char *name, GHashTable *text,
             const char *language, const char *words)
{
  gboolean own = strcmp (language, hf_guide_draft_get_language (self)) == 0;
  guint place = find_place (element, text, name);
  if (text == NULL && !own)
    {
      HfMarkup *missing = hf_markup_new (name);
      g_ptr_array_insert (element->children, (int) place++, missing);
    }
  HfMarkup *child = hf_markup_new (name);
  hf_markup_set_text (child, words);
  if (!own)
    hf_markup_set (child, "xml:lang", language);
  g_ptr_array_insert (element->children, (int) place, child);
}

static gboolean
is_blank (GHashTable *text)
{
  GHashTableIter iter;
  gpointer child;
  g_hash_table_iter_init (&iter, text);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    if (!hf_text_is_blank (((HfMarkup *) child)->text))
      return FALSE;
  return TRUE;
}

static void
remove_text (HfMarkup *element, GHashTable *text)
{
  GHashTableIter iter;
  gpointer child;
  g_hash_table_iter_init (&iter, text);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    g_ptr_array_remove (element->children, child);
}

static gboolean
is_in_a_list (const char *name)
{
  return strcmp (name, "text") == 0 || strcmp (name, "probe") == 0;
}

/**
 * hf_guide_draft_set_text:
 * @self: a draft
 * @element: one of its elements
 * @name: such as "text" or "probe"
 * @index: which of them; the number of those that are there adds one
 * @language: a language's code
 * @text: the text; blank takes it away
 *
 * Sets a text in one language. A text and a probe stay where they are, though blank, until
 * hf_guide_draft_remove_text() takes them away.
 */
void
hf_guide_draft_set_text (HfGuideDraft *self, HfMarkup *element, const char *name, guint index,
                         const char *language, const char *text)
{
  g_autoptr (GPtrArray) texts = list_texts (self, element, name);
  GHashTable *group = index < texts->len ? texts->pdata[index] : NULL;
  HfMarkup *child = group != NULL ? g_hash_table_lookup (group, language) : NULL;
  gboolean own = strcmp (language, hf_guide_draft_get_language (self)) == 0;
  if (child == NULL && hf_text_is_blank (text) && !(group == NULL && is_in_a_list (name)))
    return;
  if (child == NULL)
    insert_text (self, element, name, group, language, text);
  else if (hf_text_is_blank (text) && !own)
    g_ptr_array_remove (element->children, child);
  else
    hf_markup_set_text (child, text);
  g_ptr_array_unref (texts);
  texts = list_texts (self, element, name);
  if (!is_in_a_list (name) && index < texts->len && is_blank (texts->pdata[index]))
    remove_text (element, texts->pdata[index]);
  hf_guide_draft_changed (self);
}

/**
 * hf_guide_draft_remove_text:
 * @self: a draft
 * @element: one of its elements
 * @name: such as "text" or "probe"
 * @index: which of them
 *
 * Takes a text away in all its languages.
 */
void
hf_guide_draft_remove_text (HfGuideDraft *self, HfMarkup *element, const char *name,
                            guint index)
{
  g_autoptr (GPtrArray) texts = list_texts (self, element, name);
  if (index >= texts->len)
    return;
  remove_text (element, texts->pdata[index]);
  hf_guide_draft_changed (self);
}
