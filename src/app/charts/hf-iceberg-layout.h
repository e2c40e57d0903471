#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

#define HF_ICEBERG_N_POINTS 24

/* An iceberg in a box, its outline always the same; where the water stands says which share of
 * its area is above. */
typedef struct
{
  graphene_rect_t box; /* around the ice */
  graphene_point_t outline[HF_ICEBERG_N_POINTS];
  float water_y;
} HfIcebergLayout;

double hf_iceberg_layout_share_above (double depth);
double hf_iceberg_layout_depth (double share);
void hf_iceberg_layout_init (HfIcebergLayout *self, float width, float height,
                             float text_height, double share);
float hf_iceberg_layout_water_at (const HfIcebergLayout *self, double share);
graphene_point_t hf_iceberg_layout_point (const HfIcebergLayout *self, float x, float y);
void hf_iceberg_layout_edges (const HfIcebergLayout *self, float y, float *left, float *right);

G_END_DECLS
