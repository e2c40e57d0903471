#include "config.h"

#include "hf-code-save.h"

#include "hf-store-codebook.h"
#include "hf-text.h"

/* Ids are of letters that every file and formula takes. */
#define ID_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789"
#define ID_SEPARATOR '-'
#define OWN_ID "own"

static void
copy_wording (HfWording *to, const HfWording *from)
{
  g_auto (GStrv) before = g_strdupv ((GStrv) hf_wording_get_languages (to));
  const char *const *languages = hf_wording_get_languages (from);
  for (gsize i = 0; before[i] != NULL; i++)
    if (hf_wording_get_exact (from, before[i]) == NULL)
      hf_wording_remove (to, before[i]);
  for (gsize i = 0; languages[i] != NULL; i++)
    hf_wording_set (to, languages[i], hf_wording_get_exact (from, languages[i]));
}

static void
copy_texts (HfCode *to, const HfCode *from)
{
  copy_wording (to->name, from->name);
  copy_wording (to->definition, from->definition);
  copy_wording (to->include, from->include);
  copy_wording (to->exclude, from->exclude);
  copy_wording (to->example, from->example);
}

/**
 * hf_code_copy:
 * @code: a code
 *
 * Copies a code, to be changed.
 *
 * Returns: (transfer full): the copy
 */
HfCode *
hf_code_copy (const HfCode *code)
{
  HfCode *copy = hf_code_new (code->id);
  copy->parent = g_strdup (code->parent);
  copy->position = code->position;
  copy->origin = g_strdup (code->origin);
  copy->retired = code->retired;
  copy_texts (copy, code);
  return copy;
}

static gboolean
has_texts_of (const HfWording *a, const HfWording *b)
{
  const char *const *languages = hf_wording_get_languages (b);
  for (gsize i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (hf_wording_get_exact (a, languages[i]),
                   hf_wording_get_exact (b, languages[i]))
        != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_same (const HfWording *a, const HfWording *b)
{
  return has_texts_of (a, b) && has_texts_of (b, a);
}

/**
 * hf_code_says_the_same:
 * @a: a code
 * @b: a code
 *
 * Compares the texts of two codes.
 *
 * Returns: whether they are the same in every language
 */
gboolean
hf_code_says_the_same (const HfCode *a, const HfCode *b)
{
  return is_same (a->name, b->name) && is_same (a->definition, b->definition)
         && is_same (a->include, b->include) && is_same (a->exclude, b->exclude)
         && is_same (a->example, b->example);
}

/**
 * hf_code_save_dup_id:
 * @codebook: the codebook
 * @parent: a first-level code's id
 * @name: what the new code is called
 *
 * Makes an id for a second-level code: from its name, where that has Latin letters.
 *
 * Returns: (transfer full): an id that no code has yet
 */
char *
hf_code_save_dup_id (HfCodebook *codebook, const char *parent, const char *name)
{
  g_autofree char *own = hf_text_fold (name);
  g_strcanon (own, ID_LETTERS, ID_SEPARATOR);
  g_auto (GStrv) parts = g_strsplit (own, "-", -1);
  g_autoptr (GString) slug = g_string_new (NULL);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (slug, "%s%s", slug->len > 0 ? "-" : "", parts[i]);
  if (slug->len == 0)
    g_string_append (slug, OWN_ID);
  char *id = g_strdup_printf ("%s.%s", parent, slug->str);
  for (guint i = 2; hf_codebook_find (codebook, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s.%s-%u", parent, slug->str, i);
    }
  return id;
}

/**
 * hf_code_save_run:
 * @session: a session that writes
 * @code: a #HfCode, new or changed
 * @error: (nullable): %HF_STORE_ERROR; INVALID where a new code does not fit in
 *
 * Stores one code; the others stay as they are stored by now.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_code_save_run (HfStoreSession *session, gpointer code, GError **error)
{
  const HfCode *changed = code;
  g_autoptr (HfCodebook) codebook = hf_store_codebook_load (session, error);
  if (codebook == NULL)
    return NULL;
  HfCode *stored = hf_codebook_find (codebook, changed->id);
  if (stored != NULL)
    {
      copy_texts (stored, changed);
      stored->retired = changed->retired;
    }
  else if (!hf_codebook_add (codebook, hf_code_copy (changed)))
    {
      g_set_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID, "the code %s does not fit in",
                   changed->id);
      return NULL;
    }
  return hf_store_codebook_save (session, codebook, error) ? HF_STORE_DONE : NULL;
}
