#pragma once

#include "hf-window.h"

G_BEGIN_DECLS

#define HF_WINDOW_INTERVIEW "interview"

void hf_window_install_actions (GtkWidgetClass *klass);
void hf_window_leave_interview (HfWindow *self);
void hf_window_focus_search (HfWindow *self);
void hf_window_show_sidebar (HfWindow *self);

G_END_DECLS
