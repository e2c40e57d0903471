#pragma once

#include "hf-complaint.h"
#include "hf-deadline-change.h"
#include "hf-promise-clock.h"
#include "hf-promise-rules.h"

G_BEGIN_DECLS

char *hf_complaint_clock_words_until (gint64 due_at, int clock, const char *calendar);
char *hf_complaint_clock_words_state (const HfClockReading *reading);
char *hf_complaint_clock_words_pause (const HfClockReading *reading);
char *hf_complaint_clock_words_change (const HfDeadlineChange *change);

G_END_DECLS
