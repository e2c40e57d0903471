#pragma once

#include "hf-choice.h"

G_BEGIN_DECLS

/* In what a row is like a customer who is known, or a complaint that is. */
typedef enum
{
  HF_IMPORT_SAME_CODE,
  HF_IMPORT_SAME_PHONE,     /* under another code */
  HF_IMPORT_SAME_NAME,      /* under another code, and no phone tells them apart */
  HF_IMPORT_SAME_COMPLAINT, /* by its number; without one by its moment, customer and words */
  HF_IMPORT_N_LIKENESSES,
} HfImportLikeness;

/* What then becomes of the row. Whatever it is, tags are never taken away, a note is never
 * replaced, and do-not-call is never taken back; no complaint is taken a step back. */
typedef enum
{
  HF_IMPORT_OVERWRITE, /* what the row says replaces what is known; blank cells replace nothing
                        */
  HF_IMPORT_FILL,      /* what the row says goes where nothing is known */
  HF_IMPORT_SKIP,
  HF_IMPORT_ADD, /* as a new one, under a code or number of its own */
} HfImportPolicy;

extern const HfChoice hf_import_likenesses[];
extern const HfChoice hf_import_policies[];

/* A row that is like a customer who is known, or a complaint that is. */
typedef struct
{
  guint row; /* in the file, from 1 */
  HfImportLikeness likeness;
  HfImportPolicy policy; /* what became of it */
  char *title;           /* of the row: a name, else a code or number */
  gint64 known_id;       /* what it is like */
  char *known_code;      /* a complaint's number */
  char *known_title;
  gboolean in_file; /* that one came with an earlier row of the same file */
} HfImportDuplicate;

void hf_import_duplicate_free (HfImportDuplicate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportDuplicate, hf_import_duplicate_free)

G_END_DECLS
