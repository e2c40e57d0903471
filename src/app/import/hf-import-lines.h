#pragma once

#include <gtk/gtk.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

void hf_import_lines_show (GtkGrid *grid, const HfImportPreview *preview);

G_END_DECLS
