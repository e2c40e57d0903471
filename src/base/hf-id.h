#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys that were made an hour apart differ by so much. */
#define HF_ID_HOUR (G_GINT64_CONSTANT (3600000) << 22)

gint64 hf_id_new (void);
void hf_id_pass (gint64 id);

G_END_DECLS
