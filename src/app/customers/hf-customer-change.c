#include "config.h"

#include "hf-customer-change.h"

#include "hf-store-customers.h"
#include "hf-text.h"
#include "hf-time.h"

/**
 * hf_customer_change_new:
 * @customer: a customer
 *
 * Notes a customer's standing as it is: a change that changes nothing, or that takes back those
 * that come after.
 *
 * Returns: (transfer full): the change
 */
HfCustomerChange *
hf_customer_change_new (const HfCustomer *customer)
{
  HfCustomerChange *self = g_new0 (HfCustomerChange, 1);
  self->customer_id = customer->id;
  self->status = customer->status;
  self->lost_on = g_strdup (customer->lost_on);
  self->do_not_call = customer->do_not_call;
  return self;
}

/**
 * hf_customer_change_free:
 * @self: (transfer full) (type HfCustomerChange): a change
 *
 * Frees it.
 */
void
hf_customer_change_free (gpointer self)
{
  HfCustomerChange *change = self;
  g_free (change->lost_on);
  g_free (change);
}

/**
 * hf_customer_change_set_status:
 * @self: a change
 * @status: the new status
 *
 * Changes the status. Who is found lost without a day was lost today, as far as we know; who is
 * an ordinary customer again has no such day.
 */
void
hf_customer_change_set_status (HfCustomerChange *self, HfCustomerStatus status)
{
  gboolean newly_lost = status == HF_CUSTOMER_LOST && self->status != HF_CUSTOMER_LOST;
  self->status = status;
  if (status == HF_CUSTOMER_ACTIVE || status == HF_CUSTOMER_AT_RISK)
    g_clear_pointer (&self->lost_on, g_free);
  else if (newly_lost && self->lost_on == NULL)
    self->lost_on = hf_time_today ();
}

/**
 * hf_customer_change_run:
 * @session: a session that writes
 * @self: (type HfCustomerChange): a change
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores a change, and nothing else of the customer.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_customer_change_run (HfStoreSession *session, gpointer self, GError **error)
{
  const HfCustomerChange *change = self;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, change->customer_id,
                                                            error);
  if (customer == NULL)
    return NULL;
  customer->status = change->status;
  customer->do_not_call = change->do_not_call;
  hf_text_set (&customer->lost_on, change->lost_on);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}
