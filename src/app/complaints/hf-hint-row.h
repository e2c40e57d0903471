#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-hint.h"
#include "hf-complaint-words.h"

G_BEGIN_DECLS

#define HF_TYPE_HINT_ROW (hf_hint_row_get_type ())
G_DECLARE_FINAL_TYPE (HfHintRow, hf_hint_row, HF, HINT_ROW, GtkListBoxRow)

/* Signal: "decided" (int the HfHintState). */
GtkWidget *hf_hint_row_new (HfComplaintHint *hint, HfComplaintWords *words);
HfComplaintHint *hf_hint_row_get_hint (HfHintRow *self);

G_END_DECLS
