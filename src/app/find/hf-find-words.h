#pragma once

#include "hf-finding.h"

G_BEGIN_DECLS

const char *hf_find_words_heading (HfFindingKind kind, gboolean recent);
const char *hf_find_words_icon (const HfFinding *finding);
char *hf_find_words_title (const HfFinding *finding);
char *hf_find_words_subtitle (const HfFinding *finding);
const char *hf_find_words_state (const HfFinding *finding);
char *hf_find_words_why (const HfFinding *finding);

G_END_DECLS
