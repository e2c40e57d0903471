#include "config.h"

#include "hf-row-focus.h"

/**
 * hf_row_focus_note:
 * @widget: a widget of the window
 *
 * Notes where the keyboard stands before rows are made anew.
 *
 * Returns: the place
 */
HfRowFocus
hf_row_focus_note (GtkWidget *widget)
{
  HfRowFocus self = { NULL, 0 };
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                                 : NULL;
  if (row == NULL || !gtk_widget_is_ancestor (row, widget))
    return self;
  self.list = GTK_LIST_BOX (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));
  self.index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  return self;
}

/**
 * hf_row_focus_restore:
 * @self: where the keyboard stood
 *
 * Puts the keyboard where it stood, or on the row before where there are fewer now.
 */
void
hf_row_focus_restore (const HfRowFocus *self)
{
  GtkListBoxRow *row = NULL;
  for (int i = self->index; self->list != NULL && row == NULL && i >= 0; i--)
    row = gtk_list_box_get_row_at_index (self->list, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
