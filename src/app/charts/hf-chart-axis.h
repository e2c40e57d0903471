#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hf_chart_axis_step (double max, guint ticks);
double hf_chart_axis_end (double max, double step);

G_END_DECLS
