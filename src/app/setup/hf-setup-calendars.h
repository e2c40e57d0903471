#pragma once

#include "hf-setup-section.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_CALENDARS (hf_setup_calendars_get_type ())
G_DECLARE_FINAL_TYPE (HfSetupCalendars, hf_setup_calendars, HF, SETUP_CALENDARS, HfSetupSection)

G_END_DECLS
