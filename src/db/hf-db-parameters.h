#pragma once

#include <glib.h>

G_BEGIN_DECLS

int hf_db_parameters_count (const char *sql);
gboolean hf_db_parameters_check (int n_parameters, gsize n_values, GError **error);

G_END_DECLS
