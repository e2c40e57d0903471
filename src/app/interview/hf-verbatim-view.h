#pragma once

#include <gtk/gtk.h>

#include "hf-verbatim.h"

G_BEGIN_DECLS

#define HF_TYPE_VERBATIM_VIEW (hf_verbatim_view_get_type ())
G_DECLARE_FINAL_TYPE (HfVerbatimView, hf_verbatim_view, HF, VERBATIM_VIEW, GtkWidget)

GtkWidget *hf_verbatim_view_new (HfVerbatim *verbatim, const char *question,
                                 GPtrArray *reasons);
HfVerbatim *hf_verbatim_view_get_verbatim (HfVerbatimView *self);
char *hf_verbatim_view_dup_selection (HfVerbatimView *self, gint64 *start);

G_END_DECLS
