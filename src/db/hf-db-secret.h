#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hf_db_secret_free (gpointer secret);

G_END_DECLS
