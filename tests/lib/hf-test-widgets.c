#include "config.h"

#include "hf-test-widgets.h"

/* What is called so in the widget's template. */
gpointer
hf_test_widgets_get_part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

/* The row of a form that has this title. */
GtkWidget *
hf_test_widgets_find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = hf_test_widgets_find_titled (child, title);
  return found;
}

/* A window of a type that is open; NULL where none is. */
gpointer
hf_test_widgets_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static int
measure (GtkWidget *widget)
{
  int least;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Names what is so wide, from the outside inwards. */
static void
tell_widest (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;
      g_test_message ("%d %s %s", measure (widget), G_OBJECT_TYPE_NAME (widget),
                      GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child)
            && (widest == NULL || measure (child) > measure (widest)))
          widest = child;
      widget = widest;
    }
}

/* It has room in the narrowest window that is promised. */
void
hf_test_widgets_assert_narrow (GtkWidget *widget)
{
  if (measure (widget) > HF_TEST_LEAST_WIDTH)
    tell_widest (widget);
  g_assert_cmpint (measure (widget), <=, HF_TEST_LEAST_WIDTH);
}
