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
 * hf_widget_scroll_sideways:
 * @window: what scrolls sideways and stands within something that scrolls up and down
 *
 * Lets the wheel scroll what is around it, which it would take otherwise and do nothing.
 */
void
hf_widget_scroll_sideways (GtkScrolledWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller),
                                               GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);
    }
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

/**
 * hf_widget_empty_list:
 * @list: a list
 *
 * Removes all rows of a list.
 */
void
hf_widget_empty_list (GtkListBox *list)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/**
 * hf_widget_show_remark:
 * @label: a label that takes no room without words
 * @remark: (nullable): what it says
 *
 * Shows a remark, or that there is none.
 */
void
hf_widget_show_remark (GtkLabel *label, const char *remark)
{
  gtk_label_set_text (label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (label), remark != NULL);
}
