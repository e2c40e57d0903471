#include "config.h"

#include "hf-widget.h"

/**
 * hf_widget_dispose_template:
 * @widget: a widget that is being disposed, itself a child of GtkWidget
 * @type: the type whose template it has
 *
 * Lets go of everything its template gave it: the children that have names, which is all that
 * gtk_widget_dispose_template() takes away, and those that have none. Windows and rows let go
 * of their one child themselves.
 */
void
hf_widget_dispose_template (GtkWidget *widget, GType type)
{
  gtk_widget_dispose_template (widget, type);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * hf_widget_empty_box:
 * @box: a box
 *
 * Takes everything out of a box.
 */
void
hf_widget_empty_box (GtkBox *box)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
