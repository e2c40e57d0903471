#include "config.h"

#include "hf-import-known.h"

#include "hf-import-sieve.h"
#include "hf-store-customer-match.h"

/* Each (element-type utf8 HfCustomer), with keys of its own; a customer is one record in all of
 * them. */
struct _HfImportKnown
{
  HfImportSieve *sieve; /* has all codes there are; NULL: nobody has learnt them */
  GHashTable *ids;      /* (element-type gint64 HfCustomer) */
  GHashTable *codes;
  GHashTable *phones;
  GHashTable *names;
  GHashTable *lone_names; /* of those of whom no phone is known */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

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
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->codes = new_table ();
  self->phones = new_table ();
  self->names = new_table ();
  self->lone_names = new_table ();
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
  g_clear_pointer (&self->sieve, hf_import_sieve_free);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->phones);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->lone_names);
  g_free (self);
}

static void
forget (HfImportKnown *self)
{
  g_hash_table_remove_all (self->ids);
  g_hash_table_remove_all (self->codes);
  g_hash_table_remove_all (self->phones);
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->lone_names);
}

/* The record that is known already, if any. */
static HfCustomer *
intern (HfImportKnown *self, HfCustomer *customer)
{
  HfCustomer *known = g_hash_table_lookup (self->ids, &customer->id);
  if (known != NULL)
    return known;
  g_hash_table_insert (self->ids, &customer->id, g_object_ref (customer));
  return customer;
}

static gboolean
match (HfImportKnown *self, HfStoreSession *session, HfCustomerMatch how, const GPtrArray *keys,
       GHashTable *table, GError **error)
{
  g_autoptr (GHashTable) found = new_table ();
  GHashTableIter iter;
  gpointer key, customer;
  if (!hf_store_customers_match (session, how, (const char *const *) keys->pdata, keys->len,
                                 found, error))
    return FALSE;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, &customer))
    g_hash_table_replace (table, g_strdup (key), g_object_ref (intern (self, customer)));
  return TRUE;
}

static void
learn (const char *code, gpointer sieve)
{
  hf_import_sieve_add (sieve, code);
}

/**
 * hf_import_known_learn_codes:
 * @self: who is known
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Learns which codes there are, so that few others need to be looked up from now on. It is
 * worth it where few are stored and many come.
 *
 * Returns: whether they could be read
 */
gboolean
hf_import_known_learn_codes (HfImportKnown *self, HfStoreSession *session, GError **error)
{
  g_clear_pointer (&self->sieve, hf_import_sieve_free);
  self->sieve = hf_import_sieve_new ();
  return hf_store_customers_each_code (session, learn, self->sieve, error);
}

/* Those that may be stored; the others are, from now on. */
static GPtrArray *
sift (HfImportKnown *self, const GPtrArray *codes)
{
  GPtrArray *left = g_ptr_array_sized_new (codes->len);
  for (guint i = 0; i < codes->len; i++)
    if (self->sieve == NULL || hf_import_sieve_may_have (self->sieve, codes->pdata[i]))
      g_ptr_array_add (left, codes->pdata[i]);
  for (guint i = 0; self->sieve != NULL && i < codes->len; i++)
    hf_import_sieve_add (self->sieve, codes->pdata[i]);
  return left;
}

/**
 * hf_import_known_look_up:
 * @self: who is known
 * @session: a session
 * @codes: (element-type utf8): customers' codes
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Forgets whom it knew, and looks up who is stored under some codes, or was merged with whom
 * is.
 *
 * Returns: whether they could be looked up
 */
gboolean
hf_import_known_look_up (HfImportKnown *self, HfStoreSession *session, const GPtrArray *codes,
                         GError **error)
{
  forget (self);
  g_autoptr (GPtrArray) sifted = sift (self, codes);
  return match (self, session, HF_CUSTOMER_MATCH_ALIAS, sifted, self->codes, error)
         && match (self, session, HF_CUSTOMER_MATCH_CODE, sifted, self->codes, error);
}

/**
 * hf_import_known_look_up_alike:
 * @self: who is known
 * @session: a session
 * @keys: (element-type HfCustomerKeys): of customers
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks up who has one of some phones, or a name where no phone tells apart.
 *
 * Returns: whether they could be looked up
 */
gboolean
hf_import_known_look_up_alike (HfImportKnown *self, HfStoreSession *session,
                               const GPtrArray *keys, GError **error)
{
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) named_with_phone = g_ptr_array_new ();
  for (guint i = 0; i < keys->len; i++)
    {
      const HfCustomerKeys *key = keys->pdata[i];
      if (key->phone_digits != NULL)
        g_ptr_array_add (phones, key->phone_digits);
      g_ptr_array_add (key->phone_digits != NULL ? named_with_phone : names, key->sort_name);
    }
  return match (self, session, HF_CUSTOMER_MATCH_PHONE, phones, self->phones, error)
         && match (self, session, HF_CUSTOMER_MATCH_NAME, names, self->names, error)
         && match (self, session, HF_CUSTOMER_MATCH_NAME_ALONE, named_with_phone,
                   self->lone_names, error);
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
  return code != NULL ? g_hash_table_lookup (self->codes, code) : NULL;
}

/**
 * hf_import_known_find_alike:
 * @self: who is known
 * @keys: some of those that were looked up
 * @likeness: (out): in what the customer is like
 *
 * Finds a customer who has the same phone, or else the same name.
 *
 * Returns: (transfer none) (nullable): the customer, %NULL for nobody
 */
HfCustomer *
hf_import_known_find_alike (HfImportKnown *self, const HfCustomerKeys *keys,
                            HfImportLikeness *likeness)
{
  HfCustomer *customer = NULL;
  if (keys->phone_digits != NULL)
    customer = g_hash_table_lookup (self->phones, keys->phone_digits);
  *likeness = customer != NULL ? HF_IMPORT_SAME_PHONE : HF_IMPORT_SAME_NAME;
  if (customer != NULL)
    return customer;
  return g_hash_table_lookup (keys->phone_digits != NULL ? self->lone_names : self->names,
                              keys->sort_name);
}

/**
 * hf_import_known_list_ids:
 * @self: who is known
 *
 * Lists the keys of the customers who were looked up.
 *
 * Returns: (transfer full) (element-type gint64): the keys
 */
GArray *
hf_import_known_list_ids (HfImportKnown *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  return ids;
}

static void
add (GHashTable *table, const char *key, HfCustomer *customer)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_strdup (key), g_object_ref (customer));
}

/**
 * hf_import_known_add:
 * @self: who is known
 * @customer: a customer who was stored since
 * @keys: (nullable): the customer's keys, %NULL to be found by the code alone
 *
 * Lets a customer be found by later rows.
 */
void
hf_import_known_add (HfImportKnown *self, HfCustomer *customer, const HfCustomerKeys *keys)
{
  if (self->sieve != NULL)
    hf_import_sieve_add (self->sieve, customer->code);
  g_hash_table_replace (self->codes, g_strdup (customer->code), g_object_ref (customer));
  if (keys == NULL)
    return;
  if (keys->phone_digits != NULL)
    add (self->phones, keys->phone_digits, customer);
  else
    add (self->lone_names, keys->sort_name, customer);
  add (self->names, keys->sort_name, customer);
}
