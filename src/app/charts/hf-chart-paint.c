#include "config.h"

#include "hf-chart-paint.h"

#define HATCH 6.0
#define DOT 3.5
#define LINE 2.0

static void
add_area (cairo_t *cr, const graphene_rect_t *area)
{
  cairo_rectangle (cr, area->origin.x, area->origin.y, area->size.width, area->size.height);
}

/**
 * hf_chart_paint_bar:
 * @cr: what to paint on
 * @area: the bar
 * @color: its colour
 *
 * Paints a full bar.
 */
void
hf_chart_paint_bar (cairo_t *cr, const graphene_rect_t *area, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  add_area (cr, area);
  cairo_fill (cr);
}

/**
 * hf_chart_paint_hatched:
 * @cr: what to paint on
 * @area: the bar
 * @color: its colour
 * @lines: the colour of the lines across it
 *
 * Paints a bar that differs from a full one on paper without colour, too.
 */
void
hf_chart_paint_hatched (cairo_t *cr, const graphene_rect_t *area, const GdkRGBA *color,
                        const GdkRGBA *lines)
{
  double left = area->origin.x, top = area->origin.y;
  double width = area->size.width, height = area->size.height;
  cairo_save (cr);
  add_area (cr, area);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, lines);
  cairo_set_line_width (cr, 1);
  for (double x = left - height; x < left + width; x += HATCH)
    {
      cairo_move_to (cr, x, top + height);
      cairo_line_to (cr, x + height, top);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * hf_chart_paint_line:
 * @cr: what to paint on
 * @points: (array length=n_points): what it joins
 * @n_points: how many
 * @color: its colour
 * @surface: the colour of what it is painted on
 *
 * Paints a line with a dot at each point; one point alone is a dot.
 */
void
hf_chart_paint_line (cairo_t *cr, const graphene_point_t *points, guint n_points,
                     const GdkRGBA *color, const GdkRGBA *surface)
{
  cairo_set_line_width (cr, LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, color);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_stroke (cr);
  for (guint i = 0; i < n_points; i++)
    {
      cairo_arc (cr, points[i].x, points[i].y, DOT, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, surface);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, color);
      cairo_stroke (cr);
    }
}
