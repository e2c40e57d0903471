#pragma once

#include "hf-escalation-step.h"

G_BEGIN_DECLS

char *hf_ladder_words_when (const HfEscalationStep *step);
char *hf_ladder_words_title (const HfEscalationStep *step, guint place);
char *hf_ladder_words_summary (const HfEscalationStep *step, const char *staff);
const char *hf_ladder_words_unit (HfEscalationWhen when);

G_END_DECLS
