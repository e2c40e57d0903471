#include "config.h"

#include "hf-row-bin.h"

/* A row of a long list, of which a list view makes two hundred and more, though few can be
 * seen. What it holds is made when it has its first record, and a row without a record shows
 * nothing: it keeps what it showed before, unseen, since to lay out other texts is what takes
 * time. */
struct _HfRowBin
{
  GtkWidget parent_instance;

  GType row_type;
  GtkWidget *row;
  guint position;
};

enum
{
  PROP_ROW_TYPE = 1,
  PROP_RECORD,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfRowBin, hf_row_bin, GTK_TYPE_WIDGET)

/* How high the rows of a type are, all of them the same; only the main thread asks. */
static GHashTable *heights;

static int
measure_height (HfRowBin *self)
{
  gpointer type = GSIZE_TO_POINTER (self->row_type);
  int height = GPOINTER_TO_INT (g_hash_table_lookup (heights, type));
  if (self->row == NULL)
    return height;
  gtk_widget_measure (self->row, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  g_hash_table_insert (heights, type, GINT_TO_POINTER (height));
  return height;
}

static void
hf_row_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  HfRowBin *self = HF_ROW_BIN (widget);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self);
  else if (self->row != NULL)
    gtk_widget_measure (self->row, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
hf_row_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfRowBin *self = HF_ROW_BIN (widget);
  if (self->row != NULL)
    gtk_widget_allocate (self->row, width, height, baseline, NULL);
}

static void
set_record (HfRowBin *self, GObject *record)
{
  if (record != NULL && self->row == NULL)
    {
      self->row = g_object_new (self->row_type, NULL);
      gtk_widget_set_parent (self->row, GTK_WIDGET (self));
    }
  if (self->row == NULL)
    return;
  gtk_widget_set_opacity (self->row, record != NULL);
  if (record != NULL)
    g_object_set (self->row, "record", record, NULL);
}

static void
hf_row_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfRowBin *self = HF_ROW_BIN (object);
  if (id == PROP_ROW_TYPE)
    self->row_type = g_value_get_gtype (value);
  else if (id == PROP_POSITION)
    self->position = g_value_get_uint (value);
  else
    set_record (self, g_value_get_object (value));
}

static void
hf_row_bin_dispose (GObject *object)
{
  g_clear_pointer (&HF_ROW_BIN (object)->row, gtk_widget_unparent);
  G_OBJECT_CLASS (hf_row_bin_parent_class)->dispose (object);
}

static void
hf_row_bin_class_init (HfRowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = hf_row_bin_set_property;
  object_class->dispose = hf_row_bin_dispose;
  widget_class->measure = hf_row_bin_measure;
  widget_class->size_allocate = hf_row_bin_size_allocate;
  heights = g_hash_table_new (NULL, NULL);

  /**
   * HfRowBin:row-type:
   *
   * What it holds: a widget with a property "record", as high as every other of its type.
   */
  properties[PROP_ROW_TYPE] = g_param_spec_gtype ("row-type", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                      | G_PARAM_STATIC_STRINGS);

  /**
   * HfRowBin:record: (nullable)
   *
   * What the row shows, %NULL for nothing.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * HfRowBin:position:
   *
   * Which row of the list it is.
   */
  properties[PROP_POSITION] = g_param_spec_uint (
      "position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hf_row_bin_init (HfRowBin *self)
{
}

/**
 * hf_row_bin_get_position:
 * @self: a row
 *
 * Tells which row of the list it is.
 *
 * Returns: its place, %GTK_INVALID_LIST_POSITION while it has none
 */
guint
hf_row_bin_get_position (HfRowBin *self)
{
  return self->position;
}
