#pragma once

#include "hf-promise-event.h"

G_BEGIN_DECLS

const char *hf_promise_words_ended (HfPromiseState state, gboolean late);
const char *hf_promise_words_who (const HfPromise *promise);
char *hf_promise_words_row (const HfPromise *promise);
char *hf_promise_words_clock (const HfPromise *promise, gint64 now);
char *hf_promise_words_spoken (const HfPromise *promise, gint64 now);
char *hf_promise_words_until (const HfPromise *promise);
char *hf_promise_words_judged (const HfPromise *promise);
char *hf_promise_words_source (const HfPromise *promise);
char *hf_promise_words_made (const HfPromise *promise);
char *hf_promise_words_event_title (const HfPromiseEvent *event);
char *hf_promise_words_event (const HfPromiseEvent *event);

G_END_DECLS
