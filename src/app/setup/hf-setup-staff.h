#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_STAFF (hf_setup_staff_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupStaff, hf_setup_staff, HF, SETUP_STAFF, HfSetupSection)

G_END_DECLS
