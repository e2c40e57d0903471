#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 hf_id_new (void);

G_END_DECLS
