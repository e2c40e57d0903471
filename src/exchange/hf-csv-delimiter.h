#pragma once

#include <glib.h>

G_BEGIN_DECLS

char hf_csv_delimiter_guess (const char *text, gsize length);
gboolean hf_csv_delimiter_parse (const char *text, char *delimiter);

G_END_DECLS
