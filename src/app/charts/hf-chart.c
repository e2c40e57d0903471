#include "config.h"

#include "hf-chart.h"

#include <adwaita.h>
#include <math.h>

/* How large the words at an axis are. */
#define TICK_SCALE 0.88

typedef struct
{
  char *key;
  GtkWidget *button;
  graphene_rect_t area;
} Mark;

typedef struct
{
  HfFigures *figures;
  GPtrArray *marks; /* (element-type Mark) */
  guint last;       /* the mark that the keyboard was on */
} HfChartPrivate;

enum
{
  MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HfChart, hf_chart, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((HfChartPrivate *) hf_chart_get_instance_private (self))

static void
mark_free (gpointer data)
{
  Mark *mark = data;
  gtk_widget_unparent (mark->button);
  g_free (mark->key);
  g_free (mark);
}

static Mark *
get_mark (HfChart *self, guint index)
{
  return g_ptr_array_index (PRIVATE (self)->marks, index);
}

static int
find_focused (HfChart *self)
{
  HfChartPrivate *priv = PRIVATE (self);
  for (guint i = 0; i < priv->marks->len; i++)
    if (gtk_widget_is_focus (get_mark (self, i)->button))
      return i;
  return -1;
}

static void
on_clicked (HfChart *self, GtkWidget *button)
{
  HfChartPrivate *priv = PRIVATE (self);
  for (guint i = 0; i < priv->marks->len; i++)
    if (get_mark (self, i)->button == button)
      {
        priv->last = i;
        /* What is shown next may take the marks away. */
        g_autofree char *key = g_strdup (get_mark (self, i)->key);
        g_signal_emit (self, signals[MARK_ACTIVATED], 0, key);
        return;
      }
}

static gboolean
go_to_end (GtkWidget *widget, GVariant *last, gpointer data)
{
  HfChart *self = HF_CHART (widget);
  guint count = hf_chart_get_n_marks (self);
  return count > 0 && hf_chart_focus_mark (self, g_variant_get_boolean (last) ? count - 1 : 0);
}

/* The whole chart is one stop of the Tab key; arrows go from mark to mark. */
static gboolean
hf_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HfChart *self = HF_CHART (widget);
  HfChartPrivate *priv = PRIVATE (self);
  int at = find_focused (self);
  if (priv->marks->len == 0)
    return FALSE;
  if (at < 0)
    return hf_chart_focus_mark (self, MIN (priv->last, priv->marks->len - 1));
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  gboolean back = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;
  int next = CLAMP (at + (back ? -1 : 1), 0, (int) priv->marks->len - 1);
  return hf_chart_focus_mark (self, next);
}

static GtkSizeRequestMode
hf_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hf_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfChart *self = HF_CHART (widget);
  HfChartPrivate *priv = PRIVATE (self);
  if (priv->figures == NULL)
    return;
  HF_CHART_GET_CLASS (self)->place (self, width, height);
  for (guint i = 0; i < priv->marks->len; i++)
    {
      Mark *mark = get_mark (self, i);
      GtkAllocation area = { floorf (mark->area.origin.x), floorf (mark->area.origin.y),
                             ceilf (mark->area.size.width), ceilf (mark->area.size.height) };
      gtk_widget_set_child_visible (mark->button, area.width > 0 && area.height > 0);
      int least = 0;
      /* A widget has to be measured before it is given its size. */
      gtk_widget_measure (mark->button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      area.width = MAX (area.width, least);
      gtk_widget_size_allocate (mark->button, &area, -1);
    }
}

static void
hf_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HfChart *self = HF_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  if (PRIVATE (self)->figures != NULL && width > 0 && height > 0)
    HF_CHART_GET_CLASS (self)->draw (self, snapshot, width, height);
  GTK_WIDGET_CLASS (hf_chart_parent_class)->snapshot (widget, snapshot);
}

static void
hf_chart_dispose (GObject *object)
{
  HfChartPrivate *priv = PRIVATE (HF_CHART (object));
  g_ptr_array_set_size (priv->marks, 0);
  g_clear_object (&priv->figures);
  G_OBJECT_CLASS (hf_chart_parent_class)->dispose (object);
}

static void
hf_chart_finalize (GObject *object)
{
  g_ptr_array_unref (PRIVATE (HF_CHART (object))->marks);
  G_OBJECT_CLASS (hf_chart_parent_class)->finalize (object);
}

static void
hf_chart_class_init (HfChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_chart_finalize;
  widget_class->focus = hf_chart_focus;
  widget_class->get_request_mode = hf_chart_get_request_mode;
  widget_class->size_allocate = hf_chart_size_allocate;
  widget_class->snapshot = hf_chart_snapshot;

  /**
   * HfChart::mark-activated:
   * @self: a chart
   * @key: the mark's key
   *
   * A mark was clicked, or Enter pressed on it.
   */
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", HF_TYPE_CHART, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_chart_init (HfChart *self)
{
  PRIVATE (self)->marks = g_ptr_array_new_with_free_func (mark_free);
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * hf_chart_get_figures:
 * @self: a chart
 *
 * Gives what it shows.
 *
 * Returns: (transfer none) (nullable): the figures
 */
HfFigures *
hf_chart_get_figures (HfChart *self)
{
  return PRIVATE (self)->figures;
}

/**
 * hf_chart_set_figures:
 * @self: a chart
 * @figures: (nullable): what to show
 *
 * Shows another set of figures; the keyboard stays where it was, if it can.
 */
void
hf_chart_set_figures (HfChart *self, HfFigures *figures)
{
  HfChartPrivate *priv = PRIVATE (self);
  int focused = find_focused (self);
  g_set_object (&priv->figures, figures);
  g_ptr_array_set_size (priv->marks, 0);
  if (figures != NULL)
    HF_CHART_GET_CLASS (self)->update (self, figures);
  if (focused >= 0 && (guint) focused < priv->marks->len)
    hf_chart_focus_mark (self, focused);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hf_chart_dup_table:
 * @self: a chart
 *
 * Gives its numbers as text.
 *
 * Returns: (transfer full) (nullable): a table; %NULL where it shows nothing
 */
HfChartTable *
hf_chart_dup_table (HfChart *self)
{
  HfFigures *figures = PRIVATE (self)->figures;
  return figures != NULL ? HF_CHART_GET_CLASS (self)->tabulate (self, figures) : NULL;
}

/**
 * hf_chart_get_n_marks:
 * @self: a chart
 *
 * Counts the marks.
 *
 * Returns: how many
 */
guint
hf_chart_get_n_marks (HfChart *self)
{
  return PRIVATE (self)->marks->len;
}

/**
 * hf_chart_focus_mark:
 * @self: a chart
 * @index: a mark
 *
 * Puts the keyboard on a mark.
 *
 * Returns: whether it is there
 */
gboolean
hf_chart_focus_mark (HfChart *self, guint index)
{
  PRIVATE (self)->last = index;
  return gtk_widget_grab_focus (get_mark (self, index)->button);
}

/**
 * hf_chart_add_mark:
 * @self: a chart
 * @key: what "mark-activated" says of it
 * @label: what it says to people, a sentence
 *
 * Adds a mark after those there are.
 */
void
hf_chart_add_mark (HfChart *self, const char *key, const char *label)
{
  Mark *mark = g_new0 (Mark, 1);
  mark->key = g_strdup (key);
  mark->button = gtk_button_new ();
  gtk_widget_add_css_class (mark->button, "chart-mark");
  gtk_widget_set_tooltip_text (mark->button, label);
  gtk_widget_set_cursor_from_name (mark->button, "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_parent (mark->button, GTK_WIDGET (self));
  g_signal_connect_swapped (mark->button, "clicked", G_CALLBACK (on_clicked), self);
  g_ptr_array_add (PRIVATE (self)->marks, mark);
}

/**
 * hf_chart_place_mark:
 * @self: a chart
 * @index: a mark
 * @area: where it lies; empty where it is not shown
 *
 * Says where a mark lies.
 */
void
hf_chart_place_mark (HfChart *self, guint index, const graphene_rect_t *area)
{
  get_mark (self, index)->area = *area;
}

/**
 * hf_chart_get_line_height:
 * @self: a chart
 *
 * Measures a line of text in the chart's font, so that a chart grows with the letters.
 *
 * Returns: pixels
 */
int
hf_chart_get_line_height (HfChart *self)
{
  /* Han characters stand taller than Latin ones in most fonts. */
  g_autoptr (PangoLayout) text = hf_chart_create_text (self, "Ág国", 1, -1);
  int height = 0;
  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

/**
 * hf_chart_create_text:
 * @self: a chart
 * @text: plain text
 * @scale: 1 for the chart's own font size
 * @width: pixels to break and ellipsise at; -1 for one line of any width
 *
 * Sets a text in the chart's font. It is one line unless its height is set.
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
hf_chart_create_text (HfChart *self, const char *text, double scale, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (scale != 1)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      if (scale > 1)
        pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  if (width >= 0)
    {
      pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * hf_chart_draw_text:
 * @snapshot: what is being drawn
 * @text: the text
 * @x: its left edge, pixels
 * @y: its top edge, pixels
 * @color: its colour
 *
 * Draws a text on whole pixels, where it is sharpest.
 */
void
hf_chart_draw_text (GtkSnapshot *snapshot, PangoLayout *text, float x, float y,
                    const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x), roundf (y)));
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * hf_chart_draw_tick:
 * @self: a chart
 * @snapshot: what is being drawn
 * @words: what stands at the tick
 * @x: where the tick is, pixels
 * @y: the top edge, pixels
 * @align: which part of the words stands at @x: 0 their start, 1 their end
 * @color: their colour
 *
 * Writes at an axis.
 */
void
hf_chart_draw_tick (HfChart *self, GtkSnapshot *snapshot, const char *words, float x, float y,
                    float align, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) text = hf_chart_create_text (self, words, TICK_SCALE, -1);
  int width = 0;
  pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (text, &width, NULL);
  hf_chart_draw_text (snapshot, text, x - align * (float) width, y, color);
}
