#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_MOMENT_DAYS_A_WEEK 7

const char *hf_moment_words_weekday (guint day);
char *hf_moment_words_clock (gint64 moment);
char *hf_moment_words_near (gint64 moment, gint64 now);
char *hf_moment_words_day (const char *date);

G_END_DECLS
