#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_NUMBER_GRID (hf_number_grid_get_type ())
G_DECLARE_FINAL_TYPE (HfNumberGrid, hf_number_grid, HF, NUMBER_GRID, GtkWidget)

void hf_number_grid_begin (HfNumberGrid *self, const char *const *headings);
void hf_number_grid_add_row (HfNumberGrid *self, const char *name, const char *detail);
void hf_number_grid_add_number (HfNumberGrid *self, const char *number, const char *detail,
                                gboolean muted);
void hf_number_grid_link (HfNumberGrid *self, const char *action, const char *target);
const char *hf_number_grid_get_number (HfNumberGrid *self, guint row, guint column);

G_END_DECLS
