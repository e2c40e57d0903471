#include "config.h"

#include "hf-store-referrals.h"

#include "hf-id.h"
#include "hf-store-session-private.h"
#include "hf-store.h"
#include "hf-text.h"

/* The question whose answer names somebody. */
#define QUESTION "referred"

#define TITLE(c) "coalesce (" c ".name, " c ".company, " c ".code)"

/* Whom somebody named became: who was made a customer of it, else who has their number. */
#define BECAME                                                                                 \
  "coalesce (r.became_id, (SELECT min (p.id) FROM customer p "                                 \
  "WHERE p.phone_digits = r.phone_digits AND p.id <> r.customer_id))"

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

static gboolean
store_named (HfStoreSession *session, const HfInterview *interview, const char *value,
             GError **error)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", 2);
  g_autofree char *digits = hf_text_phone_digits (lines[1]);
  return hf_db_execute (
      session->db,
      "INSERT INTO referral (id, customer_id, interview_id, name, phone, phone_digits, at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (interview_id) DO UPDATE SET "
      "name = excluded.name, phone = excluded.phone, phone_digits = excluded.phone_digits",
      HF_DB_VALUES (hf_db_integer (hf_id_new ()), hf_db_integer (interview->customer_id),
                    hf_db_integer (interview->id), hf_db_text (lines[0]), hf_db_text (lines[1]),
                    hf_db_text (digits), hf_db_integer (hf_store_session_get_now (session))),
      NULL, error);
}

/**
 * hf_store_referrals_keep:
 * @session: a session that writes
 * @interview: an interview that has just ended
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps whom the customer named in the call, and forgets whom they named before they said
 * otherwise.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_referrals_keep (HfStoreSession *session, const HfInterview *interview, GError **error)
{
  g_autoptr (GPtrArray) named = hf_store_session_list (
      session,
      "SELECT value FROM answer WHERE interview_id = $1 AND question = '" QUESTION
      "' AND state = 'current' AND value <> ''",
      HF_DB_VALUES (hf_db_integer (interview->id)), text_of_row, g_free, error);
  if (named == NULL)
    return FALSE;
  if (named->len > 0)
    return store_named (session, interview, named->pdata[0], error);
  return hf_db_execute (session->db, "DELETE FROM referral WHERE interview_id = $1",
                        HF_DB_VALUES (hf_db_integer (interview->id)), NULL, error);
}

static gpointer
referral_of_row (HfDbStatement *row)
{
  HfReferral *self = g_new0 (HfReferral, 1);
  self->id = hf_db_statement_get_integer (row, 0);
  self->name = hf_db_statement_dup_text (row, 1);
  self->phone = hf_db_statement_dup_text (row, 2);
  self->at = hf_db_statement_get_integer (row, 3);
  self->other_id = hf_db_statement_get_integer (row, 4);
  self->other_title = hf_db_statement_dup_text (row, 5);
  return self;
}

/**
 * hf_store_referrals_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads whom a customer named, and which customers they became.
 *
 * Returns: (transfer full) (nullable) (element-type HfReferral): the last first
 */
GPtrArray *
hf_store_referrals_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT r.id, r.name, r.phone, r.at, c.id, " TITLE (
          "c") " FROM referral r "
               "LEFT JOIN customer c ON c.id = " BECAME
               " WHERE r.customer_id = $1 ORDER BY r.at DESC, r.id DESC",
      HF_DB_VALUES (hf_db_integer (customer_id)), referral_of_row,
      (GDestroyNotify) hf_referral_free, error);
}

/**
 * hf_store_referrals_find:
 * @session: a session
 * @customer_id: a customer's key
 * @referral: (out) (transfer full) (nullable): by whom they were named, %NULL for nobody
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds who named a customer first, before they were one.
 *
 * Returns: whether it could be looked for
 */
gboolean
hf_store_referrals_find (HfStoreSession *session, gint64 customer_id, HfReferral **referral,
                         GError **error)
{
  g_autoptr (GPtrArray) found = hf_store_session_list (
      session,
      "SELECT r.id, r.name, r.phone, r.at, n.id, " TITLE (
          "n") " FROM customer c JOIN "
               "referral r ON (r.became_id = c.id OR (r.became_id IS NULL "
               "AND r.phone_digits = c.phone_digits AND r.at <= c.created_at)) "
               "AND r.customer_id <> c.id JOIN customer n ON n.id = r.customer_id "
               "WHERE c.id = $1 ORDER BY r.at, r.id LIMIT 1",
      HF_DB_VALUES (hf_db_integer (customer_id)), referral_of_row,
      (GDestroyNotify) hf_referral_free, error);
  if (found == NULL)
    return FALSE;
  g_ptr_array_set_free_func (found, NULL);
  *referral = found->len > 0 ? found->pdata[0] : NULL;
  return TRUE;
}

/**
 * hf_store_referrals_link:
 * @session: a session that writes
 * @referral_id: a referral's key
 * @customer_id: the key of the customer whom they became
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Says whom somebody became who was named.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_referrals_link (HfStoreSession *session, gint64 referral_id, gint64 customer_id,
                         GError **error)
{
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return hf_db_execute (session->db, "UPDATE referral SET became_id = $2 WHERE id = $1",
                        HF_DB_VALUES (hf_db_integer (referral_id), hf_db_integer (customer_id)),
                        NULL, error);
}
