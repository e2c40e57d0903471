#pragma once

#include "hf-field.h"

G_BEGIN_DECLS

/* A text of a file that is not one of our values, and which of them it was taken for. */
typedef struct
{
  char *field; /* the field's name */
  char *label; /* what the field is called, in the program's language */
  char *theirs;
  char *ours;       /* the value's name; "" where it says that it is not known */
  char *ours_label; /* in the program's language */
} HfImportTaken;

HfImportTaken *hf_import_taken_new (const HfField *field, const char *theirs, const char *ours);
void hf_import_taken_unref (HfImportTaken *self);

G_END_DECLS
