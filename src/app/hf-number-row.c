#include "config.h"

#include "hf-number-row.h"

#define PAGE_STEP 10

/* A row of a form that asks for a whole number from 0. */
struct _HfNumberRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;
};

enum
{
  PROP_UPPER = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfNumberRow, hf_number_row, ADW_TYPE_ACTION_ROW)

static void
on_changed (HfNumberRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A screen reader shall not say "spin button" alone. */
static void
on_title_changed (HfNumberRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  -1);
}

static void
hf_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_spin_button_set_range (HF_NUMBER_ROW (object)->spin, 0, g_value_get_uint (value));
}

static void
hf_number_row_class_init (HfNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = hf_number_row_set_property;

  properties[PROP_UPPER] = g_param_spec_uint ("upper", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HF_TYPE_NUMBER_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_number_row_init (HfNumberRow *self)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, G_MAXINT, 1, PAGE_STEP, 0);
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (adjustment, 1, 0));
  gtk_spin_button_set_numeric (self->spin, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

/**
 * hf_number_row_get_value:
 * @self: a row
 *
 * Gives the number.
 *
 * Returns: the number, 0 where none was given
 */
guint
hf_number_row_get_value (HfNumberRow *self)
{
  gtk_spin_button_update (self->spin);
  return gtk_spin_button_get_value_as_int (self->spin);
}

/**
 * hf_number_row_set_value:
 * @self: a row
 * @value: the number
 *
 * Shows a number.
 */
void
hf_number_row_set_value (HfNumberRow *self, guint value)
{
  gtk_spin_button_set_value (self->spin, value);
}
