#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_PROMISES (hf_setup_promises_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupPromises, hf_setup_promises, HF, SETUP_PROMISES, HfSetupSection)

G_END_DECLS
