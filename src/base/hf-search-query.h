#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_search_query (const char *typed);
char *hf_search_query_phone (const char *typed);

G_END_DECLS
