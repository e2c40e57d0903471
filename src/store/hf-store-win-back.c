#include "config.h"

#include "hf-store-win-back-private.h"

#include "hf-store-customers.h"
#include "hf-store-session-private.h"

/* The history says in which interview they said so. */
static gboolean
save_customer (HfStoreSession *session, HfCustomer *customer, gint64 interview_id,
               GError **error)
{
  session->interview_id = interview_id;
  gboolean saved = hf_store_customers_save (session, customer, error);
  session->interview_id = 0;
  return saved;
}

/**
 * hf_win_back_note_result:
 * @session: a session that writes
 * @interview: an interview that ended
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes a lost customer who accepted a win-back offer a won-back one.
 *
 * Returns: whether it is stored
 */
gboolean
hf_win_back_note_result (HfStoreSession *session, const HfInterview *interview, GError **error)
{
  gint64 accepted = 0;
  if (interview->kind != HF_INTERVIEW_WIN_BACK)
    return TRUE;
  if (!hf_store_session_count (session,
                               "SELECT count(*) FROM answer WHERE interview_id = $1 "
                               "AND question = 'offer-result' AND value = 'accepted' "
                               "AND state = 'current'",
                               HF_DB_VALUES (hf_db_integer (interview->id)), &accepted, error))
    return FALSE;
  if (accepted == 0)
    return TRUE;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, interview->customer_id,
                                                            error);
  if (customer == NULL || customer->status == HF_CUSTOMER_ACTIVE
      || customer->status == HF_CUSTOMER_WON_BACK)
    return customer != NULL;
  customer->status = HF_CUSTOMER_WON_BACK;
  return save_customer (session, customer, interview->id, error);
}
