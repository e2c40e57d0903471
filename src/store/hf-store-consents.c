#include "config.h"

#include "hf-store-consents.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-id.h"
#include "hf-store-customers.h"
#include "hf-store-session-private.h"
#include "hf-text.h"
#include "hf-time.h"

#define COLUMNS                                                                                \
  "SELECT n.id, n.customer_id, n.purpose, n.given, n.decided_on, n.channel, n.wording, "       \
  "n.note, coalesce (n.interview_id, 0), n.at, s.name FROM consent n "                         \
  "LEFT JOIN staff s ON s.id = n.staff_id "
#define LAST_FIRST " ORDER BY n.decided_on DESC, n.at DESC, n.id DESC"

static gpointer
consent_of_row (HfDbStatement *row)
{
  HfConsent *self = hf_consent_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->customer_id = hf_db_statement_get_integer (row, 1);
  self->purpose = MAX (
      0, hf_choice_find_name (hf_consent_purposes, hf_db_statement_get_text (row, 2)));
  self->state = hf_db_statement_get_integer (row, 3) != 0 ? HF_CONSENT_GIVEN
                                                          : HF_CONSENT_WITHDRAWN;
  self->decided_on = hf_db_statement_dup_text (row, 4);
  self->channel = MAX (
      0, hf_choice_find_name (hf_complaint_channels, hf_db_statement_get_text (row, 5)));
  self->wording = hf_db_statement_dup_text (row, 6);
  self->note = hf_db_statement_dup_text (row, 7);
  self->interview_id = hf_db_statement_get_integer (row, 8);
  self->at = hf_db_statement_get_integer (row, 9);
  self->who = hf_db_statement_dup_text (row, 10);
  return self;
}

static void
undo_insert (gpointer consent)
{
  ((HfConsent *) consent)->id = 0;
}

static gboolean
insert (HfStoreSession *session, HfConsent *consent, GError **error)
{
  consent->id = hf_id_new ();
  consent->at = hf_store_session_get_now (session);
  hf_store_session_on_undo (session, consent, undo_insert);
  return hf_db_execute (
      session->db,
      "INSERT INTO consent (id, customer_id, purpose, given, channel, wording, decided_on, "
      "note, interview_id, staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      HF_DB_VALUES (hf_db_integer (consent->id), hf_db_integer (consent->customer_id),
                    hf_db_text (hf_consent_purposes[consent->purpose].name),
                    hf_db_integer (consent->state == HF_CONSENT_GIVEN),
                    hf_db_text (hf_complaint_channels[consent->channel].name),
                    hf_db_text (consent->wording), hf_db_text (consent->decided_on),
                    hf_db_text (consent->note), hf_db_reference (consent->interview_id),
                    hf_db_reference (session->staff_id), hf_db_integer (consent->at)),
      NULL, error);
}

static gboolean
log_change (HfStoreSession *session, const HfConsent *consent, gboolean is_new, GError **error)
{
  const char *state = hf_consent_states[consent->state].name;
  return hf_store_session_log (session, "consent", consent->id, is_new ? "create" : "delete",
                               hf_consent_purposes[consent->purpose].name,
                               is_new ? NULL : state, is_new ? state : NULL, error);
}

/* Whoever takes back that they may be called is not called. */
static gboolean
refuse_calls (HfStoreSession *session, const HfConsent *consent, GError **error)
{
  gboolean allowed = TRUE;
  if (!hf_store_consents_allow_calls (session, consent->customer_id, &allowed, error))
    return FALSE;
  if (allowed)
    return TRUE;
  g_autoptr (HfCustomer) customer = hf_store_customers_get (session, consent->customer_id,
                                                            error);
  if (customer == NULL || customer->do_not_call)
    return customer != NULL;
  customer->do_not_call = TRUE;
  hf_text_set (&customer->do_not_call_on, consent->decided_on);
  hf_text_set (&customer->do_not_call_reason, _ ("Consent to calls refused or withdrawn"));
  return hf_store_customers_save (session, customer, error);
}

/**
 * hf_store_consents_save:
 * @session: a session that writes
 * @consent: a new consent; gets its key
 * @error: (nullable): %HF_STORE_ERROR, or %HF_FIELD_ERROR about the day
 *
 * Adds a consent or its withdrawal to a customer's decisions; those before stay. Who does not
 * agree to be called goes on the do-not-call list.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_consents_save (HfStoreSession *session, HfConsent *consent, GError **error)
{
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return hf_consent_validate (consent, today, error)
         && hf_store_customers_follow_merge (session, &consent->customer_id, error)
         && insert (session, consent, error) && log_change (session, consent, TRUE, error)
         && (consent->purpose != HF_CONSENT_CALL || refuse_calls (session, consent, error));
}

/**
 * hf_store_consents_add:
 * @session: a session that writes
 * @customer_id: a customer's key
 * @purpose: a name of #hf_consent_purposes
 * @given: whether it was given or refused
 * @interview_id: in which interview, 0 for none
 * @wording: (nullable): which wording was read, such as a guide's code and version
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Notes a consent or its refusal on the telephone, now.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_consents_add (HfStoreSession *session, gint64 customer_id, const char *purpose,
                       gboolean given, gint64 interview_id, const char *wording, GError **error)
{
  g_autoptr (HfConsent) consent = hf_consent_new ();
  int found = hf_choice_find_name (hf_consent_purposes, purpose);
  g_return_val_if_fail (found >= 0, FALSE);
  consent->purpose = found;
  consent->customer_id = customer_id;
  consent->state = given ? HF_CONSENT_GIVEN : HF_CONSENT_WITHDRAWN;
  consent->decided_on = hf_time_format_date (hf_store_session_get_now (session));
  consent->interview_id = interview_id;
  consent->wording = g_strdup (wording);
  return hf_store_consents_save (session, consent, error);
}

/**
 * hf_store_consents_remove:
 * @session: a session that writes
 * @id: a consent's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Takes back that a consent was noted; the change log keeps it. Whoever went on the do-not-call
 * list by it stays there.
 *
 * Returns: whether that is stored
 */
gboolean
hf_store_consents_remove (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (HfConsent) consent = hf_store_session_get (session, COLUMNS "WHERE n.id = $1",
                                                        HF_DB_VALUES (hf_db_integer (id)),
                                                        consent_of_row, error);
  hf_store_session_touch (session, HF_STORE_CUSTOMERS);
  return consent != NULL
         && hf_db_execute (session->db, "DELETE FROM consent WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (id)), NULL, error)
         && log_change (session, consent, FALSE, error);
}

/**
 * hf_store_consents_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Lists all that a customer decided.
 *
 * Returns: (transfer full) (nullable) (element-type HfConsent): the decisions, the last first
 */
GPtrArray *
hf_store_consents_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (session, COLUMNS "WHERE n.customer_id = $1" LAST_FIRST,
                                HF_DB_VALUES (hf_db_integer (customer_id)), consent_of_row,
                                g_object_unref, error);
}

/**
 * hf_store_consents_allow:
 * @session: a session
 * @customer_id: a customer's key
 * @purpose: for what
 * @allowed: (out): whether the last decision is not that they do not agree
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Asks whether a customer has anything against a use of their data.
 *
 * Returns: whether it could be asked
 */
gboolean
hf_store_consents_allow (HfStoreSession *session, gint64 customer_id, HfConsentPurpose purpose,
                         gboolean *allowed, GError **error)
{
  gint64 refused = 0;
  gboolean asked = hf_store_session_count (
      session,
      "SELECT 1 - n.given FROM consent n WHERE n.customer_id = $1 "
      "AND n.purpose = $2" LAST_FIRST " LIMIT 1",
      HF_DB_VALUES (hf_db_integer (customer_id),
                    hf_db_text (hf_consent_purposes[purpose].name)),
      &refused, error);
  *allowed = refused == 0;
  return asked;
}

/**
 * hf_store_consents_allow_calls:
 * @session: a session
 * @customer_id: a customer's key
 * @allowed: (out): whether the last decision is not that they must not be called
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Asks whether a customer has anything against being called.
 *
 * Returns: whether it could be asked
 */
gboolean
hf_store_consents_allow_calls (HfStoreSession *session, gint64 customer_id, gboolean *allowed,
                               GError **error)
{
  return hf_store_consents_allow (session, customer_id, HF_CONSENT_CALL, allowed, error);
}
