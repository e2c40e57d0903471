#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_widget_dispose_template (GtkWidget *widget, GType type);

G_END_DECLS
