#include "config.h"

#include "hf-customer-file.h"

#include "hf-customer-timeline.h"
#include "hf-store-consents.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-manager-history.h"
#include "hf-store-purchases.h"
#include "hf-store-reasons.h"
#include "hf-store-referrals.h"
#include "hf-store-timeline.h"

/**
 * hf_customer_file_free:
 * @self: (transfer full): a file
 *
 * Frees it.
 */
void
hf_customer_file_free (HfCustomerFile *self)
{
  g_clear_object (&self->customer);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->purchases, g_ptr_array_unref);
  g_clear_pointer (&self->referrals, g_ptr_array_unref);
  g_clear_pointer (&self->referral, hf_referral_free);
  g_clear_pointer (&self->managers, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_free (self);
}

/**
 * hf_customer_file_load:
 * @session: a session
 * @id: (type gint64*): a customer's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads everything that is shown of a customer.
 *
 * Returns: (transfer full) (nullable) (type HfCustomerFile): the file
 */
gpointer
hf_customer_file_load (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (HfCustomerFile) self = g_new0 (HfCustomerFile, 1);
  gint64 key = *(gint64 *) id;
  if ((self->customer = hf_store_customers_get (session, key, error)) == NULL
      || (self->values = hf_store_custom_values_get (session, key, error)) == NULL
      || (self->consents = hf_store_consents_list (session, key, error)) == NULL
      || (self->reasons = hf_store_reasons_list (session, key, error)) == NULL
      || (self->purchases = hf_store_purchases_list (session, key, error)) == NULL
      || (self->referrals = hf_store_referrals_list (session, key, error)) == NULL
      || !hf_store_referrals_find (session, key, &self->referral, error)
      || (self->managers = hf_store_managers_list (session, key, error)) == NULL
      || (self->timeline = hf_store_timeline_list (session, key, HF_TIMELINE_ALL, NULL,
                                                   HF_CUSTOMER_TIMELINE_PAGE, error))
             == NULL)
    return NULL;
  return g_steal_pointer (&self);
}
