#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_FIRM (hf_setup_firm_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupFirm, hf_setup_firm, HF, SETUP_FIRM, HfSetupSection)

G_END_DECLS
