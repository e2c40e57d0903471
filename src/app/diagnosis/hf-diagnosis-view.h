#pragma once

#include <gtk/gtk.h>

#include "hf-branch.h"
#include "hf-codebook.h"
#include "hf-figures.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_DIAGNOSIS_VIEW (hf_diagnosis_view_get_type ())
G_DECLARE_FINAL_TYPE (HfDiagnosisView, hf_diagnosis_view, HF, DIAGNOSIS_VIEW, GtkWidget)

GtkWidget *hf_diagnosis_view_new (void);
void hf_diagnosis_view_set_store (HfDiagnosisView *self, HfStore *store);
void hf_diagnosis_view_set_figures (HfDiagnosisView *self, HfFigures *figures,
                                    HfCodebook *codebook, const HfBranch *branch);

G_END_DECLS
