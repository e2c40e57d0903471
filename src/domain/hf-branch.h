#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

#define HF_TYPE_BRANCH (hf_branch_get_type ())
G_DECLARE_FINAL_TYPE (HfBranch, hf_branch, HF, BRANCH, GObject)

/* A branch, shop or dealer of the firm. */
struct _HfBranch
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  char *code;
  char *name;
  char *region;
  char *time_zone;    /* such as Asia/Urumqi; NULL: that of the firm */
  gint64 calendar_id; /* when it works; 0: as the firm does */
  gboolean active;
};

HfBranch *hf_branch_new (void);

G_END_DECLS
