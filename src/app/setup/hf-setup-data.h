#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_DATA (hf_setup_data_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupData, hf_setup_data, HF, SETUP_DATA, HfSetupSection)

gboolean hf_setup_data_copy_to (HfSetupData *self, const char *path);

G_END_DECLS
