#include "config.h"

#include "hf-column-rows.h"

/**
 * hf_column_rows_get:
 * @view: a view of columns
 *
 * Gives the list within the view, which has the focus and the actions.
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
hf_column_rows_get (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * hf_column_rows_scroll_to:
 * @view: a view of columns
 * @position: a row
 *
 * Brings a row into view.
 */
void
hf_column_rows_scroll_to (GtkColumnView *view, guint position)
{
  gtk_widget_activate_action (hf_column_rows_get (view), "list.scroll-to-item", "u", position);
}

/**
 * hf_column_rows_get_span:
 * @view: a view of columns whose rows are all of one height
 * @first: (out): the row at the top
 * @count: (out): how many rows there is room for
 *
 * Tells which rows can be seen.
 *
 * Returns: whether that is known yet
 */
gboolean
hf_column_rows_get_span (GtkColumnView *view, guint *first, guint *count)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkWidget *row = gtk_widget_get_first_child (hf_column_rows_get (view));
  graphene_rect_t bounds;
  /* With the line below the row, which the height of the widget leaves out: far down, that
   * would be many rows. */
  if (row == NULL || !gtk_widget_compute_bounds (row, row, &bounds) || bounds.size.height <= 0)
    return FALSE;
  *first = gtk_adjustment_get_value (scroll) / bounds.size.height;
  *count = gtk_adjustment_get_page_size (scroll) / bounds.size.height + 1;
  return TRUE;
}
