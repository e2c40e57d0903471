#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

#define HF_TYPE_STAFF (hf_staff_get_type ())
G_DECLARE_FINAL_TYPE (HfStaff, hf_staff, HF, STAFF, GObject)

/* A member of staff. */
struct _HfStaff
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  char *code;
  char *name;
  char *branch;
  gint64 branch_id;
  gboolean active;
  gboolean is_manager; /* is told where complaints of the branch are escalated */
};

HfStaff *hf_staff_new (void);

G_END_DECLS
