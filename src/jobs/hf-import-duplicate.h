#pragma once

#include "hf-choice.h"

G_BEGIN_DECLS

/* In what a row is like a customer who is known. */
typedef enum
{
  HF_IMPORT_SAME_CODE,
  HF_IMPORT_SAME_PHONE, /* under another code */
  HF_IMPORT_SAME_NAME,  /* under another code, and no phone tells them apart */
  HF_IMPORT_N_LIKENESSES,
} HfImportLikeness;

/* What then becomes of the row. Whatever it is, tags are never taken away, a note is never
 * replaced, and do-not-call is never taken back. */
typedef enum
{
  HF_IMPORT_OVERWRITE, /* what the row says replaces what is known; blank cells replace nothing
                        */
  HF_IMPORT_FILL,      /* what the row says goes where nothing is known */
  HF_IMPORT_SKIP,
  HF_IMPORT_ADD, /* as a new customer, under a code of their own */
} HfImportPolicy;

extern const HfChoice hf_import_likenesses[];
extern const HfChoice hf_import_policies[];

/* A row that is like a customer who is known. */
typedef struct
{
  guint row; /* in the file, from 1 */
  HfImportLikeness likeness;
  HfImportPolicy policy; /* what became of it */
  char *title;           /* of the row: a name, else a code */
  gint64 customer_id;    /* the customer it is like */
  char *customer_code;
  char *customer_title;
  gboolean in_file; /* that customer came with an earlier row of the same file */
} HfImportDuplicate;

void hf_import_duplicate_free (HfImportDuplicate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportDuplicate, hf_import_duplicate_free)

G_END_DECLS
