#include "config.h"

#include "hf-store-duplicates.h"

#include "hf-store-customers.h"
#include "hf-store-session-private.h"

#define SAME_PHONE "other.phone_digits = one.phone_digits"
#define SAME_NAME                                                                              \
  "other.sort_name = one.sort_name "                                                           \
  "AND coalesce (other.branch_id, 0) = coalesce (one.branch_id, 0)"
#define DIFFERENT_PHONE "coalesce (other.phone_digits, '') <> coalesce (one.phone_digits, '-')"
#define PAIRS "SELECT one.id, other.id FROM customer one JOIN customer other ON "

typedef struct
{
  gint64 one;
  gint64 other;
} Pair;

static gpointer
pair_of_row (HfDbStatement *row)
{
  Pair *pair = g_new (Pair, 1);
  pair->one = hf_db_statement_get_integer (row, 0);
  pair->other = hf_db_statement_get_integer (row, 1);
  return pair;
}

/**
 * hf_duplicate_free:
 * @self: (transfer full): a pair
 *
 * Frees it.
 */
void
hf_duplicate_free (HfDuplicate *self)
{
  g_clear_object (&self->one);
  g_clear_object (&self->other);
  g_free (self);
}

/* Reads the customers of the pairs that a statement finds. */
static gboolean
add_pairs (HfStoreSession *session, GPtrArray *duplicates, const char *sql, gint64 customer_id,
           gboolean same_phone, GError **error)
{
  const HfDbValue values[] = { hf_db_integer (HF_DUPLICATES_MAX - duplicates->len),
                               hf_db_integer (customer_id) };
  g_autoptr (GPtrArray) pairs = hf_store_session_list (
      session, sql, values, customer_id != 0 ? 2 : 1, pair_of_row, g_free, error);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const Pair *pair = g_ptr_array_index (pairs, i);
      g_autoptr (HfDuplicate) duplicate = g_new0 (HfDuplicate, 1);
      duplicate->same_phone = same_phone;
      if ((duplicate->one = hf_store_customers_get (session, pair->one, error)) == NULL
          || (duplicate->other = hf_store_customers_get (session, pair->other, error)) == NULL)
        return FALSE;
      g_ptr_array_add (duplicates, g_steal_pointer (&duplicate));
    }
  return pairs != NULL;
}

static GPtrArray *
list (HfStoreSession *session, const char *by_phone, const char *by_name, gint64 customer_id,
      GError **error)
{
  g_autoptr (GPtrArray) duplicates = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_duplicate_free);
  if (!add_pairs (session, duplicates, by_phone, customer_id, TRUE, error)
      || !add_pairs (session, duplicates, by_name, customer_id, FALSE, error))
    return NULL;
  return g_steal_pointer (&duplicates);
}

/**
 * hf_store_duplicates_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists customers who may be one: those with the same digits in their phone numbers, then those
 * with the same name at the same branch; at most %HF_DUPLICATES_MAX pairs. Where there are
 * none, every customer is looked up once in two indexes.
 *
 * Returns: (transfer full) (nullable) (element-type HfDuplicate): the pairs
 */
GPtrArray *
hf_store_duplicates_list (HfStoreSession *session, GError **error)
{
  return list (session,
               PAIRS HF_DB_WHOLE_TABLE SAME_PHONE
               " AND other.id > one.id WHERE one.phone_digits IS NOT NULL "
               "ORDER BY one.phone_digits, one.id, other.id LIMIT $1",
               PAIRS HF_DB_WHOLE_TABLE SAME_NAME
               " AND other.id > one.id WHERE " DIFFERENT_PHONE
               " ORDER BY one.sort_name, one.id, other.id LIMIT $1",
               0, error);
}

/**
 * hf_store_duplicates_list_of:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists who may be the same as a customer.
 *
 * Returns: (transfer full) (nullable) (element-type HfDuplicate): pairs, in each of which that
 *   customer is the one
 */
GPtrArray *
hf_store_duplicates_list_of (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return list (session,
               PAIRS SAME_PHONE " WHERE one.id = $2 AND other.id <> $2 "
                                "ORDER BY other.id LIMIT $1",
               PAIRS SAME_NAME " WHERE one.id = $2 AND other.id <> $2 AND " DIFFERENT_PHONE
                               " ORDER BY other.id LIMIT $1",
               customer_id, error);
}
