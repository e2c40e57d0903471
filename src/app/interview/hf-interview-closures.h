#pragma once

#include "hf-answer.h"
#include "hf-call-attempt.h"
#include "hf-coded-reason.h"
#include "hf-codebook.h"
#include "hf-customer.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-interview-flow.h"
#include "hf-promise.h"
#include "hf-question.h"
#include "hf-timeline-entry.h"

G_BEGIN_DECLS

char *hf_interview_words_place (guint position, guint count);
char *hf_interview_words_part (const HfInterviewPart *part, const char *language);
char *hf_interview_words_clock (gint64 seconds);
char *hf_interview_words_saved (gint64 saved_at, gboolean waiting);
char *hf_interview_words_recovered (guint n_answers, guint position, gboolean draft);
char *hf_interview_words_unfinished (const char *customer);
char *hf_interview_words_standing (const HfCustomer *customer, HfLoyaltyClass grade);
char *hf_interview_words_attempts (guint count);
char *hf_interview_words_attempt (const HfCallAttempt *attempt);
char *hf_interview_words_promise (const HfPromise *promise);
char *hf_interview_words_event (const HfTimelineEntry *entry);
char *hf_interview_words_reason (const HfCodedReason *reason);
char *hf_interview_words_quote (const char *quote);
char *hf_interview_words_hidden (GPtrArray *names);
char *hf_interview_words_restored (guint count);
char *hf_interview_words_error (const char *message);
char *hf_interview_words_short (const char *text);
char *hf_interview_words_hint (const HfQuestion *question);
char *hf_interview_words_code_place (const HfCodebook *codebook, const HfCode *code,
                                     const char *language);
char *hf_interview_words_include (const HfCode *code, const char *language);
char *hf_interview_words_exclude (const HfCode *code, const char *language);
char *hf_interview_words_example (const HfCode *code, const char *language);

G_END_DECLS
