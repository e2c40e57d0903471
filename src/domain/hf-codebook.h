#pragma once

#include <glib-object.h>

#include "hf-code.h"

G_BEGIN_DECLS

#define HF_TYPE_CODEBOOK (hf_codebook_get_type ())
G_DECLARE_FINAL_TYPE (HfCodebook, hf_codebook, HF, CODEBOOK, GObject)

/* Why customers leave, in two levels. */
struct _HfCodebook
{
  GObject parent_instance;

  GPtrArray *codes; /* (element-type HfCode), each first-level code before its second level */

  /* Private. */
  GHashTable *names; /* folded name -> HfCode, made when it is first needed */
};

HfCodebook *hf_codebook_new (void);
HfCodebook *hf_codebook_new_starter (void);
HfCodebook *hf_codebook_parse (GBytes *file, GError **error);
gboolean hf_codebook_add (HfCodebook *self, HfCode *code);
HfCode *hf_codebook_find (HfCodebook *self, const char *id);
HfCode *hf_codebook_find_top (HfCodebook *self, const char *id);
HfCode *hf_codebook_find_by_name (HfCodebook *self, const char *text);
char *hf_codebook_dup_name (HfCodebook *self, const char *id, const char *language);

G_END_DECLS
