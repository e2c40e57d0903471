#pragma once

#include "hf-import.h"

G_BEGIN_DECLS

/* Reads the rows of an import ahead, on a thread of its own, while others are being stored. */
typedef struct _HfImportFeed HfImportFeed;

#define HF_IMPORT_BATCH_SIZE 256

/* Rows that follow each other in the file. */
typedef struct
{
  HfImportRow rows[HF_IMPORT_BATCH_SIZE];
  guint n_rows;
  double progress; /* how much of the file was read with them, from 0 to 1 */
} HfImportBatch;

HfImportFeed *hf_import_feed_new (HfImport *import);
const HfImportBatch *hf_import_feed_next (HfImportFeed *self, GError **error);
void hf_import_feed_free (HfImportFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportFeed, hf_import_feed_free)

G_END_DECLS
