#pragma once

#include "hf-import.h"

G_BEGIN_DECLS

/* Reads the rows of an import ahead and prepares them, on a thread of its own, while others are
 * being stored. */
typedef struct _HfImportFeed HfImportFeed;

#define HF_IMPORT_BATCH_SIZE 256

/* What can be worked out from a record alone, while others are being stored. */
typedef struct
{
  gpointer (*make) (gconstpointer record);
  void (*free) (gpointer made);
} HfImportPreparation;

/* Rows that follow each other in the file. */
typedef struct
{
  HfImportRow rows[HF_IMPORT_BATCH_SIZE];
  gpointer prepared[HF_IMPORT_BATCH_SIZE]; /* of each row that was not rejected */
  guint n_rows;
  double progress; /* how much of the file was read with them, from 0 to 1 */
} HfImportBatch;

HfImportFeed *hf_import_feed_new (HfImport *import, const HfImportPreparation *preparation);
const HfImportBatch *hf_import_feed_next (HfImportFeed *self, GError **error);
void hf_import_feed_free (HfImportFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportFeed, hf_import_feed_free)

G_END_DECLS
