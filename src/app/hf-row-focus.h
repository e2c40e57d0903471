#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the keyboard stands, in lists whose rows are made anew. */
typedef struct
{
  GtkListBox *list; /* NULL: in none of them */
  int index;
} HfRowFocus;

HfRowFocus hf_row_focus_note (GtkWidget *widget);
void hf_row_focus_restore (const HfRowFocus *self);

G_END_DECLS
