#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_translations_describe (const char *name, guint translated, guint total);
GStrv hf_translations_list (void);

G_END_DECLS
