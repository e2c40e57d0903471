#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_diagnosis_interval (guint hits, guint trials, double *low, double *high);

G_END_DECLS
