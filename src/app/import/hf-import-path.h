#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The steps of an import, in their order. */
typedef enum
{
  HF_IMPORT_STEP_FILE,
  HF_IMPORT_STEP_ENCODING,
  HF_IMPORT_STEP_HEADINGS,
  HF_IMPORT_STEP_COLUMNS,
  HF_IMPORT_STEP_REPAIRS,
  HF_IMPORT_STEP_DUPLICATES,
  HF_IMPORT_STEP_CHECK,
  HF_IMPORT_STEP_RESULT,
} HfImportStep;

#define HF_IMPORT_N_STEPS 8

#define HF_TYPE_IMPORT_PATH (hf_import_path_get_type ())
G_DECLARE_FINAL_TYPE (HfImportPath, hf_import_path, HF, IMPORT_PATH, GtkWidget)

void hf_import_path_set_step (HfImportPath *self, HfImportStep step, guint open);

G_END_DECLS
