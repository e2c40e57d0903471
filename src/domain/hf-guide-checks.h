#pragma once

#include "hf-guide.h"
#include "hf-markup.h"

G_BEGIN_DECLS

/* What must be true of a guide beside its form; for the parser, while the guide grows. */
gboolean hf_guide_check_plain (const HfGuide *guide, const HfWording *wording, const char *name,
                               const HfMarkup *element, GError **error);
gboolean hf_guide_check_speech (HfGuide *guide, const GPtrArray *ways, const HfMarkup *element,
                                GError **error);
gboolean hf_guide_check_texts (HfGuide *guide, const HfQuestion *question,
                               const HfMarkup *element, GError **error);
gboolean hf_guide_check_options (const HfQuestion *question, const HfMarkup *element,
                                 GError **error);
gboolean hf_guide_check_condition (HfGuide *guide, const HfCondition *condition,
                                   const HfMarkup *element, GError **error);

G_END_DECLS
