#pragma once

#include "hf-guide.h"
#include "hf-store-interviews.h"

G_BEGIN_DECLS

char *hf_guide_words_title (const HfGuide *guide, const char *language);
char *hf_guide_words_version (const HfStoredGuide *stored, const HfGuide *guide);
char *hf_guide_words_state (const HfStoredGuide *stored);
char *hf_guide_words_question (const HfQuestion *question, const char *language);
char *hf_guide_words_answer (const HfQuestion *question, const char *language);

G_END_DECLS
