#include "config.h"

#include "hf-wording.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"

struct _HfWording
{
  GPtrArray *languages; /* in the order they were set, NULL-ended */
  GHashTable *texts;    /* language -> text */
};

/**
 * hf_wording_new:
 *
 * Makes a wording without any text.
 *
 * Returns: (transfer full): the wording
 */
HfWording *
hf_wording_new (void)
{
  HfWording *self = g_atomic_rc_box_new0 (HfWording);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->languages, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

/**
 * hf_wording_ref:
 * @self: a wording
 *
 * Holds it once more.
 *
 * Returns: (transfer full): the same wording
 */
HfWording *
hf_wording_ref (HfWording *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HfWording *self = data;
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->languages);
}

/**
 * hf_wording_unref:
 * @self: (transfer full): a wording
 *
 * Lets it go.
 */
void
hf_wording_unref (HfWording *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * hf_wording_set:
 * @self: a wording
 * @language: a language's code
 * @text: (nullable): the text; blank changes nothing
 *
 * Sets the text of one language.
 */
void
hf_wording_set (HfWording *self, const char *language, const char *text)
{
  if (hf_text_is_blank (text))
    return;
  if (!g_hash_table_contains (self->texts, language))
    g_ptr_array_insert (self->languages, (int) self->languages->len - 1, g_strdup (language));
  guint index = 0;
  while (strcmp (self->languages->pdata[index], language) != 0)
    index++;
  g_hash_table_replace (self->texts, self->languages->pdata[index], g_strdup (text));
}

/**
 * hf_wording_remove:
 * @self: a wording
 * @language: a language's code
 *
 * Takes the text of one language away.
 */
void
hf_wording_remove (HfWording *self, const char *language)
{
  if (!g_hash_table_remove (self->texts, language))
    return;
  guint index = 0;
  while (strcmp (self->languages->pdata[index], language) != 0)
    index++;
  g_ptr_array_remove_index (self->languages, index);
}

/**
 * hf_wording_dup_language:
 * @element: an element of a file that holds one text
 * @otherwise: (nullable): the language where the element has no xml:lang
 *
 * Gives an element's language. Newer versions of msgfmt write "zh-Hans-CN" for "zh_CN".
 *
 * Returns: (transfer full) (nullable): a language's code
 */
char *
hf_wording_dup_language (const HfMarkup *element, const char *otherwise)
{
  const char *tag = hf_markup_get (element, "xml:lang");
  if (tag == NULL)
    return g_strdup (otherwise);
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);
  guint n_parts = g_strv_length (parts);
  const char *region = n_parts > 1 ? parts[n_parts - 1] : "";
  return strlen (region) == 2 ? g_strconcat (parts[0], "_", region, NULL) : g_strdup (parts[0]);
}

/**
 * hf_wording_read:
 * @self: a wording
 * @element: an element of a file that holds one text
 * @language: the text's language where the element has no xml:lang
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Adds the text of an element.
 *
 * Returns: whether it has a text, in a language that had none
 */
gboolean
hf_wording_read (HfWording *self, const HfMarkup *element, const char *language, GError **error)
{
  static const char *const attributes[] = { "xml:lang", NULL };
  static const char *const nothing[] = { NULL };
  if (!hf_markup_check (element, attributes, nothing, error))
    return FALSE;
  g_autofree char *given = hf_wording_dup_language (element, language);
  if (hf_text_is_blank (element->text))
    /* Translators: of an XML file; an element's name. */
    return hf_markup_refuse (element, error, _ ("<%s> is empty"), element->name);
  if (hf_wording_get_exact (self, given) != NULL)
    return hf_markup_refuse (
        element, error,
        /* Translators: of an XML file; an element's name and a language's code. */
        _ ("<%s> has a second text in the language %s"), element->name, given);
  hf_wording_set (self, given, element->text);
  return TRUE;
}

/**
 * hf_wording_read_list:
 * @list: (element-type HfWording): wordings of elements that stand one after the other
 * @element: the next of them
 * @language: the text's language where the element has no xml:lang
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Adds the text of an element: a further language of the last wording, or a new wording.
 *
 * Returns: whether it has a text
 */
gboolean
hf_wording_read_list (GPtrArray *list, const HfMarkup *element, const char *language,
                      GError **error)
{
  g_autofree char *given = hf_wording_dup_language (element, NULL);
  HfWording *last = list->len > 0 ? list->pdata[list->len - 1] : NULL;
  if (last == NULL || given == NULL || hf_wording_get_exact (last, given) != NULL)
    {
      last = hf_wording_new ();
      g_ptr_array_add (list, last);
    }
  return hf_wording_read (last, element, language, error);
}

/**
 * hf_wording_get:
 * @self: (nullable): a wording
 * @language: a language's code
 *
 * Gives the text of one language, or of the language that was set first.
 *
 * Returns: (nullable): the text, %NULL where there is none at all
 */
const char *
hf_wording_get (const HfWording *self, const char *language)
{
  if (self == NULL || hf_wording_is_empty (self))
    return NULL;
  const char *text = g_hash_table_lookup (self->texts, language);
  return text != NULL ? text : g_hash_table_lookup (self->texts, self->languages->pdata[0]);
}

/**
 * hf_wording_get_exact:
 * @self: (nullable): a wording
 * @language: a language's code
 *
 * Gives the text of one language and no other.
 *
 * Returns: (nullable): the text
 */
const char *
hf_wording_get_exact (const HfWording *self, const char *language)
{
  return self != NULL ? g_hash_table_lookup (self->texts, language) : NULL;
}

/**
 * hf_wording_get_languages:
 * @self: a wording
 *
 * Lists the languages that have a text.
 *
 * Returns: (transfer none): their codes, %NULL-ended, in the order they were set
 */
const char *const *
hf_wording_get_languages (const HfWording *self)
{
  return (const char *const *) self->languages->pdata;
}

/**
 * hf_wording_is_empty:
 * @self: a wording
 *
 * Tells whether no language has a text.
 *
 * Returns: whether it is so
 */
gboolean
hf_wording_is_empty (const HfWording *self)
{
  return self->languages->len == 1;
}
