#pragma once

#include "hf-codebook.h"
#include "hf-store.h"

G_BEGIN_DECLS

HfCode *hf_code_copy (const HfCode *code);
gboolean hf_code_says_the_same (const HfCode *a, const HfCode *b);
char *hf_code_save_dup_id (HfCodebook *codebook, const char *parent, const char *name);
gpointer hf_code_save_run (HfStoreSession *session, gpointer code, GError **error);

G_END_DECLS
