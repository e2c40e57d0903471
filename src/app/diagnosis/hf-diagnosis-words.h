#pragma once

#include "hf-figures.h"

G_BEGIN_DECLS

char *hf_diagnosis_words_heard (const HfFigures *figures);
char *hf_diagnosis_words_evidence (const HfFigures *figures);
char *hf_diagnosis_words_silent (const HfFigures *figures);
char *hf_diagnosis_words_iceberg (const HfFigures *figures);
char *hf_diagnosis_words_months (const HfFigures *figures);
char *hf_diagnosis_words_own (const HfOwnShare *own);
char *hf_diagnosis_words_range (guint logged, const HfOwnShare *own, gboolean silent_only);
char *hf_diagnosis_words_offers (const HfFigures *figures);
char *hf_diagnosis_words_lost (const HfFigures *figures);
char *hf_diagnosis_words_undated (const HfFigures *figures);
char *hf_diagnosis_words_value (const HfFigures *figures);
char *hf_diagnosis_words_complaints (const HfFigures *figures);
char *hf_diagnosis_words_retention (const HfFigures *figures);
char *hf_diagnosis_words_of_all (const HfFigures *figures);
char *hf_diagnosis_words_key_figure (const char *title, const char *value, const char *detail);
gboolean hf_diagnosis_words_is_empty (const HfFigures *figures);

G_END_DECLS
