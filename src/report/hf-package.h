#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_package_is_whole (const char *path, const gint64 *row_bytes, guint n_sheets);

G_END_DECLS
