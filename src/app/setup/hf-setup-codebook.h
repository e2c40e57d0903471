#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_CODEBOOK (hf_setup_codebook_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupCodebook, hf_setup_codebook, HF, SETUP_CODEBOOK, HfSetupSection)

void hf_setup_codebook_add_code (HfSetupCodebook *self, const char *parent, const char *name);

G_END_DECLS
