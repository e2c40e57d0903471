#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_call_log_read_when (const char *typed, gint64 now, gint64 *moment);

G_END_DECLS
