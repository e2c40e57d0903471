#pragma once

#include "hf-query-fetch.h"
#include "hf-query-items.h"
#include "hf-query-pages.h"

G_BEGIN_DECLS

void hf_query_wanted_add (GQueue *wanted, guint number);
void hf_query_wanted_remove (GQueue *wanted, guint number);
gboolean hf_query_wanted_add_missing (GQueue *wanted, const GArray *numbers,
                                      HfQueryPages *pages);
void hf_query_wanted_ask (GQueue *wanted, HfQueryItems *items, HfQueryFetch *fetch, guint most);

G_END_DECLS
