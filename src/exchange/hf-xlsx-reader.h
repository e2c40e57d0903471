#pragma once

#include "hf-row-reader.h"

G_BEGIN_DECLS

#define HF_TYPE_XLSX_READER (hf_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (HfXlsxReader, hf_xlsx_reader, HF, XLSX_READER, HfRowReader)

HfRowReader *hf_xlsx_reader_open (const char *path, const HfReadOptions *options,
                                  GError **error);
const char *const *hf_xlsx_reader_get_sheets (HfXlsxReader *self);
const char *hf_xlsx_reader_get_sheet (HfXlsxReader *self);
gboolean hf_xlsx_reader_is_1904 (HfXlsxReader *self);

G_END_DECLS
