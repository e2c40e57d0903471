#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_date_text_plain (const char *text);

G_END_DECLS
