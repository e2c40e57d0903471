#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_server_words_place (const char *location);

G_END_DECLS
