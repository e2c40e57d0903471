#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_diagnosis_churn (guint at_start, guint lost, double *rate);
gboolean hf_diagnosis_retention (guint at_start, guint at_end, guint gained, double *rate);

G_END_DECLS
