#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_ASSUMPTIONS (hf_setup_assumptions_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupAssumptions, hf_setup_assumptions, HF, SETUP_ASSUMPTIONS,
                      HfSetupSection)

G_END_DECLS
