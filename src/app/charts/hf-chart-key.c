#include "config.h"

#include "hf-chart-key.h"

#include "hf-chart-paint.h"
#include "hf-chart-palette.h"

#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 12
#define SPACING 6

/* A line of a chart's legend: a sample, and what it means. */
struct _HfChartKey
{
  GtkWidget parent_instance;

  GtkWidget *swatch;
  GtkWidget *label;

  HfChartKeyKind kind;
};

enum
{
  PROP_KIND = 1,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (HfChartKeyKind, hf_chart_key_kind,
                    G_DEFINE_ENUM_VALUE (HF_CHART_KEY_BAR, "bar"),
                    G_DEFINE_ENUM_VALUE (HF_CHART_KEY_HATCHED, "hatched"),
                    G_DEFINE_ENUM_VALUE (HF_CHART_KEY_LINE, "line"))

G_DEFINE_FINAL_TYPE (HfChartKey, hf_chart_key, GTK_TYPE_WIDGET)

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  HfChartKey *self = data;
  graphene_rect_t bar = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const graphene_point_t points[] = { { 0, (float) height / 2 },
                                      { (float) width / 2, (float) height / 2 },
                                      { (float) width, (float) height / 2 } };
  HfChartPalette palette;
  hf_chart_palette_init (&palette, GTK_WIDGET (self));
  switch (self->kind)
    {
    case HF_CHART_KEY_HATCHED:
      hf_chart_paint_hatched (cr, &bar, &palette.contributing, &palette.primary);
      break;
    case HF_CHART_KEY_LINE:
      hf_chart_paint_line (cr, points, G_N_ELEMENTS (points), &palette.line, &palette.surface);
      break;
    case HF_CHART_KEY_BAR:
    default:
      hf_chart_paint_bar (cr, &bar, &palette.primary);
    }
}

static void
hf_chart_key_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfChartKey *self = HF_CHART_KEY (object);
  if (id == PROP_KIND)
    g_value_set_enum (value, self->kind);
  else
    g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
}

static void
hf_chart_key_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfChartKey *self = HF_CHART_KEY (object);
  if (id == PROP_KIND)
    self->kind = g_value_get_enum (value);
  else
    gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
}

static void
hf_chart_key_dispose (GObject *object)
{
  HfChartKey *self = HF_CHART_KEY (object);
  g_clear_pointer (&self->swatch, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (hf_chart_key_parent_class)->dispose (object);
}

static void
hf_chart_key_class_init (HfChartKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = hf_chart_key_get_property;
  object_class->set_property = hf_chart_key_set_property;
  object_class->dispose = hf_chart_key_dispose;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, HF_TYPE_CHART_KEY_KIND,
                                             HF_CHART_KEY_BAR, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hf_chart_key_init (HfChartKey *self)
{
  self->swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->swatch), draw_swatch, self, NULL);
  gtk_widget_set_valign (self->swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->swatch, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}
