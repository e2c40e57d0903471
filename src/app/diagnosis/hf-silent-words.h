#pragma once

#include "hf-silent-preset.h"

G_BEGIN_DECLS

const char *hf_silent_words_preset (const char *name);
char *hf_silent_words_range (const HfSilentFigures *figures);
char *hf_silent_words_reach (const HfSilentFigures *figures);
char *hf_silent_words_rests_on (const HfSilentPreset *preset, const HfOwnShare *own);
char *hf_silent_words_result (const HfSilentPreset *preset, const HfSilentFigures *figures);
char *hf_silent_words_row (const HfSilentPreset *preset, const HfSilentFigures *figures);
char *hf_silent_words_chosen (const HfSilentPreset *preset);

G_END_DECLS
