#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_GUIDES (hf_setup_guides_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupGuides, hf_setup_guides, HF, SETUP_GUIDES, HfSetupSection)

void hf_setup_guides_import (HfSetupGuides *self, GFile *file);
void hf_setup_guides_export (HfSetupGuides *self, GFile *file);

G_END_DECLS
