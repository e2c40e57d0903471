#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_LANGUAGES (hf_setup_languages_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupLanguages, hf_setup_languages, HF, SETUP_LANGUAGES, HfSetupSection)

G_END_DECLS
