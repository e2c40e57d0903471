#pragma once

#include "hf-assumption.h"

G_BEGIN_DECLS

const char *hf_assumption_words_title (const char *key);
const char *hf_assumption_words_effect (const char *key);
const char *hf_assumption_words_source (const HfAssumption *assumption);
char *hf_assumption_words_value (const char *key, double value);
char *hf_assumption_words_typed (const char *key, double value);
gboolean hf_assumption_words_parse (const char *key, const char *typed, double *value,
                                    const char **problem);

G_END_DECLS
