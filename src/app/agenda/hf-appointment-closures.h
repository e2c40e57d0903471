#pragma once

#include "hf-agenda.h"
#include "hf-call-plan.h"

G_BEGIN_DECLS

char *hf_appointment_words_customer (const HfCallTask *task);
char *hf_appointment_words_whose (const HfCallTask *task, gint64 staff_id);
const char *hf_appointment_words_kept (const HfCallPlan *plan, const HfCallTask *task,
                                       const HfCallingRules *hours, gint64 wanted);
char *hf_appointment_words_names (const GPtrArray *tasks, gint64 now);
char *hf_appointment_words_clash (const HfAgendaClash *clash, gint64 length, gint64 now);
char *hf_appointment_words_free (gint64 moment, gint64 now);

G_END_DECLS
