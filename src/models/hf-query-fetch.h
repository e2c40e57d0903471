#pragma once

#include "hf-query.h"

G_BEGIN_DECLS

/* One question to the store, and its answer: how many records there are, where that is asked,
 * and those of some pages. */
typedef struct
{
  const HfQuery *query;
  gpointer filter;
  guint page_size;
  gboolean counts;
  gboolean resets; /* the filter is another one than before */
  GArray *numbers; /* (element-type guint): which pages */

  gint64 count;
  GPtrArray *pages; /* (element-type GPtrArray): in the order of the numbers */
} HfQueryFetch;

HfQueryFetch *hf_query_fetch_new (const HfQuery *query, gconstpointer filter, guint page_size);
void hf_query_fetch_free (gpointer self);
void hf_query_fetch_add_page (HfQueryFetch *self, guint number);
gpointer hf_query_fetch_run (HfStoreSession *session, gpointer self, GError **error);

G_END_DECLS
