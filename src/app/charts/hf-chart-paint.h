#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_chart_paint_bar (cairo_t *cr, const graphene_rect_t *area, const GdkRGBA *color);
void hf_chart_paint_hatched (cairo_t *cr, const graphene_rect_t *area, const GdkRGBA *color,
                             const GdkRGBA *lines);
void hf_chart_paint_line (cairo_t *cr, const graphene_point_t *points, guint n_points,
                          const GdkRGBA *color, const GdkRGBA *surface);

G_END_DECLS
