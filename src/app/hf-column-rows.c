#include "config.h"

#include "hf-column-rows.h"

#include "hf-row-bin.h"

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

static HfRowBin *
find_bin (GtkWidget *widget)
{
  HfRowBin *bin = HF_IS_ROW_BIN (widget) ? HF_ROW_BIN (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && bin == NULL;
       child = gtk_widget_get_next_sibling (child))
    bin = find_bin (child);
  return bin;
}

/* The row that is @y below the top of the view. Rows are nearly of one height, and in a long
 * list that is not enough to work it out. */
static guint
find_row (GtkColumnView *view, double y)
{
  GtkWidget *rows = hf_column_rows_get (view);
  GtkWidget *row = gtk_widget_pick (rows, gtk_widget_get_width (rows) / 2.0, y,
                                    GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  while (row != NULL && row != rows && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);
  HfRowBin *bin = row != NULL && row != rows ? find_bin (row) : NULL;
  return bin != NULL ? hf_row_bin_get_position (bin) : GTK_INVALID_LIST_POSITION;
}

/**
 * hf_column_rows_put_first:
 * @view: a view of columns whose rows are nearly of one height
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
  GtkWidget *row = gtk_widget_get_first_child (hf_column_rows_get (view));
  double n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
  double height = gtk_adjustment_get_upper (scroll) / n_rows;
  if (row == NULL || ABS (height - gtk_widget_get_height (row)) > height / 5)
    return FALSE;
  gtk_adjustment_set_value (scroll, position * height);
  return TRUE;
}

/**
 * hf_column_rows_get_span:
 * @view: a view of columns, the first of which is an #HfRowBin
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
  double page = gtk_adjustment_get_page_size (scroll);
  int height = row != NULL ? gtk_widget_get_height (row) : 0;
  *first = find_row (view, 0);
  if (height <= 0 || *first == GTK_INVALID_LIST_POSITION)
    return FALSE;
  guint last = find_row (view, page - 1);
  gboolean filled = last != GTK_INVALID_LIST_POSITION && last >= *first;
  *count = filled ? last - *first + 1 : page / height + 1;
  return TRUE;
}
