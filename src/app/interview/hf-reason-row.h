#pragma once

#include <gtk/gtk.h>

#include "hf-codebook.h"
#include "hf-coded-reason.h"

G_BEGIN_DECLS

#define HF_TYPE_REASON_ROW (hf_reason_row_get_type ())
G_DECLARE_FINAL_TYPE (HfReasonRow, hf_reason_row, HF, REASON_ROW, GtkListBoxRow)

GtkWidget *hf_reason_row_new (const HfCodedReason *reason, HfCodebook *codebook);
void hf_reason_row_fill (GtkListBox *list, GPtrArray *reasons, HfCodebook *codebook);

G_END_DECLS
