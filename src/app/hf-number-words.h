#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_number_words_count (double count);
char *hf_number_words_percent (double share);
char *hf_number_words_gap (double points);
char *hf_number_words_amount (gint64 amount, const char *currency);
char *hf_number_words_amount_short (gint64 amount, const char *currency);
char *hf_number_words_one_in (double share);
char *hf_number_words_rates (double response, double contact, double refusal);

G_END_DECLS
