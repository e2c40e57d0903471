#include "config.h"

#include "hf-filter-chip.h"

#include "hf-text.h"
#include "hf-widget.h"

/* More choices than these get an entry to search them. */
#define SEARCH_FROM 12

/* A choice by which a list is narrowed, such as a branch; the first choice does not narrow. */
struct _HfFilterChip
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;
  GtkStringList *labels;

  GPtrArray *values; /* of the choices after the first */
  char *title;       /* the first choice, such as "All branches" */
  char *value;       /* NULL: the first choice */
  gboolean is_setting;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfFilterChip, hf_filter_chip, GTK_TYPE_WIDGET)

static guint
find_value (HfFilterChip *self, const char *value)
{
  for (guint i = 0; value != NULL && i < self->values->len; i++)
    if (g_str_equal (g_ptr_array_index (self->values, i), value))
      return i + 1;
  return 0;
}

static void
show_value (HfFilterChip *self)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, find_value (self, self->value));
  self->is_setting = FALSE;
  if (self->value != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrowed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrowed");
}

static void
on_selected (HfFilterChip *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  if (self->is_setting || selected == GTK_INVALID_LIST_POSITION)
    return;
  const char *value = selected > 0 ? g_ptr_array_index (self->values, selected - 1) : NULL;
  if (hf_text_set (&self->value, value))
    {
      show_value (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

static void
hf_filter_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, HF_FILTER_CHIP (object)->title);
}

static void
hf_filter_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfFilterChip *self = HF_FILTER_CHIP (object);
  hf_text_set (&self->title, g_value_get_string (value));
  hf_filter_chip_clear_choices (self);
}

static void
hf_filter_chip_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_FILTER_CHIP);
  G_OBJECT_CLASS (hf_filter_chip_parent_class)->dispose (object);
}

static void
hf_filter_chip_finalize (GObject *object)
{
  HfFilterChip *self = HF_FILTER_CHIP (object);
  g_ptr_array_unref (self->values);
  g_free (self->title);
  g_free (self->value);
  G_OBJECT_CLASS (hf_filter_chip_parent_class)->finalize (object);
}

static void
hf_filter_chip_class_init (HfFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_filter_chip_get_property;
  object_class->set_property = hf_filter_chip_set_property;
  object_class->dispose = hf_filter_chip_dispose;
  object_class->finalize = hf_filter_chip_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HfFilterChip::changed:
   *
   * The person chose another value.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFilterChip, drop_down);
  gtk_widget_class_bind_template_child (widget_class, HfFilterChip, labels);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_filter_chip_init (HfFilterChip *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_filter_chip_clear_choices:
 * @self: a chip
 *
 * Leaves only the choice that does not narrow; the value stays until it is set.
 */
void
hf_filter_chip_clear_choices (HfFilterChip *self)
{
  const char *const first[] = { self->title, NULL };
  self->is_setting = TRUE;
  g_ptr_array_set_size (self->values, 0);
  gtk_string_list_splice (self->labels, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->labels)), first);
  gtk_drop_down_set_enable_search (self->drop_down, FALSE);
  self->is_setting = FALSE;
}

/**
 * hf_filter_chip_add_choice:
 * @self: a chip
 * @value: what hf_filter_chip_get_value() gives
 * @label: how people read it
 *
 * Adds a choice at the end.
 */
void
hf_filter_chip_add_choice (HfFilterChip *self, const char *value, const char *label)
{
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->labels, label);
  gtk_drop_down_set_enable_search (self->drop_down, self->values->len > SEARCH_FROM);
  if (g_strcmp0 (value, self->value) == 0)
    show_value (self);
}

/**
 * hf_filter_chip_get_value:
 * @self: a chip
 *
 * Gives what was chosen.
 *
 * Returns: (nullable): the value, %NULL for the choice that does not narrow
 */
const char *
hf_filter_chip_get_value (HfFilterChip *self)
{
  return self->value;
}

/**
 * hf_filter_chip_set_value:
 * @self: a chip
 * @value: (nullable): a value; its choice may be added later
 *
 * Chooses, without telling.
 */
void
hf_filter_chip_set_value (HfFilterChip *self, const char *value)
{
  hf_text_set (&self->value, value);
  show_value (self);
}
