#pragma once

#include "hf-field.h"
#include "hf-row-ahead.h"

G_BEGIN_DECLS

#define HF_IMPORT_ERROR (hf_import_error_quark ())

typedef enum
{
  HF_IMPORT_ERROR_NO_HEADINGS,
  HF_IMPORT_ERROR_MISSING_HEADING,
  HF_IMPORT_ERROR_DUPLICATE_HEADING,
  HF_IMPORT_ERROR_UNKNOWN_FIELD,
} HfImportError;

GQuark hf_import_error_quark (void);

/* A heading that names a month, below which the values of a field stand. */
typedef struct
{
  guint index;
  const HfField *field;
  char month[8]; /* YYYY-MM */
} HfMonthHeading;

/* The headings of a table: what its columns are called. */
typedef struct _HfHeadings HfHeadings;

HfHeadings *hf_headings_read (HfRowAhead *rows, GError **error);
HfHeadings *hf_headings_read_file (const char *path, const HfReadOptions *options,
                                   GError **error);
HfHeadings *hf_headings_new (const char *const *names, guint row);
void hf_headings_free (HfHeadings *self);
const char *const *hf_headings_list (const HfHeadings *self);
gboolean hf_headings_find (const HfHeadings *self, const char *heading, guint *index,
                           GError **error);
gboolean hf_headings_miss (const HfHeadings *self, const HfField *field, GError **error);
GArray *hf_headings_find_months (const HfHeadings *self, const HfField *fields, gsize n_fields,
                                 const char *value, guint year, GError **error);
gboolean hf_headings_check_length (const HfHeadings *self, const HfRow *row, GError **error);

gboolean hf_row_is_blank (const HfRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfHeadings, hf_headings_free)

G_END_DECLS
