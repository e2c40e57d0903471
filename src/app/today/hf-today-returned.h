#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_today_returned_show (GtkListBox *list, const GPtrArray *returned);

G_END_DECLS
