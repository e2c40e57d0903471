#pragma once

#include "hf-custom-condition.h"

G_BEGIN_DECLS

char *hf_custom_words_value (const char *value);
char *hf_custom_words_condition (const char *name, HfCustomKind kind, const char *value);

G_END_DECLS
