#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_profile_key_escape (const char *text);
char *hf_profile_key_unescape (const char *key);

G_END_DECLS
