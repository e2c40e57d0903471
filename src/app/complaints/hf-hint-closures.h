#pragma once

#include "hf-complaint-hint.h"
#include "hf-complaint-words.h"
#include "hf-complaint.h"

G_BEGIN_DECLS

char *hf_hint_title (const HfComplaintHint *hint);
char *hf_hint_origin (const HfComplaintHint *hint);
char *hf_hint_markup (const HfComplaintHint *hint, HfComplaintWords *words);
char *hf_hint_count_words (guint count);
HfComplaint *hf_hint_make_complaint (const HfComplaintHint *hint);

G_END_DECLS
