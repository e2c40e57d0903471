#include "config.h"

#include "hf-store-complaints-private.h"

#include "hf-store-customers.h"
#include "hf-store-follow-ups-private.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-text.h"

static gboolean
is_called (HfStoreSession *session, gint64 staff_id, const char *name, gboolean *called,
           GError **error)
{
  gint64 count = 0;
  gboolean asked = hf_store_session_count (
      session, "SELECT count(*) FROM staff WHERE id = $1 AND name = $2",
      HF_DB_VALUES (hf_db_integer (staff_id), hf_db_text (name)), &count, error);
  *called = count > 0;
  return asked;
}

/**
 * hf_complaint_find_taker:
 * @session: a session that writes
 * @complaint: a complaint
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds who took a complaint by the name, or makes them; two may have one name, and the one who
 * was known stays. Where no name is given, who works here took a new one, unless a file brings
 * it.
 *
 * Returns: whether that could be found
 */
gboolean
hf_complaint_find_taker (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  gboolean called = FALSE;
  if (complaint->taken_by == NULL)
    {
      if (complaint->id == 0 && complaint->taken_by_id == 0 && session->import_id == 0)
        complaint->taken_by_id = session->staff_id;
      return TRUE;
    }
  return is_called (session, complaint->taken_by_id, complaint->taken_by, &called, error)
         && (called
             || hf_store_staff_ensure (session, complaint->taken_by, complaint->branch_id,
                                       &complaint->taken_by_id, error));
}

/* Where nobody said which branch it is about, it is the customer's. */
static gboolean
find_branch (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  if (complaint->branch_id != 0 || complaint->customer_id == 0)
    return TRUE;
  return hf_store_session_count (
      session, "SELECT coalesce ((SELECT branch_id FROM customer WHERE id = $1), 0)",
      HF_DB_VALUES (hf_db_integer (complaint->customer_id)), &complaint->branch_id, error);
}

/**
 * hf_complaint_find_customer:
 * @session: a session that writes
 * @complaint: a complaint
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds the customer of a complaint by the code, where none is known, and their branch where
 * the complaint has none; who was merged meanwhile is who they have become.
 *
 * Returns: whether that could be looked for
 */
gboolean
hf_complaint_find_customer (HfStoreSession *session, HfComplaint *complaint, GError **error)
{
  if (complaint->customer_id != 0)
    return hf_store_customers_follow_merge (session, &complaint->customer_id, error);
  if (complaint->customer_code == NULL)
    return TRUE;
  return hf_store_session_count (session, HF_STORE_CUSTOMER_ID ("$1"),
                                 HF_DB_VALUES (hf_db_text (complaint->customer_code)),
                                 &complaint->customer_id, error)
         && find_branch (session, complaint, error);
}

static gboolean
take_over (HfStoreSession *session, HfComplaint *complaint, gint64 customer_id, GError **error)
{
  complaint->customer_id = customer_id;
  hf_text_set (&complaint->customer_code, NULL);
  if (customer_id == 0)
    return TRUE;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, customer_id, error);
  if (customer == NULL)
    return FALSE;
  hf_text_set (&complaint->customer_code, customer->code);
  hf_text_set (&complaint->customer_name, hf_customer_title (customer));
  if (customer->phone != NULL)
    hf_text_set (&complaint->phone, customer->phone);
  if (complaint->branch == NULL)
    hf_text_set (&complaint->branch, customer->branch);
  return TRUE;
}

/* What was promised about it was promised to them. */
static gboolean
follow (HfStoreSession *session, const HfComplaint *complaint, GError **error)
{
  hf_store_session_touch (session, HF_STORE_PROMISES | HF_STORE_CUSTOMERS);
  return hf_db_execute (session->db,
                        "UPDATE promise SET customer_id = $2, revision = revision + 1 "
                        "WHERE complaint_id = $1",
                        HF_DB_VALUES (hf_db_integer (complaint->id),
                                      hf_db_reference (complaint->customer_id)),
                        NULL, error)
         && hf_follow_ups_drop (session, complaint->id, error)
         && hf_follow_ups_open (session, complaint, TRUE, error);
}

/**
 * hf_store_complaints_attach:
 * @session: a session that writes
 * @complaint: a stored complaint
 * @customer_id: whose it is, 0 for nobody in the customer list
 * @error: (nullable): CONFLICT, NOT_FOUND ...
 *
 * Makes a complaint one of a customer, with what was promised about it, or takes it away from
 * them. One without a branch is the customer's branch's; its deadlines stay. Who is called
 * afterwards is another one then; the name and the number of the customer it was taken from
 * stay with it.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_complaints_attach (HfStoreSession *session, HfComplaint *complaint, gint64 customer_id,
                            GError **error)
{
  g_autofree char *before = g_strdup (complaint->customer_code);
  return take_over (session, complaint, customer_id, error)
         && hf_store_complaints_save (session, complaint, error)
         && hf_store_session_log (session, "complaint", complaint->id, "attach", "customer",
                                  before, complaint->customer_code, error)
         && follow (session, complaint, error);
}
