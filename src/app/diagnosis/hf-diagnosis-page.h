#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_DIAGNOSIS_PAGE (hf_diagnosis_page_get_type ())
G_DECLARE_FINAL_TYPE (HfDiagnosisPage, hf_diagnosis_page, HF, DIAGNOSIS_PAGE, GtkWidget)

G_END_DECLS
