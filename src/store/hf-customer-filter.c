#include "config.h"

#include "hf-customer-filter.h"

#include <glib/gi18n.h>

const char *const hf_customer_order_names[] = {
  [HF_CUSTOMER_BY_NAME] = "name",
  [HF_CUSTOMER_BY_CODE] = "code",
  [HF_CUSTOMER_BY_STATUS] = "status",
  [HF_CUSTOMER_BY_LOST_ON] = "lost_on",
  [HF_CUSTOMER_BY_VALUE] = "annual_value",
  [HF_CUSTOMER_BY_BRANCH] = "branch",
  [HF_CUSTOMER_BY_MANAGER] = "account_manager",
  [HF_CUSTOMER_BY_PHONE] = "phone",
  [HF_CUSTOMER_BY_EMAIL] = "email",
  [HF_CUSTOMER_BY_COMPANY] = "company",
  [HF_CUSTOMER_BY_ADDRESS] = "address",
  [HF_CUSTOMER_BY_LANGUAGE] = "language",
  [HF_CUSTOMER_BY_TAGS] = "tags",
  [HF_CUSTOMER_BY_JOINED_ON] = "joined_on",
  [HF_CUSTOMER_BY_NEED] = "need",
  [HF_CUSTOMER_N_ORDERS] = NULL,
};

const HfChoice hf_customer_queues[] = {
  [HF_CUSTOMER_QUEUE_ANY] = { "any", NC_ ("choice", "Queued or not") },
  [HF_CUSTOMER_QUEUE_WAITING] = { "waiting", NC_ ("choice", "In the call queue") },
  [HF_CUSTOMER_QUEUE_DUE] = { "due", NC_ ("choice", "Due for a call") },
  [HF_CUSTOMER_QUEUE_NOT] = { "not", NC_ ("choice", "Not in the call queue") },
  { NULL, NULL },
};

const HfChoice hf_customer_callings[] = {
  [HF_CUSTOMER_CALLING_ANY] = { "any", NC_ ("choice", "Called or not") },
  [HF_CUSTOMER_CALLING_ALLOWED] = { "allowed", NC_ ("choice", "May be called") },
  [HF_CUSTOMER_CALLING_REFUSED] = { "refused", NC_ ("choice", "Do not call") },
  { NULL, NULL },
};

/**
 * hf_customer_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies a filter, so that a worker thread has its own.
 *
 * Returns: (transfer full): the copy; of %NULL one that does not narrow
 */
HfCustomerFilter *
hf_customer_filter_copy (const HfCustomerFilter *self)
{
  HfCustomerFilter *copy = g_new0 (HfCustomerFilter, 1);
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->search = g_strdup (self->search);
  copy->status = g_strdup (self->status);
  copy->reason = g_strdup (self->reason);
  copy->lost_in = g_strdup (self->lost_in);
  copy->manager = g_strdup (self->manager);
  copy->tag = g_strdup (self->tag);
  copy->grade = g_strdup (self->grade);
  copy->lost_within = hf_period_copy (self->lost_within);
  copy->learnt_within = hf_period_copy (self->learnt_within);
  return copy;
}

/**
 * hf_customer_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_customer_filter_free (HfCustomerFilter *self)
{
  g_free (self->search);
  g_free (self->status);
  g_free (self->reason);
  g_free (self->lost_in);
  g_free (self->manager);
  g_free (self->tag);
  g_free (self->grade);
  g_clear_pointer (&self->lost_within, hf_period_free);
  g_clear_pointer (&self->learnt_within, hf_period_free);
  g_free (self);
}
