#pragma once

#include "hf-repair-counts.h"
#include "hf-import-words.h"

G_BEGIN_DECLS

const char *hf_import_words_order (HfDateOrder order);
char *hf_import_words_repaired (guint count, guint n_lost);
char *hf_import_words_remembered (gint64 at);
char *hf_import_words_mended (const HfRepairCounts *counts, gboolean dry_run);

G_END_DECLS
