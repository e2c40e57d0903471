#pragma once

#include "hf-interview-file.h"

G_BEGIN_DECLS

char *hf_refusal_words_title (HfCallRefusal refusal, const HfCustomer *customer,
                              const HfClaim *other);
const char *hf_refusal_words_advice (HfCallRefusal refusal);
const char *hf_refusal_words_leave (HfCallRefusal refusal);
char *hf_refusal_words_handled (gint64 count);

G_END_DECLS
