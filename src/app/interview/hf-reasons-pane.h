#pragma once

#include <gtk/gtk.h>

#include "hf-interview-session.h"
#include "hf-verbatim-view.h"

G_BEGIN_DECLS

#define HF_TYPE_REASONS_PANE (hf_reasons_pane_get_type ())
G_DECLARE_FINAL_TYPE (HfReasonsPane, hf_reasons_pane, HF, REASONS_PANE, GtkWidget)

void hf_reasons_pane_set_session (HfReasonsPane *self, HfInterviewSession *session);
void hf_reasons_pane_update (HfReasonsPane *self);
HfVerbatimView *hf_reasons_pane_find_selected (HfReasonsPane *self);

G_END_DECLS
