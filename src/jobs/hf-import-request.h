#pragma once

#include "hf-import-duplicate.h"
#include "hf-import.h"

G_BEGIN_DECLS

/**
 * HfImportProgress:
 * @fraction: of the file, 0 to 1
 * @n_rows: read so far
 * @data: what the caller gave
 *
 * Called on the thread that imports, now and then.
 */
typedef void (*HfImportProgress) (double fraction, gint64 n_rows, gpointer data);

/* What is to be imported, and how. */
typedef struct
{
  char *file;
  const HfImportEntity *entity; /* what the rows are */
  HfImportProfile *profile;     /* NULL: guessed from the headings */
  gboolean dry_run;             /* do everything, and store nothing */
  gboolean remembers;           /* @profile, for the next file with the same headings */
  /* What becomes of a row that is like a customer or a complaint that is known. */
  HfImportPolicy policies[HF_IMPORT_N_LIKENESSES];
  GHashTable
      *decisions; /* (element-type guint HfImportPolicy): of single rows, by their numbers */
  HfImportProgress progress; /* may be NULL */
  gpointer data;             /* for @progress */
} HfImportRequest;

HfImportRequest *hf_import_request_new (const char *file, const HfImportEntity *entity,
                                        HfImportProfile *profile);
void hf_import_request_decide (HfImportRequest *self, guint row, HfImportPolicy policy);
HfImportPolicy hf_import_request_get_policy (const HfImportRequest *self, guint row,
                                             HfImportLikeness likeness);
gboolean hf_import_request_looks_for_alike (const HfImportRequest *self);
void hf_import_request_free (HfImportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportRequest, hf_import_request_free)

G_END_DECLS
