#pragma once

#include "hf-store-imports.h"

G_BEGIN_DECLS

/* A row that was not imported. */
typedef struct
{
  guint row;   /* in the file, from 1 */
  char *field; /* the name of the field at fault, NULL for the whole row */
  char *why;   /* in the user's language */
} HfImportRejection;

/* What an import did. */
typedef struct
{
  HfImportCount count;
  GPtrArray *rejections; /* (element-type HfImportRejection), in the order of the rows */
} HfImportResult;

HfImportResult *hf_import_result_new (void);
void hf_import_result_free (HfImportResult *self);
void hf_import_result_reject (HfImportResult *self, guint row, const char *field,
                              const char *why);
char *hf_import_result_to_json (const HfImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportResult, hf_import_result_free)

G_END_DECLS
