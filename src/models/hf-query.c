#include "config.h"

#include "hf-query.h"

#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-promises.h"
#include "hf-store-reviews.h"

static GArray *
list_customers (HfStoreSession *session, gconstpointer filter, GError **error)
{
  return hf_store_customers_list_keys (session, filter, error);
}

static gint64
get_customer_key (gconstpointer customer)
{
  return ((const HfCustomer *) customer)->id;
}

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

static gpointer
copy_customer_filter (gconstpointer filter)
{
  return hf_customer_filter_copy (filter);
}

static void
free_customer_filter (gpointer filter)
{
  hf_customer_filter_free (filter);
}

const HfQuery hf_query_customers = {
  .keys = list_customers,
  .read = hf_store_customers_read,
  .get_key = get_customer_key,
  .starts_quickly = start_customers_quickly,
  .start = start_customers,
  .copy_filter = copy_customer_filter,
  .free_filter = free_customer_filter,
  .topics = HF_STORE_CUSTOMERS | HF_STORE_REASONS | HF_STORE_STAFF,
};

static GArray *
list_complaints (HfStoreSession *session, gconstpointer filter, GError **error)
{
  return hf_store_complaints_list_keys (session, filter, error);
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

static gint64
get_complaint_key (gconstpointer complaint)
{
  return ((const HfComplaint *) complaint)->id;
}

static gpointer
copy_complaint_filter (gconstpointer filter)
{
  return hf_complaint_filter_copy (filter);
}

static void
free_complaint_filter (gpointer filter)
{
  hf_complaint_filter_free (filter);
}

const HfQuery hf_query_complaints = {
  .keys = list_complaints,
  .read = hf_store_complaints_read,
  .get_key = get_complaint_key,
  .starts_quickly = start_complaints_quickly,
  .start = start_complaints,
  .copy_filter = copy_complaint_filter,
  .free_filter = free_complaint_filter,
  .topics = HF_STORE_COMPLAINTS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};

static GArray *
list_promises (HfStoreSession *session, gconstpointer filter, GError **error)
{
  return hf_store_promises_list_keys (session, filter, error);
}

static gint64
get_promise_key (gconstpointer promise)
{
  return ((const HfPromise *) promise)->id;
}

static gpointer
copy_promise_filter (gconstpointer filter)
{
  return hf_promise_filter_copy (filter);
}

static void
free_promise_filter (gpointer filter)
{
  hf_promise_filter_free (filter);
}

const HfQuery hf_query_promises = {
  .keys = list_promises,
  .read = hf_store_promises_read,
  .get_key = get_promise_key,
  .copy_filter = copy_promise_filter,
  .free_filter = free_promise_filter,
  .topics = HF_STORE_PROMISES | HF_STORE_COMPLAINTS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};

static GArray *
list_reviews (HfStoreSession *session, gconstpointer filter, GError **error)
{
  return hf_store_reviews_list_keys (session, filter, error);
}

static gint64
get_review_key (gconstpointer review)
{
  return ((const HfReview *) review)->interview_id;
}

static gpointer
copy_review_filter (gconstpointer filter)
{
  return hf_review_filter_copy (filter);
}

static void
free_review_filter (gpointer filter)
{
  hf_review_filter_free (filter);
}

const HfQuery hf_query_reviews = {
  .keys = list_reviews,
  .read = hf_store_reviews_read,
  .get_key = get_review_key,
  .copy_filter = copy_review_filter,
  .free_filter = free_review_filter,
  .topics = HF_STORE_INTERVIEWS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};
