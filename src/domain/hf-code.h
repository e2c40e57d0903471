#pragma once

#include <glib-object.h>

#include "hf-wording.h"

G_BEGIN_DECLS

#define HF_TYPE_CODE (hf_code_get_type ())
G_DECLARE_FINAL_TYPE (HfCode, hf_code, HF, CODE, GObject)

/* One reason of the codebook, on its first or its second level. */
struct _HfCode
{
  GObject parent_instance;

  char *id;       /* such as service-lapse.queues; never changes */
  char *parent;   /* the first-level code's id, NULL on the first level */
  guint position; /* among those of the same parent, from 0 */
  char *origin;   /* where it comes from, such as an article's number; may be NULL */
  gboolean retired;
  HfWording *name;
  HfWording *definition;
  HfWording *include; /* what counts as it */
  HfWording *exclude; /* what does not, and where it belongs instead */
  HfWording *example; /* words of a customer */
};

HfCode *hf_code_new (const char *id);

G_END_DECLS
