#include "config.h"

#include "hf-scale-row.h"

/* A second digit that comes within this time makes 10 of 1 and 0. */
#define TWO_DIGITS_MICROSECONDS G_USEC_PER_SEC
#define SPACING 6

/* A row of buttons, one for each number of a scale. */
struct _HfScaleRow
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* (element-type GtkToggleButton), borrowed from the row */
  int lowest;
  int highest;
  gint64 one_at; /* monotonic, when the key 1 was pressed */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfScaleRow, hf_scale_row, GTK_TYPE_WIDGET)

static int
find_active (HfScaleRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      return (int) i;
  return -1;
}

static void
on_toggled (GtkToggleButton *button, HfScaleRow *self)
{
  if (gtk_toggle_button_get_active (button) || find_active (self) < 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_number (HfScaleRow *self, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "scale-number");
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static gboolean
choose (HfScaleRow *self, int index)
{
  if (index < 0 || index >= (int) self->buttons->len)
    return FALSE;
  gtk_widget_grab_focus (self->buttons->pdata[index]);
  gtk_toggle_button_set_active (self->buttons->pdata[index], TRUE);
  return TRUE;
}

static gboolean
hf_scale_row_grab_focus (GtkWidget *widget)
{
  HfScaleRow *self = HF_SCALE_ROW (widget);
  int active = MAX (find_active (self), 0);
  return self->buttons->len > 0 && gtk_widget_grab_focus (self->buttons->pdata[active]);
}

static void
hf_scale_row_dispose (GObject *object)
{
  HfScaleRow *self = HF_SCALE_ROW (object);
  for (guint i = 0; self->buttons != NULL && i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_scale_row_parent_class)->dispose (object);
}

static void
hf_scale_row_class_init (HfScaleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_scale_row_dispose;
  widget_class->grab_focus = hf_scale_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);

  /**
   * HfScaleRow::changed:
   * @self: a row
   *
   * Another number is chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_scale_row_init (HfScaleRow *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, SPACING);
  self->buttons = g_ptr_array_new ();
}

/**
 * hf_scale_row_set_range:
 * @self: a row without numbers
 * @lowest: its first number
 * @highest: its last
 *
 * Makes the buttons; called once.
 */
void
hf_scale_row_set_range (HfScaleRow *self, int lowest, int highest)
{
  self->lowest = lowest;
  self->highest = highest;
  for (int number = lowest; number <= highest; number++)
    add_number (self, number);
}

static void
describe (GtkWidget *button, const char *text)
{
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * hf_scale_row_set_ends:
 * @self: a row
 * @low: (nullable): what its first number means
 * @high: (nullable): what its last means
 *
 * Describes the ends for a screen reader.
 */
void
hf_scale_row_set_ends (HfScaleRow *self, const char *low, const char *high)
{
  describe (self->buttons->pdata[0], low);
  describe (self->buttons->pdata[self->buttons->len - 1], high);
}

/**
 * hf_scale_row_set_label:
 * @self: a row
 * @label: what is asked
 *
 * Names the row for a screen reader.
 */
void
hf_scale_row_set_label (HfScaleRow *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * hf_scale_row_set_value:
 * @self: a row
 * @value: a number; what is none of the row's chooses none
 *
 * Chooses a number.
 */
void
hf_scale_row_set_value (HfScaleRow *self, const char *value)
{
  gint64 number = G_MININT64;
  g_ascii_string_to_signed (value, 10, G_MININT32, G_MAXINT32, &number, NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i], self->lowest + (int) i == number);
}

/**
 * hf_scale_row_dup_value:
 * @self: a row
 *
 * Gives the number that is chosen.
 *
 * Returns: (transfer full) (nullable): the number
 */
char *
hf_scale_row_dup_value (HfScaleRow *self)
{
  int active = find_active (self);
  return active >= 0 ? g_strdup_printf ("%d", self->lowest + active) : NULL;
}

/**
 * hf_scale_row_pick:
 * @self: a row
 * @number: a number key, 0 to 9
 *
 * Chooses by a number key; 1 and 0 one after the other make 10.
 *
 * Returns: whether the number is on the scale
 */
gboolean
hf_scale_row_pick (HfScaleRow *self, guint number)
{
  gint64 now = g_get_monotonic_time ();
  gboolean ten = number == 0 && self->highest >= 10 && self->one_at != 0
                 && now - self->one_at < TWO_DIGITS_MICROSECONDS;
  self->one_at = number == 1 ? now : 0;
  return choose (self, (ten ? 10 : (int) number) - self->lowest);
}

static void
step_by (HfScaleRow *self, int step)
{
  choose (self, CLAMP (find_active (self) + step, 0, (int) self->buttons->len - 1));
}

/**
 * hf_scale_row_press:
 * @self: the row
 * @keyval: a key
 *
 * Moves to the number beside, where the key is Left or Right.
 *
 * Returns: whether it is one of these
 */
gboolean
hf_scale_row_press (HfScaleRow *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step_by (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step_by (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}
