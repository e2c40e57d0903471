#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hf_wide_text_is (const char *bytes, gsize length, int byte_order);
const char *hf_wide_text_find (const char *bytes, gsize length);

G_END_DECLS
