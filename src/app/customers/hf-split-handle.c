#include "config.h"

#include "hf-split-handle.h"

#define STEP 20

/* The line between two panes, which is dragged, or moved by the arrow keys, to make the first
 * one wider: what it says is how wide that should be. */
struct _HfSplitHandle
{
  GtkWidget parent_instance;

  int width;
};

enum
{
  PROP_WIDTH = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfSplitHandle, hf_split_handle, GTK_TYPE_WIDGET)

static void
set_width (HfSplitHandle *self, int width)
{
  if (self->width == width)
    return;
  self->width = MAX (0, width);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

static int
towards_end (HfSplitHandle *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static void
on_drag_update (HfSplitHandle *self, double x, double y, GtkGestureDrag *drag)
{
  /* The handle moves with the pointer, so that what is left is how far it has to go. */
  set_width (self, self->width + towards_end (self) * (int) x);
}

static gboolean
move (GtkWidget *widget, GVariant *steps, gpointer unused)
{
  HfSplitHandle *self = HF_SPLIT_HANDLE (widget);
  set_width (self, self->width + towards_end (self) * STEP * g_variant_get_int32 (steps));
  return GDK_EVENT_STOP;
}

static void
hf_split_handle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, HF_SPLIT_HANDLE (object)->width);
}

static void
hf_split_handle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_width (HF_SPLIT_HANDLE (object), g_value_get_int (value));
}

static void
hf_split_handle_class_init (HfSplitHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_split_handle_get_property;
  object_class->set_property = hf_split_handle_set_property;

  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 0, G_MAXINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "splithandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
hf_split_handle_init (HfSplitHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
