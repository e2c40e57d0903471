#include "config.h"

#include "hf-speech.h"

#include <string.h>

#include "hf-text.h"

/**
 * hf_speech_list_fields:
 * @text: a text with fields such as {name} in it
 *
 * Lists the fields of a text.
 *
 * Returns: (transfer full): their names without braces, in the order of the text
 */
GStrv
hf_speech_list_fields (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (const char *open = strchr (text, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      if (close == NULL)
        break;
      g_autofree char *field = g_strndup (open + 1, (gsize) (close - open - 1));
      g_strv_builder_add (builder, field);
    }
  return g_strv_builder_end (builder);
}

static const char *
find_field (GHashTable *fields, const char *name)
{
  const char *value = fields != NULL ? g_hash_table_lookup (fields, name) : NULL;
  return hf_text_is_blank (value) ? NULL : value;
}

static gboolean
is_sayable (const char *text, GHashTable *fields)
{
  g_auto (GStrv) names = hf_speech_list_fields (text);
  for (gsize i = 0; names[i] != NULL; i++)
    if (find_field (fields, names[i]) == NULL)
      return FALSE;
  return TRUE;
}

static char *
fill (const char *text, GHashTable *fields)
{
  GString *filled = g_string_new (NULL);
  for (const char *at = text, *open; at != NULL; at = open)
    {
      open = strchr (at, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      if (close == NULL)
        {
          g_string_append (filled, at);
          break;
        }
      g_string_append_len (filled, at, open - at);
      g_autofree char *name = g_strndup (open + 1, (gsize) (close - open - 1));
      g_string_append (filled, find_field (fields, name));
      open = close + 1;
    }
  return g_string_free (filled, FALSE);
}

/**
 * hf_speech_dup_text:
 * @ways: (element-type HfWording): the ways to say it, the best first
 * @language: a language's code
 * @fields: (nullable) (element-type utf8 utf8): what is known, by field
 *
 * Gives what to say, with its fields filled.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where every way to say it needs a field
 *   that is not known, which hf_guide_parse() refuses
 */
char *
hf_speech_dup_text (const GPtrArray *ways, const char *language, GHashTable *fields)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const char *text = hf_wording_get (ways->pdata[i], language);
      if (text != NULL && is_sayable (text, fields))
        return fill (text, fields);
    }
  return NULL;
}
