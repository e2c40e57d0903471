#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

typedef gboolean (*HfQueryCountFunc) (HfStoreSession *session, gconstpointer filter,
                                      gint64 *count, GError **error);
typedef GPtrArray *(*HfQueryListFunc) (HfStoreSession *session, gconstpointer filter,
                                       guint first, guint count, GError **error);
typedef gpointer (*HfQueryCopyFunc) (gconstpointer filter);

/* What a list asks the store: how many records there are, and those at one place. Each function
 * runs on a worker thread, but for those that copy and free the filter. */
typedef struct
{
  HfQueryCountFunc count;
  HfQueryListFunc list; /* gives an array of GObjects */
  HfQueryCopyFunc copy_filter;
  GDestroyNotify free_filter;
  guint topics; /* HfStoreTopics after which the answer may be another */
} HfQuery;

extern const HfQuery hf_query_customers;  /* with a HfCustomerFilter */
extern const HfQuery hf_query_complaints; /* with a HfComplaintFilter */

G_END_DECLS
