#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_GUIDE_SOURCE (hf_guide_source_get_type ())
G_DECLARE_FINAL_TYPE (HfGuideSource, hf_guide_source, HF, GUIDE_SOURCE, GtkWidget)

void hf_guide_source_set_text (HfGuideSource *self, const char *text);
char *hf_guide_source_dup_text (HfGuideSource *self);
void hf_guide_source_mark (HfGuideSource *self, guint line, guint column);
void hf_guide_source_go_to (HfGuideSource *self, guint line, guint column);

G_END_DECLS
