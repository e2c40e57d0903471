#pragma once

#include "hf-outcome.h"
#include "hf-promise.h"

G_BEGIN_DECLS

/* Moments for which one key is enough. */
typedef enum
{
  HF_CALL_AGAIN_HOUR,
  HF_CALL_AGAIN_AFTERNOON,
  HF_CALL_AGAIN_TOMORROW,
  HF_CALL_AGAIN_NEXT_WEEK,
} HfCallAgain;

gint64 hf_finish_call_again (HfCallAgain when, gint64 now, GTimeZone *zone);
gint64 hf_finish_usual_moment (const HfOutcome *outcome, gint64 now, GTimeZone *zone);
const HfOutcome *hf_finish_suggest (gboolean complete, guint n_answers);
char *hf_finish_words_next (const HfOutcome *outcome, gint64 call_again_at,
                            gboolean do_not_call, const char *zone);
char *hf_finish_words_number (const char *number);
char *hf_finish_words_counts (const HfOutcome *outcome);
char *hf_finish_words_done (const char *customer, const HfOutcome *outcome,
                            gint64 call_again_at);

G_END_DECLS
