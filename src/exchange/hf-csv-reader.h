#pragma once

#include "hf-row-reader.h"

G_BEGIN_DECLS

/* What a text file may hold at most; a file that asks for more is refused with its row. */
#define HF_CSV_CELL_LIMIT (1024 * 1024) /* bytes of UTF-8 in one cell */
#define HF_CSV_ROW_LIMIT (16 * 1024 * 1024)
#define HF_CSV_COLUMN_LIMIT 16384 /* what spreadsheet programs have */

#define HF_TYPE_CSV_READER (hf_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (HfCsvReader, hf_csv_reader, HF, CSV_READER, HfRowReader)

HfRowReader *hf_csv_reader_open (const char *path, const HfReadOptions *options,
                                 GError **error);
const char *hf_csv_reader_get_encoding (HfCsvReader *self);
char hf_csv_reader_get_delimiter (HfCsvReader *self);

G_END_DECLS
