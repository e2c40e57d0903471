#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 hf_id_new (void);
void hf_id_pass (gint64 id);

G_END_DECLS
