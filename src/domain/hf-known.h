#pragma once

#include "hf-question.h"

G_BEGIN_DECLS

/* What to do with an answer that is known already, so that nothing is asked twice. */
typedef enum
{
  HF_KNOWN_CONFIRM, /* young: it need only be confirmed */
  HF_KNOWN_STILL,   /* stale: is it still so? */
  HF_KNOWN_ANEW,    /* too old, or of a kind that is asked each time */
} HfKnown;

HfKnown hf_known_judge (const HfQuestion *question, gint64 at, gint64 now);
char *hf_known_dup_speech (HfQuestion *question, const char *value, HfKnown known,
                           const char *language);

G_END_DECLS
