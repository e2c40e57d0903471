#include "config.h"

#include "hf-card-box.h"

#include "hf-card-layout.h"

/* Cards in one column or two, which the Tab key visits in their order: GTK would go by how high
 * the middle of each lies, and so visit a tall first card last. */
struct _HfCardBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (HfCardBox, hf_card_box, GTK_TYPE_BOX)

static GtkWidget *
step (GtkWidget *widget, GtkWidget *child, gboolean back)
{
  if (child == NULL)
    return back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  return back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
}

static gboolean
hf_card_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (hf_card_box_parent_class)->focus (widget, direction);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = step (widget, NULL, back);
  for (; child != NULL; child = step (widget, child, back))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

static void
hf_card_box_class_init (HfCardBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->focus = hf_card_box_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, HF_TYPE_CARD_LAYOUT);
}

static void
hf_card_box_init (HfCardBox *self)
{
}
