#pragma once

#include "hf-row-reader.h"

G_BEGIN_DECLS

/* How many different values are kept of a column; one that has more is no choice. */
#define HF_COLUMN_VALUES_MOST 12
/* So many rows are looked at for what a column may have. */
#define HF_COLUMN_VALUES_ROWS 20000

/* What stands in the columns of a table, each value once. */
typedef struct _HfColumnValues HfColumnValues;

HfColumnValues *hf_column_values_new (const char *const *headings);
HfColumnValues *hf_column_values_read (const char *path, const HfReadOptions *options);
void hf_column_values_free (HfColumnValues *self);
void hf_column_values_note (HfColumnValues *self, const HfRow *row);
const char *const *hf_column_values_list_headings (const HfColumnValues *self);
const GPtrArray *hf_column_values_get (const HfColumnValues *self, const char *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfColumnValues, hf_column_values_free)

G_END_DECLS
