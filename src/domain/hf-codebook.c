#include "config.h"

#include "hf-codebook.h"

#include <string.h>

#include "hf-codebook-parser.h"
#include "hf-starter.h"
#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfCodebook, hf_codebook, G_TYPE_OBJECT)

static void
hf_codebook_finalize (GObject *object)
{
  HfCodebook *self = HF_CODEBOOK (object);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_ptr_array_unref (self->codes);
  G_OBJECT_CLASS (hf_codebook_parent_class)->finalize (object);
}

static void
hf_codebook_class_init (HfCodebookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_codebook_finalize;
}

static void
hf_codebook_init (HfCodebook *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hf_codebook_new:
 *
 * Makes an empty codebook.
 *
 * Returns: (transfer full): the codebook
 */
HfCodebook *
hf_codebook_new (void)
{
  return g_object_new (HF_TYPE_CODEBOOK, NULL);
}

/**
 * hf_codebook_new_starter:
 *
 * Makes the codebook that the program comes with.
 *
 * Returns: (transfer full): the codebook
 */
HfCodebook *
hf_codebook_new_starter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = hf_starter_load_codebook ();
  HfCodebook *self = hf_codebook_parse (file, &error);
  if (self == NULL)
    g_error ("The starter codebook is damaged: %s", error->message);
  return self;
}

/**
 * hf_codebook_parse:
 * @file: an XML file's content
 * @error: (nullable): %HF_MARKUP_ERROR, with line and column, for the user
 *
 * Reads a codebook.
 *
 * Returns: (transfer full) (nullable): the codebook, %NULL on an error
 */
HfCodebook *
hf_codebook_parse (GBytes *file, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);
  g_autoptr (HfMarkup) root = hf_markup_parse (text, length, error);
  g_autoptr (HfCodebook) self = hf_codebook_new ();
  if (root == NULL || !hf_codebook_read (self, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_codebook_add:
 * @self: a codebook
 * @code: (transfer full): a code
 *
 * Adds a code behind the others of the same parent, and sets its position.
 *
 * Returns: whether its id is new, and its parent known and on the first level; where not, the
 *   code is let go
 */
gboolean
hf_codebook_add (HfCodebook *self, HfCode *code)
{
  g_autoptr (HfCode) owned = code;
  HfCode *parent = code->parent != NULL ? hf_codebook_find (self, code->parent) : NULL;
  if (hf_codebook_find (self, code->id) != NULL)
    return FALSE;
  if (code->parent != NULL && (parent == NULL || parent->parent != NULL))
    return FALSE;

  guint at = 0;
  code->position = 0;
  for (guint i = 0; i < self->codes->len; i++)
    {
      HfCode *other = self->codes->pdata[i];
      if (g_strcmp0 (other->parent, code->parent) == 0)
        code->position++;
      if (code->parent == NULL || other == parent
          || g_strcmp0 (other->parent, code->parent) == 0)
        at = i + 1;
    }
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_ptr_array_insert (self->codes, (int) at, g_steal_pointer (&owned));
  return TRUE;
}

/**
 * hf_codebook_find:
 * @self: a codebook
 * @id: (nullable): a code's id
 *
 * Finds a code.
 *
 * Returns: (transfer none) (nullable): the code
 */
HfCode *
hf_codebook_find (HfCodebook *self, const char *id)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      HfCode *code = self->codes->pdata[i];
      if (g_strcmp0 (code->id, id) == 0)
        return code;
    }
  return NULL;
}

/**
 * hf_codebook_find_top:
 * @self: a codebook
 * @id: (nullable): a code's id
 *
 * Finds the first-level code that a code belongs to; a first-level code belongs to itself.
 *
 * Returns: (transfer none) (nullable): the code
 */
HfCode *
hf_codebook_find_top (HfCodebook *self, const char *id)
{
  HfCode *code = hf_codebook_find (self, id);
  return code != NULL && code->parent != NULL ? hf_codebook_find (self, code->parent) : code;
}

static void
add_name (HfCodebook *self, const char *name, HfCode *code)
{
  char *folded = hf_text_fold (name);
  if (g_hash_table_contains (self->names, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->names, folded, code);
}

static void
add_names (HfCodebook *self, gboolean first_level)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      HfCode *code = self->codes->pdata[i];
      const char *const *languages = hf_wording_get_languages (code->name);
      for (gsize j = 0; (code->parent == NULL) == first_level && languages[j] != NULL; j++)
        add_name (self, hf_wording_get_exact (code->name, languages[j]), code);
    }
}

static void
gather_names (HfCodebook *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->codes->len; i++)
    add_name (self, ((HfCode *) self->codes->pdata[i])->id, self->codes->pdata[i]);
  add_names (self, TRUE);
  add_names (self, FALSE);
}

/**
 * hf_codebook_find_by_name:
 * @self: a codebook
 * @text: (nullable): what a file or a person calls a code
 *
 * Finds a code by its id or by its name in any language, whatever the case and width of the
 * letters. A name of both levels means the first level. The codes' names must all be set before
 * the first is looked for.
 *
 * Returns: (transfer none) (nullable): the code
 */
HfCode *
hf_codebook_find_by_name (HfCodebook *self, const char *text)
{
  g_autofree char *folded = hf_text_fold (text);
  if (self->names == NULL)
    gather_names (self);
  return g_hash_table_lookup (self->names, folded);
}

/**
 * hf_codebook_dup_name:
 * @self: a codebook
 * @id: a code's id
 * @language: a language's code
 *
 * Gives a code's name in a language; where that is missing in English, and where the code is
 * not known its id.
 *
 * Returns: (transfer full): the name
 */
char *
hf_codebook_dup_name (HfCodebook *self, const char *id, const char *language)
{
  HfCode *code = hf_codebook_find (self, id);
  const char *name = code != NULL ? hf_wording_get (code->name, language) : NULL;
  return g_strdup (name != NULL ? name : id);
}
