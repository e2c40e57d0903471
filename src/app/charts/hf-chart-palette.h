#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The charts' colours: told apart by people who see no red or no green, and by their lightness
 * on paper. After Okabe and Ito, "Color Universal Design", 2008. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA grid;
  GdkRGBA primary;
  GdkRGBA contributing;
  GdkRGBA line;
  GdkRGBA surface; /* what the chart is drawn on */
  GdkRGBA ice;
  GdkRGBA ice_shade;
  GdkRGBA ice_edge;
  GdkRGBA sea_top;
  GdkRGBA sea_bottom;
  GdkRGBA sunk_top; /* ice under water */
  GdkRGBA sunk_bottom;
  GdkRGBA on_sunk; /* text on it */
  GdkRGBA on_sea;
} HfChartPalette;

void hf_chart_palette_init (HfChartPalette *self, GtkWidget *widget);

G_END_DECLS
