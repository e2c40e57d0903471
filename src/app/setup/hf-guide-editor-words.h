#pragma once

#include "hf-condition.h"
#include "hf-guide-draft.h"

G_BEGIN_DECLS

char *hf_guide_editor_words_label (HfGuideDraft *draft, const HfMarkup *element,
                                   const char *name);
char *hf_guide_editor_words_element (HfGuideDraft *draft, const HfMarkup *element);
char *hf_guide_editor_words_kind (const HfMarkup *element);
GStrv hf_guide_editor_words_tests (const char *kind);
const char *hf_guide_editor_words_sign (const char *kind, guint index);
char *hf_guide_editor_words_condition (HfGuideDraft *draft, const HfCondition *condition);

G_END_DECLS
