#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_today_escalated_show (GtkListBox *list, const GPtrArray *escalations, gint64 now);

G_END_DECLS
