#include "config.h"

#include "hf-merge-question.h"

#include "hf-store-custom-fields.h"
#include "hf-store-custom-values.h"
#include "hf-store-customers.h"
#include "hf-store-duplicates.h"

#define MAX_MATCHES 12

static gboolean
add_found (HfStoreSession *session, HfMergeQuestion *self, HfCustomer *customer, GError **error)
{
  HfDuplicate *pair = g_new0 (HfDuplicate, 1);
  g_ptr_array_add (self->found, pair);
  pair->other = g_object_ref (customer);
  return (pair->one = hf_store_customers_get (session, self->kept_id, error)) != NULL;
}

static gboolean
find_typed (HfStoreSession *session, HfMergeQuestion *self, GError **error)
{
  HfCustomerFilter filter = { .search = self->typed };
  g_autoptr (GPtrArray) customers = hf_store_customers_list (session, &filter, 0, MAX_MATCHES,
                                                             error);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_duplicate_free);
  for (guint i = 0; customers != NULL && i < customers->len; i++)
    {
      HfCustomer *customer = g_ptr_array_index (customers, i);
      if (customer->id != self->kept_id && !add_found (session, self, customer, error))
        return FALSE;
    }
  return customers != NULL;
}

static gboolean
find (HfStoreSession *session, HfMergeQuestion *self, GError **error)
{
  if (self->gone_id != 0)
    {
      g_autoptr (HfCustomer) gone = hf_store_customers_get (session, self->gone_id, error);
      self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_duplicate_free);
      return gone != NULL && add_found (session, self, gone, error);
    }
  if (self->typed != NULL)
    return find_typed (session, self, error);
  self->found = self->kept_id != 0 ? hf_store_duplicates_list_of (session, self->kept_id, error)
                                   : hf_store_duplicates_list (session, error);
  return self->found != NULL;
}

static gboolean
read_custom (HfStoreSession *session, HfMergeQuestion *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->found->len; i++)
    {
      const HfDuplicate *pair = self->found->pdata[i];
      g_array_append_val (ids, pair->one->id);
      g_array_append_val (ids, pair->other->id);
    }
  self->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  self->custom = hf_store_custom_fields_list (session, error);
  return self->custom != NULL
         && hf_store_custom_values_look_up (session, (const gint64 *) (gpointer) ids->data,
                                            ids->len, self->values, error);
}

/**
 * hf_merge_question_answer:
 * @session: a session
 * @question: (type HfMergeQuestion): what is asked; it gets what is found
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds who may be one, and what is entered of them in the firm's own fields.
 *
 * Returns: (nullable): %HF_STORE_DONE
 */
gpointer
hf_merge_question_answer (HfStoreSession *session, gpointer question, GError **error)
{
  return find (session, question, error) && read_custom (session, question, error)
             ? HF_STORE_DONE
             : NULL;
}

/**
 * hf_merge_question_free:
 * @question: (transfer full) (type HfMergeQuestion): what was asked
 *
 * Frees it.
 */
void
hf_merge_question_free (gpointer question)
{
  HfMergeQuestion *self = question;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_free (self->typed);
  g_free (self);
}
