#include "config.h"

#include "hf-customer-save.h"

#include <glib/gi18n.h>

#include "hf-store-custom-values.h"
#include "hf-store-customers.h"

/**
 * hf_customer_save_new:
 * @customer: what was typed
 *
 * Makes what a form wants to be stored.
 *
 * Returns: (transfer full): it
 */
HfCustomerSave *
hf_customer_save_new (HfCustomer *customer)
{
  HfCustomerSave *self = g_new0 (HfCustomerSave, 1);
  self->customer = g_object_ref (customer);
  return self;
}

/**
 * hf_customer_save_free:
 * @self: (transfer full) (type HfCustomerSave): what a form wanted to be stored
 *
 * Frees it.
 */
void
hf_customer_save_free (gpointer self)
{
  HfCustomerSave *save = self;
  g_object_unref (save->customer);
  g_clear_pointer (&save->values, g_hash_table_unref);
  g_clear_pointer (&save->read, g_hash_table_unref);
  g_clear_object (&save->newer);
  g_clear_pointer (&save->newer_values, g_hash_table_unref);
  g_free (save);
}

static gboolean
check_code (HfStoreSession *session, const HfCustomer *customer, GError **error)
{
  g_autoptr (HfCustomer) other = hf_store_customers_find (session, customer->code, NULL);
  if (other == NULL || other->id == customer->id)
    return TRUE;
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               /* Translators: %s is the name of a customer. */
               _ ("%s has this code already."), hf_customer_title (other));
  return FALSE;
}

/* Before anything is stored, so that what is read after a conflict is somebody else's. */
static gboolean
check_values (HfStoreSession *session, const HfCustomerSave *self, GError **error)
{
  return self->values == NULL || self->customer->id == 0
         || hf_store_custom_values_check (session, self->customer->id, self->read, self->values,
                                          error);
}

static gboolean
save_values (HfStoreSession *session, const HfCustomerSave *self, GError **error)
{
  return self->values == NULL
         || hf_store_custom_values_save (session, self->customer->id, self->values, error);
}

/**
 * hf_customer_save_run:
 * @session: a session that writes
 * @self: (type HfCustomerSave): what to store
 * @error: (nullable): %HF_FIELD_ERROR, at the field that @self names then, CONFLICT with the
 *   newer customer in @self ...
 *
 * Stores what was typed, all of it or nothing.
 *
 * Returns: (nullable): %HF_STORE_DONE
 */
gpointer
hf_customer_save_run (HfStoreSession *session, gpointer self, GError **error)
{
  HfCustomerSave *save = self;
  hf_store_session_allow_repeat (session);
  save->field = "code";
  if (!check_code (session, save->customer, error))
    return NULL;
  if (check_values (session, save, error)
      && hf_store_customers_save (session, save->customer, error)
      && save_values (session, save, error))
    return HF_STORE_DONE;
  save->field = g_error_matches (*error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING)
                    ? "do_not_call"
                    : "account_manager_on";
  if (save->customer->id != 0)
    {
      save->newer = hf_store_customers_get (session, save->customer->id, NULL);
      save->newer_values = hf_store_custom_values_get (session, save->customer->id, NULL);
    }
  return NULL;
}
