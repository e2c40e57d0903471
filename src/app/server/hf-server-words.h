#pragma once

#include "hf-store-location.h"

G_BEGIN_DECLS

char *hf_server_words_place (const char *location);
char *hf_server_words_dup_host (const char *location);
const char *hf_server_words_found (HfStoreState state);
const char *hf_server_words_found_advice (HfStoreState state);
char *hf_server_words_trouble (const GError *error, const char *location, gboolean known_host);
char *hf_server_words_state (guint waiting);
char *hf_server_words_away (guint waiting);
char *hf_server_words_back (guint saved);

G_END_DECLS
