#include "config.h"

#include "hf-deadline-change.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfDeadlineChange, hf_deadline_change, G_TYPE_OBJECT)

const HfChoice hf_deadline_kinds[] = {
  [HF_DEADLINE_RESPOND] = { "respond", NC_ ("choice", "First word") },
  [HF_DEADLINE_RESOLVE] = { "resolve", NC_ ("choice", "Solution") },
  { NULL, NULL },
};

static void
hf_deadline_change_finalize (GObject *object)
{
  HfDeadlineChange *self = HF_DEADLINE_CHANGE (object);
  g_free (self->why);
  g_free (self->staff);
  G_OBJECT_CLASS (hf_deadline_change_parent_class)->finalize (object);
}

static void
hf_deadline_change_class_init (HfDeadlineChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_deadline_change_finalize;
}

static void
hf_deadline_change_init (HfDeadlineChange *self)
{
}

/**
 * hf_deadline_change_new:
 *
 * Makes a change of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
HfDeadlineChange *
hf_deadline_change_new (void)
{
  return g_object_new (HF_TYPE_DEADLINE_CHANGE, NULL);
}
