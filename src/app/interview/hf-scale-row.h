#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_SCALE_ROW (hf_scale_row_get_type ())
G_DECLARE_FINAL_TYPE (HfScaleRow, hf_scale_row, HF, SCALE_ROW, GtkWidget)

void hf_scale_row_set_range (HfScaleRow *self, int lowest, int highest);
void hf_scale_row_set_ends (HfScaleRow *self, const char *low, const char *high);
void hf_scale_row_set_label (HfScaleRow *self, const char *label);
void hf_scale_row_set_value (HfScaleRow *self, const char *value);
char *hf_scale_row_dup_value (HfScaleRow *self);
gboolean hf_scale_row_pick (HfScaleRow *self, guint number);
gboolean hf_scale_row_press (HfScaleRow *self, guint keyval);

G_END_DECLS
