#pragma once

#include "hf-escalation.h"
#include "hf-store-escalations.h"

G_BEGIN_DECLS

char *hf_escalation_words_title (const HfEscalation *escalation);
char *hf_escalation_words_body (const HfEscalation *escalation, gint64 now);
char *hf_escalation_words_several (guint count);
char *hf_escalation_words_bar (const HfEscalation *escalation, gint64 now);
char *hf_escalation_words_reached (const HfEscalation *escalation, guint n_steps);
char *hf_escalation_words_logged (const HfEscalation *escalation, const char *waited_for);
char *hf_escalation_words_taken (const HfEscalation *escalation);
char *hf_escalation_words_next (gint64 at, gint64 now);
char *hf_escalation_words_handover (const HfHandover *handover);

G_END_DECLS
