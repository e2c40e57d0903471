#include "config.h"

#include "hf-store-claims.h"

#include "hf-store-session-private.h"

/**
 * hf_claim_free:
 * @self: (transfer full): a claim
 *
 * Frees it.
 */
void
hf_claim_free (HfClaim *self)
{
  g_free (self->staff);
  g_free (self);
}

/**
 * hf_store_claims_take:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @taken: (out): whether the customer is now with this desk; else another one has them
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Keeps a customer for this desk, for %HF_CLAIM_SECONDS from now; again while it lasts. A
 * customer has one row at most, so that of two desks that ask at once one gets none.
 *
 * Returns: whether it could be asked for
 */
gboolean
hf_store_claims_take (HfStoreSession *session, gint64 customer_id, gboolean *taken,
                      GError **error)
{
  gint64 now = hf_store_session_get_now (session), n_rows = 0;
  gboolean asked = hf_db_execute (
      session->db,
      "INSERT INTO call_claim (customer_id, desk, staff_id, since, until) "
      "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (customer_id) DO UPDATE SET "
      "since = CASE WHEN call_claim.desk = excluded.desk THEN call_claim.since "
      "ELSE excluded.since END, desk = excluded.desk, staff_id = excluded.staff_id, "
      "until = excluded.until WHERE call_claim.desk = excluded.desk "
      "OR call_claim.until <= excluded.since",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (session->desk),
                    hf_db_reference (session->staff_id), hf_db_integer (now),
                    hf_db_integer (now + HF_CLAIM_SECONDS * G_USEC_PER_SEC)),
      &n_rows, error);
  *taken = n_rows > 0;
  return asked;
}

/**
 * hf_store_claims_release:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Gives a customer back, where this desk has them.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_claims_release (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_db_execute (
      session->db, "DELETE FROM call_claim WHERE customer_id = $1 AND desk = $2",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (session->desk)), NULL, error);
}

static gpointer
claim_of_row (HfDbStatement *row)
{
  HfClaim *self = g_new0 (HfClaim, 1);
  self->staff_id = hf_db_statement_get_integer (row, 0);
  self->staff = hf_db_statement_dup_text (row, 1);
  self->since = hf_db_statement_get_integer (row, 2);
  return self;
}

/**
 * hf_store_claims_find_other:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): NOT_FOUND where no other desk has them ...
 *
 * Tells who else is on the phone with a customer.
 *
 * Returns: (transfer full) (nullable): the claim
 */
HfClaim *
hf_store_claims_find_other (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_get (
      session,
      "SELECT k.staff_id, s.name, k.since FROM call_claim k LEFT JOIN staff s "
      "ON s.id = k.staff_id WHERE k.customer_id = $1 AND k.desk <> $2 AND k.until > $3",
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_integer (session->desk),
                    hf_db_integer (hf_store_session_get_now (session))),
      claim_of_row, error);
}
