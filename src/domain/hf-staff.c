#include "config.h"

#include "hf-staff.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HfStaff, hf_staff, G_TYPE_OBJECT)

static void
hf_staff_finalize (GObject *object)
{
  HfStaff *self = HF_STAFF (object);
  g_free (self->code);
  g_free (self->name);
  g_free (self->branch);
  G_OBJECT_CLASS (hf_staff_parent_class)->finalize (object);
}

static void
hf_staff_class_init (HfStaffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_staff_finalize;
}

static void
hf_staff_init (HfStaff *self)
{
  self->active = TRUE;
}

/**
 * hf_staff_new:
 *
 * Makes a member of staff.
 *
 * Returns: (transfer full): the record
 */
HfStaff *
hf_staff_new (void)
{
  return g_object_new (HF_TYPE_STAFF, NULL);
}
