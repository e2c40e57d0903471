#pragma once

#include "hf-codebook.h"
#include "hf-markup.h"

G_BEGIN_DECLS

gboolean hf_codebook_read (HfCodebook *self, const HfMarkup *root, GError **error);

G_END_DECLS
