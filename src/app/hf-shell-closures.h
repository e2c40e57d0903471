#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char *hf_shell_page_label (const char *title, guint count);
char *hf_shell_badge (gpointer unused, guint count);
gboolean hf_shell_shows_badge (gpointer unused, guint count, gboolean compact);
gboolean hf_shell_shows_dot (gpointer unused, guint count, gboolean compact);
char *hf_shell_database_name (gpointer unused, const char *database);
char *hf_shell_database_place (gpointer unused, const char *database);
char *hf_shell_saved (gint64 saved_at, gboolean draft_lost);

G_END_DECLS
