#include "config.h"

#include "hf-query.h"

#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store-reviews.h"

/* What every list asks, by the store's functions for its records; a filter is one of theirs. */
#define DEFINE_QUERY(records, record, Record, key)                                             \
  static GArray *list_##records (HfStoreSession *session, gconstpointer filter,                \
                                 GError **error)                                               \
  {                                                                                            \
    return hf_store_##records##_list_keys (session, filter, error);                            \
  }                                                                                            \
  static gint64 get_##record##_key (gconstpointer data)                                        \
  {                                                                                            \
    return ((const Record *) data)->key;                                                       \
  }                                                                                            \
  static gpointer copy_##record##_filter (gconstpointer filter)                                \
  {                                                                                            \
    return hf_##record##_filter_copy (filter);                                                 \
  }                                                                                            \
  static void free_##record##_filter (gpointer filter)                                         \
  {                                                                                            \
    hf_##record##_filter_free (filter);                                                        \
  }

#define QUERY(records, record)                                                                 \
  .keys = list_##records, .read = hf_store_##records##_read, .get_key = get_##record##_key,    \
  .copy_filter = copy_##record##_filter, .free_filter = free_##record##_filter

DEFINE_QUERY (customers, customer, HfCustomer, id)
DEFINE_QUERY (complaints, complaint, HfComplaint, id)
DEFINE_QUERY (promises, promise, HfPromise, id)
DEFINE_QUERY (reviews, review, HfReview, interview_id)

static gboolean
start_customers_quickly (gconstpointer filter)
{
  return hf_store_customers_start_quickly (filter);
}

static GPtrArray *
start_customers (HfStoreSession *session, gconstpointer filter, guint count, GError **error)
{
  return hf_store_customers_list (session, filter, 0, count, error);
}

static gboolean
start_complaints_quickly (gconstpointer filter)
{
  return hf_store_complaints_start_quickly (filter);
}

static GPtrArray *
start_complaints (HfStoreSession *session, gconstpointer filter, guint count, GError **error)
{
  return hf_store_complaints_list (session, filter, count, error);
}

const HfQuery hf_query_customers = {
  QUERY (customers, customer),
  .starts_quickly = start_customers_quickly,
  .start = start_customers,
  .topics = HF_STORE_CUSTOMERS | HF_STORE_REASONS | HF_STORE_STAFF,
};

const HfQuery hf_query_complaints = {
  QUERY (complaints, complaint),
  .starts_quickly = start_complaints_quickly,
  .start = start_complaints,
  .topics = HF_STORE_COMPLAINTS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};

const HfQuery hf_query_promises = {
  QUERY (promises, promise),
  .topics = HF_STORE_PROMISES | HF_STORE_COMPLAINTS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};

const HfQuery hf_query_reviews = {
  QUERY (reviews, review),
  .topics = HF_STORE_INTERVIEWS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};
