#pragma once

#include "hf-promise.h"
#include "hf-call-task.h"

G_BEGIN_DECLS

char *hf_today_due_words (gint64 now, gint64 due_at);
char *hf_today_promise_words (const HfPromise *promise);
char *hf_today_call_words (const HfCallTask *call, gint64 now, gint64 staff_id);
char *hf_today_tomorrow_words (gint64 n_calls);
char *hf_today_call_title (const HfCallTask *call);

G_END_DECLS
