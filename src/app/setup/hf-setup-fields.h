#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_FIELDS (hf_setup_fields_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupFields, hf_setup_fields, HF, SETUP_FIELDS, HfSetupSection)

G_END_DECLS
