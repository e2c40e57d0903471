#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

typedef GArray *(*HfQueryKeysFunc) (HfStoreSession *session, gconstpointer filter,
                                    GError **error);
typedef GPtrArray *(*HfQueryReadFunc) (HfStoreSession *session, const gint64 *keys,
                                       guint n_keys, GError **error);
typedef gboolean (*HfQueryQuickFunc) (gconstpointer filter);
typedef GPtrArray *(*HfQueryStartFunc) (HfStoreSession *session, gconstpointer filter,
                                        guint count, GError **error);
typedef gint64 (*HfQueryKeyFunc) (gconstpointer record);
typedef gpointer (*HfQueryCopyFunc) (gconstpointer filter);

/* What a list asks the store: the keys of all records in their order, and the records of some
 * keys. Each function runs on a worker thread, but for the one that judges the filter and those
 * that copy and free it. */
typedef struct
{
  HfQueryKeysFunc keys;
  HfQueryReadFunc read; /* gives an array of GObjects, NULL for one that is gone */
  HfQueryKeyFunc get_key;
  /* Of a very long list the first records come sooner than all keys, though perhaps not yet in
   * their order; both may be NULL. */
  HfQueryQuickFunc starts_quickly;
  HfQueryStartFunc start;
  HfQueryCopyFunc copy_filter;
  GDestroyNotify free_filter;
  guint topics; /* HfStoreTopics after which the answer may be another */
} HfQuery;

extern const HfQuery hf_query_customers;  /* with a HfCustomerFilter */
extern const HfQuery hf_query_complaints; /* with a HfComplaintFilter */
extern const HfQuery hf_query_promises;   /* with a HfPromiseFilter */
extern const HfQuery hf_query_reviews;    /* with a HfReviewFilter */

G_END_DECLS
