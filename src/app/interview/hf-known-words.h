#pragma once

#include "hf-answer.h"
#include "hf-known.h"

G_BEGIN_DECLS

char *hf_known_words_age (gint64 at, gint64 now);
char *hf_known_words_source (const HfAnswer *answer, gint64 now);
char *hf_known_words_answer (const HfAnswer *answer, const char *text, HfKnown known,
                             gint64 now);
char *hf_known_words_otherwise (const char *words, const char *speech, HfKnown known);

G_END_DECLS
