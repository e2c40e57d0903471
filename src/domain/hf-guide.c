#include "config.h"

#include "hf-guide.h"

#include <string.h>

#include "hf-guide-parser.h"
#include "hf-starter.h"

G_DEFINE_FINAL_TYPE (HfGuide, hf_guide, G_TYPE_OBJECT)

static void
objection_free (gpointer data)
{
  HfObjection *objection = data;
  g_free (objection->id);
  hf_wording_unref (objection->title);
  g_ptr_array_unref (objection->texts);
  g_free (objection);
}

static void
hf_guide_finalize (GObject *object)
{
  HfGuide *self = HF_GUIDE (object);
  g_free (self->code);
  g_free (self->language);
  hf_wording_unref (self->title);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->objections);
  G_OBJECT_CLASS (hf_guide_parent_class)->finalize (object);
}

static void
hf_guide_class_init (HfGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_guide_finalize;
}

static void
hf_guide_init (HfGuide *self)
{
  self->title = hf_wording_new ();
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->objections = g_ptr_array_new_with_free_func (objection_free);
}

/**
 * hf_guide_new:
 *
 * Makes an empty guide.
 *
 * Returns: (transfer full): the guide
 */
HfGuide *
hf_guide_new (void)
{
  return g_object_new (HF_TYPE_GUIDE, NULL);
}

/**
 * hf_guide_new_starter:
 * @code: one of hf_starter_list_guides()
 *
 * Makes a guide that the program comes with.
 *
 * Returns: (transfer full): the guide
 */
HfGuide *
hf_guide_new_starter (const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = hf_starter_load_guide (code);
  g_return_val_if_fail (file != NULL, NULL);
  HfGuide *self = hf_guide_parse (file, &error);
  if (self == NULL)
    g_error ("The starter guide %s is damaged: %s", code, error->message);
  return self;
}

/**
 * hf_guide_parse:
 * @file: an XML file's content
 * @error: (nullable): %HF_MARKUP_ERROR, with line and column, for the user
 *
 * Reads a guide.
 *
 * Returns: (transfer full) (nullable): the guide, %NULL on an error
 */
HfGuide *
hf_guide_parse (GBytes *file, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);
  g_autoptr (HfMarkup) root = hf_markup_parse (text, length, error);
  g_autoptr (HfGuide) self = hf_guide_new ();
  if (root == NULL || !hf_guide_read (self, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_guide_add_objection:
 * @self: a guide that is being read
 * @id: the objection's identifier
 *
 * Adds an objection without texts.
 *
 * Returns: (transfer none): the objection
 */
HfObjection *
hf_guide_add_objection (HfGuide *self, const char *id)
{
  HfObjection *objection = g_new0 (HfObjection, 1);
  objection->id = g_strdup (id);
  objection->title = hf_wording_new ();
  objection->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_wording_unref);
  g_ptr_array_add (self->objections, objection);
  return objection;
}

/**
 * hf_guide_find:
 * @self: a guide
 * @question: (nullable): a question's id
 *
 * Finds a question.
 *
 * Returns: (transfer none) (nullable): the question
 */
HfQuestion *
hf_guide_find (HfGuide *self, const char *question)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      HfQuestion *found = self->questions->pdata[i];
      if (g_strcmp0 (found->id, question) == 0)
        return found;
    }
  return NULL;
}

/**
 * hf_guide_list_languages:
 * @self: a guide
 *
 * Lists the languages in which it can be read, which are those of its title.
 *
 * Returns: (transfer full): their codes, the one it was written in first
 */
GStrv
hf_guide_list_languages (HfGuide *self)
{
  return g_strdupv ((GStrv) hf_wording_get_languages (self->title));
}
