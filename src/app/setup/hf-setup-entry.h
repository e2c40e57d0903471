#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_setup_entry_show (GtkEditable *entry, const char *text);
void hf_setup_entry_mark (GtkEditable *entry, gboolean wrong);

char *hf_setup_entry_dup_hours (GtkEditable *entry);

G_END_DECLS
