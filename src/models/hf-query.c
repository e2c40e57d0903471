#include "config.h"

#include "hf-query.h"

#include "hf-store-complaints.h"
#include "hf-store-customers.h"

static gboolean
count_customers (HfStoreSession *session, gconstpointer filter, gint64 *count, GError **error)
{
  return hf_store_customers_count (session, filter, count, error);
}

static GPtrArray *
list_customers (HfStoreSession *session, gconstpointer filter, guint first, guint count,
                GError **error)
{
  return hf_store_customers_list (session, filter, first, count, error);
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
  .count = count_customers,
  .list = list_customers,
  .copy_filter = copy_customer_filter,
  .free_filter = free_customer_filter,
  .topics = HF_STORE_CUSTOMERS | HF_STORE_REASONS | HF_STORE_STAFF,
};

static gboolean
count_complaints (HfStoreSession *session, gconstpointer filter, gint64 *count, GError **error)
{
  return hf_store_complaints_count (session, filter, count, error);
}

static GPtrArray *
list_complaints (HfStoreSession *session, gconstpointer filter, guint first, guint count,
                 GError **error)
{
  return hf_store_complaints_list (session, filter, first, count, error);
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
  .count = count_complaints,
  .list = list_complaints,
  .copy_filter = copy_complaint_filter,
  .free_filter = free_complaint_filter,
  .topics = HF_STORE_COMPLAINTS | HF_STORE_CUSTOMERS | HF_STORE_STAFF,
};
