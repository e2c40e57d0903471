#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a workbook's zip archive may hold at most. Programs write some ten parts and compress
 * sheets about 10 to 50 times; an archive far beyond that was made to fill a memory. */
#define HF_XLSX_PARTS_LIMIT 4096
#define HF_XLSX_PART_SIZE_LIMIT (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define HF_XLSX_RATIO_LIMIT 250
#define HF_XLSX_RATIO_FREE_SIZE (1024 * 1024) /* a part below this may have any ratio */
#define HF_XLSX_NAME_LIMIT 512

/* The parts of a workbook: files in a zip archive, of which one at a time is read. */
typedef struct _HfXlsxPackage HfXlsxPackage;

HfXlsxPackage *hf_xlsx_package_open (const char *path, GError **error);
gboolean hf_xlsx_package_has_part (const HfXlsxPackage *self, const char *name);
gboolean hf_xlsx_package_open_part (HfXlsxPackage *self, const char *name, GError **error);
gssize hf_xlsx_package_read (HfXlsxPackage *self, char *buffer, gsize length, GError **error);
double hf_xlsx_package_get_progress (const HfXlsxPackage *self);
void hf_xlsx_package_free (HfXlsxPackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxPackage, hf_xlsx_package_free)

G_END_DECLS
