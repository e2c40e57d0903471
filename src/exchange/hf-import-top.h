#pragma once

#include "hf-row-reader.h"

G_BEGIN_DECLS

/* So many rows are shown; headings further down are shown with a few rows more. */
#define HF_IMPORT_TOP_ROWS 8

/* A row as it stands in the file. */
typedef struct
{
  guint number; /* from 1 */
  GStrv cells;
} HfImportLine;

GPtrArray *hf_import_top_read (const char *path, const HfReadOptions *options, guint header_row,
                               GError **error);
guint hf_import_top_find_headings (const GPtrArray *top);
guint hf_import_top_find_headings_of (const char *path, const HfReadOptions *options);
char *hf_import_top_find_sheet (const char *path, const HfReadOptions *options,
                                guint *header_row);

G_END_DECLS
