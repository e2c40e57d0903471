#include "config.h"

#include "hf-iceberg-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hf-chart-palette.h"
#include "hf-chart-words.h"
#include "hf-complaint.h"
#include "hf-iceberg-layout.h"
#include "hf-number-words.h"

#define MIN_WIDTH 260
#define NATURAL_WIDTH 520
#define HEIGHT 380
#define BIG 2.2
#define GAP 12.0f
#define WAVE 3.0
#define WAVE_LENGTH 48.0
#define WIDE 420
/* Where the ice is too thin for words, they stand beside it. */
#define TEXT_MIN 110.0f

/* What was said aloud above the water, what is estimated to be silent below; areas to scale.
 * Where nobody is dissatisfied there is the sea alone. */
struct _HfIcebergChart
{
  HfChart parent_instance;

  HfIcebergLayout layout;
};

G_DEFINE_FINAL_TYPE (HfIcebergChart, hf_iceberg_chart, HF_TYPE_CHART)

/* Lit and shaded faces, in the box of 1 by 1; what sticks out of the ice is cut off. */
typedef struct
{
  graphene_point_t corners[4];
  double light; /* above 0 lighter, below 0 darker */
} Face;

static const Face faces[] = {
  { { { 0.45f, 0.0f }, { 0.33f, 0.13f }, { 0.42f, 0.24f }, { 0.49f, 0.15f } }, 0.5 },
  { { { 0.45f, 0.0f }, { 0.49f, 0.15f }, { 0.60f, 0.14f }, { 0.52f, 0.04f } }, -0.3 },
  { { { 0.27f, 0.16f }, { 0.42f, 0.24f }, { 0.35f, 0.42f }, { 0.11f, 0.34f } }, 0.3 },
  { { { 0.49f, 0.15f }, { 0.42f, 0.24f }, { 0.35f, 0.42f }, { 0.58f, 0.38f } }, 0.12 },
  { { { 0.60f, 0.14f }, { 0.49f, 0.15f }, { 0.58f, 0.38f }, { 0.75f, 0.27f } }, -0.18 },
  { { { 0.75f, 0.27f }, { 0.58f, 0.38f }, { 0.78f, 0.50f }, { 1.0f, 0.46f } }, -0.3 },
  { { { 0.11f, 0.34f }, { 0.35f, 0.42f }, { 0.20f, 0.62f }, { 0.0f, 0.44f } }, 0.2 },
  { { { 0.20f, 0.62f }, { 0.35f, 0.42f }, { 0.46f, 0.70f }, { 0.22f, 0.80f } }, 0.06 },
  { { { 0.58f, 0.38f }, { 0.78f, 0.50f }, { 0.68f, 0.74f }, { 0.46f, 0.70f } }, -0.1 },
  { { { 0.78f, 0.50f }, { 1.0f, 0.46f }, { 0.87f, 0.69f }, { 0.68f, 0.74f } }, -0.26 },
  { { { 0.46f, 0.70f }, { 0.68f, 0.74f }, { 0.67f, 0.88f }, { 0.56f, 1.0f } }, -0.2 },
  { { { 0.22f, 0.80f }, { 0.46f, 0.70f }, { 0.56f, 1.0f }, { 0.36f, 0.91f } }, -0.05 },
};

static gboolean
has_ice (const HfFigures *figures)
{
  return figures->silent.dissatisfied > 0;
}

static double
share_above (const HfFigures *figures)
{
  return has_ice (figures)
             ? CLAMP (figures->complaints.logged / figures->silent.dissatisfied, 0, 1)
             : 0;
}

static void
hf_iceberg_chart_update (HfChart *chart, HfFigures *figures)
{
  g_autofree char *logged = hf_chart_words_logged (figures->complaints.logged);
  g_autofree char *silent = hf_chart_words_silent (&figures->silent);
  hf_chart_add_mark (chart, HF_ICEBERG_LOGGED, logged);
  hf_chart_add_mark (chart, HF_ICEBERG_SILENT, silent);
}

static float
text_height (HfChart *chart)
{
  return (float) hf_chart_get_line_height (chart) * (float) (BIG + 2);
}

static void
hf_iceberg_chart_place (HfChart *chart, int width, int height)
{
  HfIcebergChart *self = HF_ICEBERG_CHART (chart);
  HfFigures *figures = hf_chart_get_figures (chart);
  HfIcebergLayout *layout = &self->layout;
  hf_iceberg_layout_init (layout, (float) width, (float) height, text_height (chart),
                          share_above (figures));
  float bottom = layout->box.origin.y + layout->box.size.height;
  gboolean ice = has_ice (figures);
  hf_chart_place_mark (chart, 0, &GRAPHENE_RECT_INIT (0, 0, (float) width, layout->water_y));
  hf_chart_place_mark (chart, 1,
                       &GRAPHENE_RECT_INIT (ice ? layout->box.origin.x : 0, layout->water_y,
                                            ice ? layout->box.size.width : (float) width,
                                            MAX (bottom - layout->water_y, 1)));
}

static void
wave_path (cairo_t *cr, double y, double width)
{
  cairo_move_to (cr, 0, y);
  for (double x = 0; x < width; x += WAVE_LENGTH)
    cairo_curve_to (cr, x + WAVE_LENGTH / 3, y - WAVE, x + WAVE_LENGTH * 2 / 3, y + WAVE,
                    x + WAVE_LENGTH, y);
}

static void
fill_down (cairo_t *cr, double top, double bottom, const GdkRGBA *from, const GdkRGBA *to,
           double alpha)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, top, 0, bottom);
  cairo_pattern_add_color_stop_rgba (pattern, 0, from->red, from->green, from->blue, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, to->red, to->green, to->blue, alpha);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_sea (HfIcebergChart *self, cairo_t *cr, int width, int height,
          const HfChartPalette *palette)
{
  double water = self->layout.water_y;
  wave_path (cr, water, width);
  cairo_line_to (cr, width + WAVE_LENGTH, height);
  cairo_line_to (cr, 0, height);
  cairo_close_path (cr);
  fill_down (cr, water, height, &palette->sea_top, &palette->sea_bottom, 1);
}

static void
outline_path (HfIcebergChart *self, cairo_t *cr)
{
  for (gsize i = 0; i < HF_ICEBERG_N_POINTS; i++)
    cairo_line_to (cr, self->layout.outline[i].x, self->layout.outline[i].y);
  cairo_close_path (cr);
}

static void
draw_faces (HfIcebergChart *self, cairo_t *cr)
{
  cairo_save (cr);
  outline_path (self, cr);
  cairo_clip (cr);
  for (gsize i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      double light = faces[i].light;
      for (gsize c = 0; c < G_N_ELEMENTS (faces[i].corners); c++)
        {
          graphene_point_t corner = hf_iceberg_layout_point (
              &self->layout, faces[i].corners[c].x, faces[i].corners[c].y);
          cairo_line_to (cr, corner.x, corner.y);
        }
      cairo_close_path (cr);
      if (light > 0)
        cairo_set_source_rgba (cr, 1, 1, 1, light * 0.8);
      else
        cairo_set_source_rgba (cr, 0.02, 0.2, 0.35, -light * 0.55);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
draw_ice (HfIcebergChart *self, cairo_t *cr, int width, int height,
          const HfChartPalette *palette)
{
  const graphene_rect_t *box = &self->layout.box;
  double water = self->layout.water_y;
  double bottom = box->origin.y + box->size.height;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, water);
  cairo_clip (cr);
  outline_path (self, cr);
  fill_down (cr, box->origin.y, MAX (water, box->origin.y + 1), &palette->ice,
             &palette->ice_shade, 1);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, 0, water, width, height - water);
  cairo_clip (cr);
  outline_path (self, cr);
  fill_down (cr, water, bottom, &palette->sunk_top, &palette->sunk_bottom, 1);
  cairo_restore (cr);

  draw_faces (self, cr);
  outline_path (self, cr);
  gdk_cairo_set_source_rgba (cr, &palette->ice_edge);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Drawn over the ice, so that it stands in the water and not before it. */
static void
draw_surface (HfIcebergChart *self, cairo_t *cr, int width, const HfChartPalette *palette)
{
  wave_path (cr, self->layout.water_y, width);
  gdk_cairo_set_source_rgba (cr, &palette->on_sea);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Where the water would stand by our own interviews: the range, and the share in it. */
static void
draw_own (HfIcebergChart *self, cairo_t *cr, int width, const HfOwnShare *own,
          const HfChartPalette *palette)
{
  double x = width - GAP;
  double low = hf_iceberg_layout_water_at (&self->layout, own->low);
  double high = hf_iceberg_layout_water_at (&self->layout, own->high);
  double at = hf_iceberg_layout_water_at (&self->layout, own->share);
  low = MAX (low, self->layout.water_y + 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, &palette->on_sea);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 5, low);
  cairo_line_to (cr, x, low);
  cairo_line_to (cr, x, high);
  cairo_line_to (cr, x - 5, high);
  cairo_stroke (cr);
  cairo_arc (cr, x, at, 5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_block (HfIcebergChart *self, GtkSnapshot *snapshot, const char *number, const char *words,
            float x, float y, int width, PangoAlignment align, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) big = hf_chart_create_text (HF_CHART (self), number, BIG, width);
  g_autoptr (PangoLayout) small = hf_chart_create_text (HF_CHART (self), words, 1, width);
  int big_height = 0;
  pango_layout_set_alignment (big, align);
  pango_layout_set_alignment (small, align);
  pango_layout_set_height (small, -2);
  pango_layout_get_pixel_size (big, NULL, &big_height);
  hf_chart_draw_text (snapshot, big, x, y, color);
  hf_chart_draw_text (snapshot, small, x, y + (float) big_height, color);
}

static void
draw_logged (HfIcebergChart *self, GtkSnapshot *snapshot, int width, const HfFigures *figures,
             const HfChartPalette *palette)
{
  float left, right;
  float height = text_height (HF_CHART (self));
  float y = MAX (self->layout.water_y - height - GAP / 2, 0);
  hf_iceberg_layout_edges (&self->layout, self->layout.water_y - 1, &left, &right);
  g_autofree char *number = hf_number_words_count (figures->complaints.logged);
  draw_block (self, snapshot, number,
              g_dngettext (GETTEXT_PACKAGE, "complaint logged", "complaints logged",
                           figures->complaints.logged),
              GAP, y, (int) MAX (left - 2 * GAP, width * 0.25f), PANGO_ALIGN_LEFT,
              &palette->text);
}

static void
draw_silent (HfIcebergChart *self, GtkSnapshot *snapshot, int width, int height,
             const HfFigures *figures, const HfChartPalette *palette)
{
  const graphene_rect_t *box = &self->layout.box;
  float sunk = box->origin.y + box->size.height - self->layout.water_y;
  float block = text_height (HF_CHART (self));
  float y = self->layout.water_y + sunk * 0.42f - block / 2;
  float left, right, lower_left, lower_right;
  hf_iceberg_layout_edges (&self->layout, y, &left, &right);
  hf_iceberg_layout_edges (&self->layout, y + block, &lower_left, &lower_right);
  left = MAX (left, lower_left) + GAP;
  right = MIN (right, lower_right) - GAP;
  g_autofree char *number = hf_number_words_count (figures->silent.silent);
  g_autofree char *words = hf_chart_words_silent_classes (&figures->silent);
  if (sunk > TEXT_MIN && right - left > TEXT_MIN)
    draw_block (self, snapshot, number, words, left, y, (int) (right - left),
                PANGO_ALIGN_CENTER, &palette->on_sunk);
  else
    draw_block (self, snapshot, number, words, GAP, (float) height - block - GAP,
                (int) (width * 0.3f), PANGO_ALIGN_LEFT, &palette->on_sea);
}

static void
draw_own_words (HfIcebergChart *self, GtkSnapshot *snapshot, int width, const HfOwnShare *own,
                const HfChartPalette *palette)
{
  float at = hf_iceberg_layout_water_at (&self->layout, own->share);
  float left, right;
  hf_iceberg_layout_edges (&self->layout, at, &left, &right);
  int room = width - (int) (right + 3 * GAP);
  g_autofree char *share = hf_number_words_one_in (own->share);
  /* Translators: at a mark in the drawing: what the firm's own interviews say, such as 1 in 8.
   */
  g_autofree char *words = g_strdup_printf (_ ("own interviews:\n%s"), share);
  g_autoptr (PangoLayout) text = hf_chart_create_text (HF_CHART (self), words, 1,
                                                       MAX (room, 1));
  pango_layout_set_height (text, -3);
  pango_layout_set_alignment (text, PANGO_ALIGN_RIGHT);
  if (width >= WIDE && room > 40)
    hf_chart_draw_text (snapshot, text, right + GAP, MAX (at, self->layout.water_y + 6),
                        &palette->on_sea);
}

/* Where nothing was complained of, 0 silent would be read as a result. */
static void
draw_nothing (HfIcebergChart *self, GtkSnapshot *snapshot, int width, int height,
              const HfFigures *figures, const HfChartPalette *palette)
{
  int room = (int) MAX (width - 2 * GAP, 1);
  float water = self->layout.water_y;
  g_autofree char *logged = hf_chart_words_logged (figures->complaints.logged);
  g_autoptr (PangoLayout) above = hf_chart_create_text (HF_CHART (self), logged, 1.2, room);
  g_autoptr (PangoLayout) below = hf_chart_create_text (HF_CHART (self),
                                                        hf_chart_words_no_estimate (), 1, room);
  int above_height, below_height;
  pango_layout_set_alignment (above, PANGO_ALIGN_CENTER);
  pango_layout_set_alignment (below, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (above, NULL, &above_height);
  pango_layout_get_pixel_size (below, NULL, &below_height);
  hf_chart_draw_text (snapshot, above, GAP, MAX ((water - (float) above_height) / 2, 0),
                      &palette->text);
  hf_chart_draw_text (snapshot, below, GAP,
                      water + ((float) height - water - (float) below_height) / 2,
                      &palette->on_sea);
}

static void
hf_iceberg_chart_draw (HfChart *chart, GtkSnapshot *snapshot, int width, int height)
{
  HfIcebergChart *self = HF_ICEBERG_CHART (chart);
  HfFigures *figures = hf_chart_get_figures (chart);
  const HfOwnShare *own = &figures->silent.own;
  gboolean ice = has_ice (figures);
  HfChartPalette palette;
  hf_chart_palette_init (&palette, GTK_WIDGET (self));

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_sea (self, cr, width, height, &palette);
  if (ice)
    draw_ice (self, cr, width, height, &palette);
  draw_surface (self, cr, width, &palette);
  if (ice && own->interviewed > 0)
    draw_own (self, cr, width, own, &palette);
  cairo_destroy (cr);

  if (!ice)
    {
      draw_nothing (self, snapshot, width, height, figures, &palette);
      return;
    }
  draw_logged (self, snapshot, width, figures, &palette);
  draw_silent (self, snapshot, width, height, figures, &palette);
  if (own->interviewed > 0)
    draw_own_words (self, snapshot, width, own, &palette);
}

static void
add_row (HfChartTable *table, const char *what, char *value)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_strv_builder_add_many (cells, what, value, NULL);
  hf_chart_table_add_row (table, g_strv_builder_end (cells));
  g_free (value);
}

static HfChartTable *
hf_iceberg_chart_tabulate (HfChart *chart, HfFigures *figures)
{
  const char *headings[] = { _ ("What"), _ ("How many"), NULL };
  const HfOwnShare *own = &figures->silent.own;
  HfChartTable *table = hf_chart_table_new (headings);
  add_row (table, _ ("Complaints logged"), hf_number_words_count (figures->complaints.logged));
  add_row (table, _ ("Dissatisfied customers, by estimate"),
           hf_number_words_count (figures->silent.dissatisfied));
  add_row (table, _ ("Silent, by estimate"), hf_number_words_count (figures->silent.silent));
  add_row (table, _ ("Silent, minor problems"),
           hf_number_words_count (figures->silent.classes[HF_COMPLAINT_MINOR].silent));
  add_row (table, _ ("Silent, major problems"),
           hf_number_words_count (figures->silent.classes[HF_COMPLAINT_MAJOR].silent));
  if (figures->silent.classes[HF_SILENT_UNPLACED].logged > 0)
    add_row (table, _ ("Silent, severity of the problem not known"),
             hf_number_words_count (figures->silent.classes[HF_SILENT_UNPLACED].silent));
  add_row (table, _ ("Silent and lost, by estimate"),
           hf_number_words_count (figures->silent.silent_and_lost));
  add_row (table, _ ("Reach by word of mouth"), hf_number_words_count (figures->silent.reach));
  add_row (table, _ ("Own interviews: dissatisfied customers asked"),
           hf_number_words_count (own->interviewed));
  add_row (table, _ ("Own interviews: who had complained"),
           hf_number_words_count (own->complained));
  return table;
}

static void
hf_iceberg_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  *minimum = across ? MIN_WIDTH : HEIGHT;
  *natural = across ? NATURAL_WIDTH : HEIGHT;
}

static void
hf_iceberg_chart_class_init (HfIcebergChartClass *klass)
{
  HfChartClass *chart_class = HF_CHART_CLASS (klass);
  GTK_WIDGET_CLASS (klass)->measure = hf_iceberg_chart_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "iceberg");
  chart_class->update = hf_iceberg_chart_update;
  chart_class->place = hf_iceberg_chart_place;
  chart_class->draw = hf_iceberg_chart_draw;
  chart_class->tabulate = hf_iceberg_chart_tabulate;
}

static void
hf_iceberg_chart_init (HfIcebergChart *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hf_iceberg_chart_new:
 *
 * Makes a chart that shows nothing yet.
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget *
hf_iceberg_chart_new (void)
{
  return g_object_new (HF_TYPE_ICEBERG_CHART, NULL);
}
