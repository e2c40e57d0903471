#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_WINDOW (hf_window_get_type ())
G_DECLARE_FINAL_TYPE (HfWindow, hf_window, HF, WINDOW, AdwApplicationWindow)

HfWindow *hf_window_new (GtkApplication *application, const char *database, gboolean create);
const char *hf_window_get_database (HfWindow *self);
void hf_window_answer_notice (HfWindow *self, const char *verb, gint64 task_id,
                              gint64 customer_id);
GtkWidget *hf_window_show_page (HfWindow *self, const char *page);

G_END_DECLS
