#include "config.h"

#include "hf-customer-change.h"

#include "hf-store-customers.h"
#include "hf-text.h"
#include "hf-time.h"

/**
 * hf_customer_change_new:
 * @customer: a customer
 *
 * Notes a customer's standing as it is: a change that changes nothing yet.
 *
 * Returns: (transfer full): the change
 */
HfCustomerChange *
hf_customer_change_new (const HfCustomer *customer)
{
  HfCustomerChange *self = g_new0 (HfCustomerChange, 1);
  self->before = hf_customer_copy (customer);
  self->after = hf_customer_copy (customer);
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
  g_object_unref (change->before);
  g_object_unref (change->after);
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
  HfCustomer *after = self->after;
  gboolean newly_lost = status == HF_CUSTOMER_LOST && after->status != HF_CUSTOMER_LOST;
  after->status = status;
  if (status == HF_CUSTOMER_ACTIVE || status == HF_CUSTOMER_AT_RISK)
    g_clear_pointer (&after->lost_on, g_free);
  else if (newly_lost && after->lost_on == NULL)
    after->lost_on = hf_time_today ();
}

static gpointer
take_standing (HfStoreSession *session, const HfCustomer *standing, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, standing->id, error);
  if (customer == NULL)
    return NULL;
  customer->status = standing->status;
  hf_text_set (&customer->lost_on, standing->lost_on);
  hf_customer_take_refusal (customer, standing);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

/**
 * hf_customer_change_run:
 * @session: a session that writes
 * @self: (type HfCustomerChange): a change
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR
 *
 * Stores a change, and nothing else of the customer.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_customer_change_run (HfStoreSession *session, gpointer self, GError **error)
{
  return take_standing (session, ((HfCustomerChange *) self)->after, error);
}

/**
 * hf_customer_change_take_back:
 * @session: a session that writes
 * @self: (type HfCustomerChange): a change
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR
 *
 * Has the customer's standing as it was before.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_customer_change_take_back (HfStoreSession *session, gpointer self, GError **error)
{
  return take_standing (session, ((HfCustomerChange *) self)->before, error);
}
