#include "config.h"

#include "hf-customer-file.h"

#include "hf-store-consents.h"
#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-purchases.h"
#include "hf-store-reasons.h"
#include "hf-time.h"
#include "hf-timeline-entry.h"

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
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_same_day (gint64 one, gint64 other)
{
  g_autofree char *day = hf_time_format_date (one);
  g_autofree char *other_day = hf_time_format_date (other);
  return g_strcmp0 (day, other_day) == 0;
}

static gboolean
has_manager_on_day (const GPtrArray *timeline, gint64 at)
{
  for (guint i = 0; i < timeline->len; i++)
    {
      const HfTimelineEntry *entry = g_ptr_array_index (timeline, i);
      if (entry->kind == HF_TIMELINE_MANAGER && is_same_day (entry->at, at))
        return TRUE;
    }
  return FALSE;
}

/* Purchases are drawn instead: eighteen months of them would bury the calls. And that a
 * customer has another account manager is told once, though the field's change is logged as
 * well. */
static gboolean
is_told_elsewhere (const GPtrArray *timeline, const HfTimelineEntry *entry)
{
  return entry->kind == HF_TIMELINE_PURCHASE
         || (entry->kind == HF_TIMELINE_CHANGE
             && g_strcmp0 (entry->state, "account_manager") == 0
             && has_manager_on_day (timeline, entry->at));
}

static void
leave_out_what_is_told_elsewhere (GPtrArray *timeline)
{
  for (guint i = timeline->len; i > 0; i--)
    if (is_told_elsewhere (timeline, g_ptr_array_index (timeline, i - 1)))
      g_ptr_array_remove_index (timeline, i - 1);
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
      || (self->timeline = hf_store_customers_list_timeline (session, key, error)) == NULL)
    return NULL;
  leave_out_what_is_told_elsewhere (self->timeline);
  return g_steal_pointer (&self);
}
