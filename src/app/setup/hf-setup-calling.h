#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_CALLING (hf_setup_calling_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupCalling, hf_setup_calling, HF, SETUP_CALLING, HfSetupSection)

G_END_DECLS
