#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_LADDER (hf_setup_ladder_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupLadder, hf_setup_ladder, HF, SETUP_LADDER, HfSetupSection)

G_END_DECLS
