#pragma once

#include "hf-import-duplicate.h"
#include "hf-import-taken.h"
#include "hf-repair-counts.h"
#include "hf-store-imports.h"

G_BEGIN_DECLS

/* A row that was not imported, or a cell that was not taken. */
typedef struct
{
  guint row;   /* in the file, from 1 */
  char *field; /* the name of the field at fault, of a custom one what it is called, NULL for
                  the whole row */
  char *why;   /* in the user's language */
} HfImportRejection;

/* What is kept of an import takes no more memory however many rows it has. */
#define HF_IMPORT_MAX_REJECTIONS 100000
#define HF_IMPORT_MAX_DUPLICATES 1000
#define HF_IMPORT_MAX_REPEATED 10

/* What an import did. */
typedef struct
{
  gint64 import_id; /* by which it is undone */
  HfImportCount count;
  HfRepairCounts repaired;
  GPtrArray *rejections; /* (element-type HfImportRejection), in the order of the rows: the
                            first HF_IMPORT_MAX_REJECTIONS of them */
  gint64 n_kept;         /* cells that were not taken, because what is here goes first */
  GPtrArray *kept;       /* (element-type HfImportRejection): the same of them */
  /* Rows that are like a customer or a complaint that is known. By phone and name they are
   * counted where they were looked for, see hf_import_request_looks_for_alike(). */
  gint64 n_alike[HF_IMPORT_N_LIKENESSES];
  GPtrArray *taken; /* (element-type HfImportTaken): what texts of the file were taken for */
  GPtrArray *duplicates; /* (element-type HfImportDuplicate), in the order of the rows: the
                            first HF_IMPORT_MAX_DUPLICATES of them */
  /* Rows with the code of a customer who came with an earlier row of the file, and the numbers
   * of the first HF_IMPORT_MAX_REPEATED of them. */
  gint64 n_repeated;
  guint repeated[HF_IMPORT_MAX_REPEATED];
} HfImportResult;

HfImportResult *hf_import_result_new (void);
void hf_import_result_free (HfImportResult *self);
void hf_import_result_reject (HfImportResult *self, guint row, const char *field,
                              const char *why);
void hf_import_result_keep (HfImportResult *self, guint row, const char *field,
                            const char *why);
void hf_import_result_add_duplicate (HfImportResult *self, HfImportDuplicate *duplicate);
void hf_import_result_set_taken (HfImportResult *self, GPtrArray *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportResult, hf_import_result_free)

G_END_DECLS
