#include "config.h"

#include "hf-store-purchases.h"

#include <glib/gi18n.h>

#include "hf-store-import-images-private.h"
#include "hf-store-session-private.h"

static gboolean
find_customer (HfStoreSession *session, HfPurchase *purchase, GError **error)
{
  if (purchase->customer_id != 0)
    return TRUE;
  if (!hf_store_session_count (session, HF_STORE_CUSTOMER_ID ("$1"),
                               HF_DB_VALUES (hf_db_text (purchase->customer_code)),
                               &purchase->customer_id, error))
    return FALSE;
  if (purchase->customer_id != 0)
    return TRUE;
  g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
               /* Translators: %s is a customer's code. */
               _ ("there is no customer “%s”"), purchase->customer_code);
  return FALSE;
}

/**
 * hf_store_purchases_save:
 * @session: a session that writes
 * @purchase: a month's purchases
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR where there is no such customer
 *
 * Stores what a customer bought in a month, in place of what was known before; a need that is
 * not known leaves the one before.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_purchases_save (HfStoreSession *session, HfPurchase *purchase, GError **error)
{
  if (!hf_purchase_validate (purchase, error) || !find_customer (session, purchase, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_PURCHASES);
  return hf_store_import_images_keep (
             session, "purchase", "customer_id = $1 AND month = $2",
             HF_DB_VALUES (hf_db_integer (purchase->customer_id), hf_db_text (purchase->month)),
             error)
         && hf_db_execute (
             session->db,
             "INSERT INTO purchase (customer_id, month, amount, need, import_id) "
             "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (customer_id, month) DO UPDATE "
             "SET amount = excluded.amount, need = coalesce (excluded.need, "
             "purchase.need)",
             HF_DB_VALUES (hf_db_integer (purchase->customer_id), hf_db_text (purchase->month),
                           hf_db_integer (purchase->amount), hf_db_amount (purchase->need),
                           hf_db_reference (session->import_id)),
             NULL, error);
}

static gpointer
purchase_of_row (HfDbStatement *row)
{
  HfPurchase *self = hf_purchase_new ();
  self->customer_id = hf_db_statement_get_integer (row, 0);
  self->month = hf_db_statement_dup_text (row, 1);
  self->amount = hf_db_statement_get_integer (row, 2);
  self->need = hf_db_statement_get_amount (row, 3);
  return self;
}

/**
 * hf_store_purchases_find:
 * @session: a session
 * @customer_id: a customer's key
 * @month: YYYY-MM
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads what a customer bought in a month.
 *
 * Returns: (transfer full) (nullable): the purchases
 */
HfPurchase *
hf_store_purchases_find (HfStoreSession *session, gint64 customer_id, const char *month,
                         GError **error)
{
  return hf_store_session_get (session,
                               "SELECT customer_id, month, amount, need FROM purchase "
                               "WHERE customer_id = $1 AND month = $2",
                               HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (month)),
                               purchase_of_row, error);
}

/**
 * hf_store_purchases_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what a customer bought.
 *
 * Returns: (transfer full) (nullable) (element-type HfPurchase): in order of time
 */
GPtrArray *
hf_store_purchases_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT customer_id, month, amount, need FROM purchase WHERE customer_id = $1 "
      "ORDER BY month",
      HF_DB_VALUES (hf_db_integer (customer_id)), purchase_of_row, g_object_unref, error);
}
