#pragma once

#include "hf-import.h"

G_BEGIN_DECLS

/* Reads the rows of an import ahead, on a thread of its own, while others are being stored. */
typedef struct _HfImportFeed HfImportFeed;

HfImportFeed *hf_import_feed_new (HfImport *import);
gboolean hf_import_feed_next (HfImportFeed *self, HfImportRow *row, GError **error);
double hf_import_feed_get_progress (const HfImportFeed *self);
void hf_import_feed_free (HfImportFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportFeed, hf_import_feed_free)

G_END_DECLS
