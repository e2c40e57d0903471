#include "config.h"

#include "hf-code.h"

G_DEFINE_FINAL_TYPE (HfCode, hf_code, G_TYPE_OBJECT)

static void
hf_code_finalize (GObject *object)
{
  HfCode *self = HF_CODE (object);
  g_free (self->id);
  g_free (self->parent);
  g_free (self->origin);
  hf_wording_unref (self->name);
  hf_wording_unref (self->definition);
  hf_wording_unref (self->include);
  hf_wording_unref (self->exclude);
  hf_wording_unref (self->example);
  G_OBJECT_CLASS (hf_code_parent_class)->finalize (object);
}

static void
hf_code_class_init (HfCodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_code_finalize;
}

static void
hf_code_init (HfCode *self)
{
  self->name = hf_wording_new ();
  self->definition = hf_wording_new ();
  self->include = hf_wording_new ();
  self->exclude = hf_wording_new ();
  self->example = hf_wording_new ();
}

/**
 * hf_code_new:
 * @id: its identifier
 *
 * Makes a first-level code without texts.
 *
 * Returns: (transfer full): the code
 */
HfCode *
hf_code_new (const char *id)
{
  HfCode *self = g_object_new (HF_TYPE_CODE, NULL);
  self->id = g_strdup (id);
  return self;
}
