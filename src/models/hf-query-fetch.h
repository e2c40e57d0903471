#pragma once

#include "hf-query.h"

G_BEGIN_DECLS

typedef enum
{
  HF_QUERY_FETCH_START, /* the first page, before the keys are known */
  HF_QUERY_FETCH_KEYS,  /* the keys of all records, and those of some pages */
  HF_QUERY_FETCH_PAGES, /* records of keys that are known */
} HfQueryFetchKind;

/* One question to the store, and its answer. */
typedef struct
{
  HfQueryFetchKind kind;
  const HfQuery *query;
  gpointer filter;
  guint page_size;
  gboolean resets; /* the filter is another one than before */
  GArray *numbers; /* (element-type guint): which pages */

  GArray *keys;     /* (element-type gint64): known, or the answer; NULL */
  GPtrArray *pages; /* (element-type GPtrArray): in the order of the numbers */
} HfQueryFetch;

HfQueryFetch *hf_query_fetch_new (HfQueryFetchKind kind, const HfQuery *query,
                                  gconstpointer filter, guint page_size);
void hf_query_fetch_free (gpointer self);
void hf_query_fetch_add_page (HfQueryFetch *self, guint number);
gpointer hf_query_fetch_run (HfStoreSession *session, gpointer self, GError **error);

G_END_DECLS
