#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_clock_words_there (const char *zone, gint64 moment);
char *hf_clock_words_now (const char *zone, gint64 now);

G_END_DECLS
