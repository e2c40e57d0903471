#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_calendar_ics_is_one (const char *text);
gboolean hf_calendar_ics_read (const char *text, guint last_year, GPtrArray *days,
                               guint *n_passed, GError **error);

G_END_DECLS
