#pragma once

#include "hf-guide.h"
#include "hf-markup.h"

G_BEGIN_DECLS

gboolean hf_guide_read (HfGuide *self, const HfMarkup *root, GError **error);

G_END_DECLS
