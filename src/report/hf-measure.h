#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint hf_measure_width (const char *text);
guint hf_measure_lines (const char *text, guint width);
GStrv hf_measure_wrap (const char *text, guint width);

G_END_DECLS
