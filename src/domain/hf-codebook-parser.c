#include "config.h"

#include "hf-codebook-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-locale.h"

static HfWording *
find_text (HfCode *code, const char *name)
{
  if (strcmp (name, "name") == 0)
    return code->name;
  if (strcmp (name, "definition") == 0)
    return code->definition;
  if (strcmp (name, "include") == 0)
    return code->include;
  if (strcmp (name, "exclude") == 0)
    return code->exclude;
  return strcmp (name, "example") == 0 ? code->example : NULL;
}

static gboolean
read_texts (HfCode *code, const HfMarkup *element, GError **error)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      const HfMarkup *child = element->children->pdata[i];
      HfWording *text = find_text (code, child->name);
      if (text != NULL && !hf_wording_read (text, child, HF_LOCALE_SOURCE, error))
        return FALSE;
    }
  if (hf_wording_is_empty (code->name) || hf_wording_is_empty (code->definition))
    return hf_markup_refuse (element, error,
                             /* Translators: a code's identifier. */
                             _ ("the code “%s” needs a name and a definition"), code->id);
  return TRUE;
}

/* A second-level id begins with its parent's, so that an id alone tells where it belongs. */
static gboolean
check_id (const HfMarkup *element, const char *id, const char *parent, GError **error)
{
  if (id == NULL || *id == '\0'
      || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen (id))
    return hf_markup_refuse (element, error,
                             _ ("a code needs an id of small letters, digits and hyphens"));
  if (parent == NULL ? strchr (id, '.') == NULL
                     : g_str_has_prefix (id, parent) && id[strlen (parent)] == '.')
    return TRUE;
  return hf_markup_refuse (element, error,
                           /* Translators: a code's identifier. */
                           _ ("the id “%s” does not fit its place"), id);
}

static gboolean
read_code (HfCodebook *self, const HfMarkup *element, const char *parent, GError **error)
{
  static const char *const attributes[] = { "id", "origin", NULL };
  static const char *const top[] = { "name",    "definition", "include", "exclude",
                                     "example", "code",       NULL };
  static const char *const below[] = { "name",    "definition", "include",
                                       "exclude", "example",    NULL };
  const char *id = hf_markup_get (element, "id");
  if (!hf_markup_check (element, attributes, parent == NULL ? top : below, error)
      || !check_id (element, id, parent, error))
    return FALSE;

  g_autoptr (HfCode) code = hf_code_new (id);
  code->parent = g_strdup (parent);
  code->origin = g_strdup (hf_markup_get (element, "origin"));
  if (!read_texts (code, element, error))
    return FALSE;
  if (!hf_codebook_add (self, g_steal_pointer (&code)))
    return hf_markup_refuse (element, error,
                             /* Translators: a code's identifier. */
                             _ ("there are two codes “%s”"), id);
  for (guint i = 0; i < element->children->len; i++)
    {
      const HfMarkup *child = element->children->pdata[i];
      if (strcmp (child->name, "code") == 0 && !read_code (self, child, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_codebook_read:
 * @self: an empty codebook
 * @root: the outermost element of a codebook's file
 * @error: (nullable): %HF_MARKUP_ERROR
 *
 * Fills a codebook from its file.
 *
 * Returns: whether the file is good; where not, the codebook is half full
 */
gboolean
hf_codebook_read (HfCodebook *self, const HfMarkup *root, GError **error)
{
  static const char *const attributes[] = { NULL };
  static const char *const children[] = { "code", NULL };
  if (strcmp (root->name, "codebook") != 0)
    return hf_markup_refuse (root, error, _ ("this is not a codebook"));
  if (!hf_markup_check (root, attributes, children, error))
    return FALSE;
  for (guint i = 0; i < root->children->len; i++)
    if (!read_code (self, root->children->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}
