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

/* With the line below the row, which the height of the widget leaves out: far down, that would
 * be many rows. */
static gboolean
get_row_height (GtkColumnView *view, double *height)
{
  GtkWidget *row = gtk_widget_get_first_child (hf_column_rows_get (view));
  graphene_rect_t bounds;
  if (row == NULL || !gtk_widget_compute_bounds (row, row, &bounds) || bounds.size.height <= 0)
    return FALSE;
  *height = bounds.size.height;
  return TRUE;
}

/**
 * hf_column_rows_put_first:
 * @view: a view of columns whose rows are all of one height
 * @position: a row
 *
 * Scrolls so that a row is at the top, as far as the rows below it allow.
 *
 * Returns: whether it did; not before the rows have their places
 */
gboolean
hf_column_rows_put_first (GtkColumnView *view, guint position)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
  double height;
  if (!get_row_height (view, &height)
      || ABS (gtk_adjustment_get_upper (scroll) - n_rows * height) >= height)
    return FALSE;
  gtk_adjustment_set_value (scroll, position * height);
  return TRUE;
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
  double height;
  if (!get_row_height (view, &height))
    return FALSE;
  *first = gtk_adjustment_get_value (scroll) / height;
  *count = gtk_adjustment_get_page_size (scroll) / height + 1;
  return TRUE;
}
