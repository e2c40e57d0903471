#pragma once

#include "hf-manager-period.h"

G_BEGIN_DECLS

char *hf_manager_words_period (const HfManagerPeriod *period);
char *hf_manager_words_saved (const HfManagerPeriod *period);
char *hf_manager_words_removed (const HfManagerPeriod *period);

G_END_DECLS
