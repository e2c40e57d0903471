#include "config.h"

#include "hf-iceberg-layout.h"

#include <math.h>

#define MARGIN 12.0f
#define NARROW 420.0f
/* How much of the width the ice takes, and how wide it may be for its height. */
#define WIDE_SHARE 0.56f
#define NARROW_SHARE 0.8f
#define MAX_ASPECT 1.25f
#define BISECTIONS 40

/* Clockwise from the peak, in a box of 1 by 1. Stretching it changes no share of its area. */
static const graphene_point_t outline[HF_ICEBERG_N_POINTS] = {
  { 0.45f, 0.00f }, { 0.50f, 0.05f }, { 0.54f, 0.045f }, { 0.60f, 0.14f }, { 0.67f, 0.17f },
  { 0.75f, 0.27f }, { 0.90f, 0.35f }, { 1.00f, 0.46f },  { 0.95f, 0.60f }, { 0.87f, 0.69f },
  { 0.80f, 0.81f }, { 0.67f, 0.88f }, { 0.56f, 1.00f },  { 0.47f, 0.94f }, { 0.36f, 0.91f },
  { 0.22f, 0.80f }, { 0.14f, 0.67f }, { 0.04f, 0.57f },  { 0.00f, 0.44f }, { 0.11f, 0.34f },
  { 0.20f, 0.27f }, { 0.27f, 0.16f }, { 0.33f, 0.13f },  { 0.40f, 0.04f },
};

static double
cross (const graphene_point_t *a, const graphene_point_t *b)
{
  return (double) a->x * b->y - (double) b->x * a->y;
}

static graphene_point_t
cut (const graphene_point_t *a, const graphene_point_t *b, double y)
{
  double part = (y - a->y) / ((double) b->y - a->y);
  return GRAPHENE_POINT_INIT (a->x + (float) part * (b->x - a->x), (float) y);
}

/* Twice the area of what lies above @depth: the outline with all below cut off. */
static double
area_above (double depth)
{
  graphene_point_t kept[2 * HF_ICEBERG_N_POINTS];
  gsize n = 0;
  for (gsize i = 0; i < HF_ICEBERG_N_POINTS; i++)
    {
      const graphene_point_t *a = &outline[i];
      const graphene_point_t *b = &outline[(i + 1) % HF_ICEBERG_N_POINTS];
      if (a->y <= depth)
        kept[n++] = *a;
      if ((a->y <= depth) != (b->y <= depth))
        kept[n++] = cut (a, b, depth);
    }
  double area = 0;
  for (gsize i = 0; i < n; i++)
    area += cross (&kept[i], &kept[(i + 1) % n]);
  return fabs (area);
}

/**
 * hf_iceberg_layout_share_above:
 * @depth: how far below the peak the water stands, 0 to 1 of the height
 *
 * Measures how much of the ice is above the water.
 *
 * Returns: a share of its area, 0 to 1
 */
double
hf_iceberg_layout_share_above (double depth)
{
  return area_above (CLAMP (depth, 0, 1)) / area_above (1);
}

/**
 * hf_iceberg_layout_depth:
 * @share: how much of the ice is to be above the water, 0 to 1 of its area
 *
 * Finds where the water has to stand.
 *
 * Returns: how far below the peak, 0 to 1 of the height
 */
double
hf_iceberg_layout_depth (double share)
{
  double low = 0, high = 1;
  if (share <= 0)
    return 0;
  if (share >= 1)
    return 1;
  for (int i = 0; i < BISECTIONS; i++)
    {
      double middle = (low + high) / 2;
      if (hf_iceberg_layout_share_above (middle) < share)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/**
 * hf_iceberg_layout_init:
 * @self: (out): the places
 * @width: the chart's width, pixels
 * @height: the chart's height, pixels
 * @text_height: what the words above the water need, pixels
 * @share: the share of the ice above the water, 0 to 1
 *
 * Places the ice so that the words have room above the water, however small the tip is.
 */
void
hf_iceberg_layout_init (HfIcebergLayout *self, float width, float height, float text_height,
                        double share)
{
  float depth = (float) hf_iceberg_layout_depth (share);
  float bottom = height - MARGIN;
  float sky = text_height + 2 * MARGIN;
  float top = MARGIN;
  if (depth < 1)
    top = MAX (MARGIN, (sky - depth * bottom) / (1 - depth));
  float ice_height = MAX (bottom - top, 1);
  float ice_width = width * (width < NARROW ? NARROW_SHARE : WIDE_SHARE);
  ice_width = MIN (ice_width, ice_height * MAX_ASPECT);
  float left = width < NARROW ? width - ice_width - MARGIN / 2 : (width - ice_width) / 2;
  graphene_rect_init (&self->box, left, top, ice_width, ice_height);
  for (gsize i = 0; i < HF_ICEBERG_N_POINTS; i++)
    self->outline[i] = hf_iceberg_layout_point (self, outline[i].x, outline[i].y);
  self->water_y = top + depth * ice_height;
}

/**
 * hf_iceberg_layout_water_at:
 * @self: the places
 * @share: another share of the ice, 0 to 1
 *
 * Tells where the water would stand if that share were above it.
 *
 * Returns: pixels from the top
 */
float
hf_iceberg_layout_water_at (const HfIcebergLayout *self, double share)
{
  return self->box.origin.y + (float) hf_iceberg_layout_depth (share) * self->box.size.height;
}

/**
 * hf_iceberg_layout_point:
 * @self: the places
 * @x: 0 to 1 of the ice's width
 * @y: 0 to 1 of its height
 *
 * Finds a point of the ice.
 *
 * Returns: the point, pixels
 */
graphene_point_t
hf_iceberg_layout_point (const HfIcebergLayout *self, float x, float y)
{
  return GRAPHENE_POINT_INIT (self->box.origin.x + x * self->box.size.width,
                              self->box.origin.y + y * self->box.size.height);
}

/**
 * hf_iceberg_layout_edges:
 * @self: the places
 * @y: a height, pixels from the top
 * @left: (out): the ice's left edge there
 * @right: (out): its right edge there; equal to @left where there is no ice
 *
 * Finds how wide the ice is at a height.
 */
void
hf_iceberg_layout_edges (const HfIcebergLayout *self, float y, float *left, float *right)
{
  float least = G_MAXFLOAT, most = -G_MAXFLOAT;
  for (gsize i = 0; i < HF_ICEBERG_N_POINTS; i++)
    {
      const graphene_point_t *a = &self->outline[i];
      const graphene_point_t *b = &self->outline[(i + 1) % HF_ICEBERG_N_POINTS];
      if ((a->y <= y) == (b->y <= y))
        continue;
      graphene_point_t crossing = cut (a, b, y);
      least = MIN (least, crossing.x);
      most = MAX (most, crossing.x);
    }
  *left = least <= most ? least : self->box.origin.x + self->box.size.width / 2;
  *right = least <= most ? most : *left;
}
