#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No character of data/han/han.table has more. */
#define HF_HAN_MAX_READINGS 6

gunichar hf_han_fold (gunichar letter);
gsize hf_han_get_readings (gunichar letter, const char **readings);
const char *hf_han_get_syllable (gsize index);
gsize hf_han_find_syllables (const char *begun, gsize length, gsize *first);

G_END_DECLS
