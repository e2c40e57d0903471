#include "config.h"

#include "hf-chart-palette.h"

#include <adwaita.h>

#define DIM 0.7
#define GRID 0.15
#define GRID_CONTRAST 0.5

static GdkRGBA
rgb (guint32 hex)
{
  return (GdkRGBA){ .red = (hex >> 16 & 0xff) / 255.0f,
                    .green = (hex >> 8 & 0xff) / 255.0f,
                    .blue = (hex & 0xff) / 255.0f,
                    .alpha = 1 };
}

static GdkRGBA
faded (const GdkRGBA *color, float alpha)
{
  GdkRGBA result = *color;
  result.alpha *= alpha;
  return result;
}

static void
init_light (HfChartPalette *self)
{
  self->primary = rgb (0x0072b2);
  self->contributing = rgb (0x8cc6ea);
  self->line = rgb (0xc04a00);
  self->surface = rgb (0xffffff);
  self->ice = rgb (0xf4fafd);
  self->ice_shade = rgb (0xc3dfee);
  self->ice_edge = rgb (0x6aa5c6);
  self->sea_top = rgb (0x2b7bab);
  self->sea_bottom = rgb (0x0b3557);
  self->sunk_top = rgb (0xa5d2ea);
  self->sunk_bottom = rgb (0x5b9cc2);
  self->on_sunk = rgb (0x06263f);
  self->on_sea = rgb (0xffffff);
}

static void
init_dark (HfChartPalette *self)
{
  self->primary = rgb (0x3f9fdc);
  self->contributing = rgb (0x24587a);
  self->line = rgb (0xf5a742);
  self->surface = rgb (0x303030);
  self->ice = rgb (0xe3eff6);
  self->ice_shade = rgb (0xa9cadd);
  self->ice_edge = rgb (0xd8ebf5);
  self->sea_top = rgb (0x1f5f88);
  self->sea_bottom = rgb (0x07223a);
  self->sunk_top = rgb (0x86b9d6);
  self->sunk_bottom = rgb (0x3f7fa6);
  self->on_sunk = rgb (0x041b2d);
  self->on_sea = rgb (0xffffff);
}

/**
 * hf_chart_palette_init:
 * @self: (out): colours
 * @widget: the chart
 *
 * Chooses the colours for the chart's text colour, and for light or dark.
 */
void
hf_chart_palette_init (HfChartPalette *self, GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  if (adw_style_manager_get_dark (style))
    init_dark (self);
  else
    init_light (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->text);
  self->dim = faded (&self->text, contrast ? 1 : DIM);
  self->grid = faded (&self->text, contrast ? GRID_CONTRAST : GRID);
}
