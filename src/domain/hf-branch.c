#include "config.h"

#include "hf-branch.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfBranch, hf_branch, G_TYPE_OBJECT)

static void
hf_branch_finalize (GObject *object)
{
  HfBranch *self = HF_BRANCH (object);
  g_free (self->code);
  g_free (self->name);
  g_free (self->region);
  g_free (self->time_zone);
  G_OBJECT_CLASS (hf_branch_parent_class)->finalize (object);
}

static void
hf_branch_class_init (HfBranchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_branch_finalize;
}

static void
hf_branch_init (HfBranch *self)
{
  self->active = TRUE;
}

/**
 * hf_branch_new:
 *
 * Makes a branch.
 *
 * Returns: (transfer full): the record
 */
HfBranch *
hf_branch_new (void)
{
  return g_object_new (HF_TYPE_BRANCH, NULL);
}
