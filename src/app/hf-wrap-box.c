#include "config.h"

#include "hf-wrap-box.h"

/* Puts its children side by side, and those that find no room on the next line. Each is as wide
 * as it wants to be; what a line has left is for those in it that expand. */
struct _HfWrapBox
{
  GtkWidget parent_instance;

  int spacing; /* between children, and between lines */
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfWrapBox, hf_wrap_box, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first one of the next line, NULL: it is the last line */
  int natural;
  int n_expanding;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_of (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The children from @first on that have room in @width, one at least. */
static Line
take_line (HfWrapBox *self, GtkWidget *first, int width)
{
  Line line = { .first = first };
  GtkWidget *child = first;
  for (; child != NULL; child = next_of (child))
    {
      int wanted = natural_width (child) + (child != first ? self->spacing : 0);
      if (child != first && line.natural + wanted > width)
        break;
      line.natural += wanted;
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  return line;
}

static int
width_in (const Line *line, GtkWidget *child, int width)
{
  int extra = MAX (0, width - line->natural);
  int wanted = MIN (natural_width (child), width);
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL)
             ? wanted + extra / line->n_expanding
             : wanted;
}

static void
measure_line (const Line *line, int width, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = line->first; child != line->end; child = next_of (child))
    {
      int child_minimum, child_natural;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_in (line, child, width),
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure_across (HfWrapBox *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
       child != NULL; child = next_of (child))
    {
      int least, wanted;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
hf_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  HfWrapBox *self = HF_WRAP_BOX (widget);
  int least, width;
  measure_across (self, &least, &width);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (for_size >= 0)
    width = MAX (for_size, least);
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      int line_minimum, line_natural;
      const Line line = take_line (self, child, width);
      int gap = line.end != NULL ? self->spacing : 0;
      measure_line (&line, width, &line_minimum, &line_natural);
      *minimum += line_minimum + gap;
      *natural += line_natural + gap;
      child = line.end;
    }
}

static void
place_line (HfWrapBox *self, const Line *line, int width, int y, int height)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;
  for (GtkWidget *child = line->first; child != line->end; child = next_of (child))
    {
      int child_width = width_in (line, child, width);
      int at = from_right ? width - x - child_width : x;
      gtk_widget_size_allocate (child, &(GtkAllocation){ at, y, child_width, height }, -1);
      x += child_width + self->spacing;
    }
}

static void
hf_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfWrapBox *self = HF_WRAP_BOX (widget);
  int y = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      int minimum, natural;
      const Line line = take_line (self, child, width);
      measure_line (&line, width, &minimum, &natural);
      /* Where there is but one line, it has all the height. */
      int line_height = y == 0 && line.end == NULL ? MAX (height, minimum) : natural;
      place_line (self, &line, width, y, line_height);
      y += line_height + self->spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
hf_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hf_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, HF_WRAP_BOX (object)->spacing);
}

static void
hf_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HF_WRAP_BOX (object)->spacing = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
hf_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hf_wrap_box_parent_class)->dispose (object);
}

static void
hf_wrap_box_class_init (HfWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_wrap_box_get_property;
  object_class->set_property = hf_wrap_box_set_property;
  object_class->dispose = hf_wrap_box_dispose;
  widget_class->measure = hf_wrap_box_measure;
  widget_class->size_allocate = hf_wrap_box_size_allocate;
  widget_class->get_request_mode = hf_wrap_box_get_request_mode;

  /**
   * HfWrapBox:spacing:
   *
   * How far children and lines are apart, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_wrap_box_init (HfWrapBox *self)
{
}

/**
 * hf_wrap_box_new:
 * @spacing: how far children and lines are apart, in pixels
 *
 * Makes an empty box; children are put into it by gtk_widget_set_parent().
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
hf_wrap_box_new (int spacing)
{
  return g_object_new (HF_TYPE_WRAP_BOX, "spacing", spacing, NULL);
}
