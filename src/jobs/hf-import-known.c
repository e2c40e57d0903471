#include "config.h"

#include "hf-import-known.h"

#include "hf-store-customers.h"

struct _HfImportKnown
{
  GHashTable *customers; /* (element-type utf8 HfCustomer): by their codes, which are theirs */
};

/**
 * hf_import_known_new:
 *
 * Makes an empty one.
 *
 * Returns: (transfer full): who is known
 */
HfImportKnown *
hf_import_known_new (void)
{
  HfImportKnown *self = g_new0 (HfImportKnown, 1);
  self->customers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return self;
}

/**
 * hf_import_known_free:
 * @self: (transfer full): who is known
 *
 * Frees it.
 */
void
hf_import_known_free (HfImportKnown *self)
{
  g_hash_table_unref (self->customers);
  g_free (self);
}

/**
 * hf_import_known_look_up:
 * @self: who is known
 * @session: a session
 * @codes: (array length=n_codes): customers' codes
 * @n_codes: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets whom it knew, and looks up who is stored under some codes.
 *
 * Returns: whether they could be looked up
 */
gboolean
hf_import_known_look_up (HfImportKnown *self, HfStoreSession *session, const char *const *codes,
                         guint n_codes, GError **error)
{
  g_hash_table_remove_all (self->customers);
  g_autoptr (GPtrArray) found = hf_store_customers_list_by_code (session, codes, n_codes,
                                                                 error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    hf_import_known_add (self, found->pdata[i]);
  return TRUE;
}

/**
 * hf_import_known_find:
 * @self: who is known
 * @code: (nullable): one of the codes that were looked up
 *
 * Finds the customer who has a code.
 *
 * Returns: (transfer none) (nullable): the customer, %NULL for nobody
 */
HfCustomer *
hf_import_known_find (HfImportKnown *self, const char *code)
{
  return code != NULL ? g_hash_table_lookup (self->customers, code) : NULL;
}

/**
 * hf_import_known_add:
 * @self: who is known
 * @customer: a customer who was stored since
 *
 * Lets a customer be found by later rows.
 */
void
hf_import_known_add (HfImportKnown *self, HfCustomer *customer)
{
  g_hash_table_replace (self->customers, customer->code, g_object_ref (customer));
}
