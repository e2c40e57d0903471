#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_WINDOW (hf_import_window_get_type ())
G_DECLARE_FINAL_TYPE (HfImportWindow, hf_import_window, HF, IMPORT_WINDOW, AdwWindow)

HfImportWindow *hf_import_window_new (HfStore *store);
void hf_import_window_open (HfImportWindow *self, const char *path);

G_END_DECLS
