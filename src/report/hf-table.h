#pragma once

#include "hf-row.h"

G_BEGIN_DECLS

/* The widest that a column of text grows before its lines wrap, in digits. */
#define HF_TABLE_MAX_WIDTH 54

/* Columns with headings, and rows of cells. It knows nothing of files. */
typedef struct _HfTable HfTable;

HfTable *hf_table_new (void);
void hf_table_free (HfTable *self);
void hf_table_set_max_width (HfTable *self, guint digits);
void hf_table_add_column (HfTable *self, const char *heading, HfCellKind kind);
void hf_table_take_column (HfTable *self, char *heading, HfCellKind kind);
guint hf_table_n_columns (const HfTable *self);
const char *hf_table_get_heading (const HfTable *self, guint column);
HfCellKind hf_table_get_kind (const HfTable *self, guint column);
HfRow *hf_table_add_row (HfTable *self);
guint hf_table_n_rows (const HfTable *self);
const HfRow *hf_table_get_row (const HfTable *self, guint row);
void hf_table_measure (HfTable *self, const HfRow *row);
guint hf_table_get_width (const HfTable *self, guint column);
guint hf_table_heading_lines (const HfTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTable, hf_table_free)

G_END_DECLS
