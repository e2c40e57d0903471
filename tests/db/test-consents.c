#include "config.h"

#include "hf-field.h"
#include "hf-interview.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"
#include "hf-text.h"
#include "hf-time.h"

/* A customer of this desk, at which 李明 works. */
static HfCustomer *
add_customer (HfStoreSession *session)
{
  HfCustomer *customer = hf_customer_new ();
  gint64 staff_id = 0;
  g_assert_true (hf_store_staff_ensure (session, "李明", 0, &staff_id, NULL));
  hf_store_session_set_staff_id (session, staff_id);
  customer->code = g_strdup ("C1");
  g_assert_true (hf_store_customers_save (session, customer, NULL));
  return customer;
}

static void
reread (HfStoreSession *session, HfCustomer **customer)
{
  gint64 id = (*customer)->id;
  g_set_object (customer, NULL);
  *customer = hf_store_customers_get (session, id, NULL);
  g_assert_nonnull (*customer);
}

static gint64
count (HfStoreSession *session, const char *sql)
{
  gint64 number = -1;
  g_assert_true (hf_store_session_count (session, sql, HF_DB_NO_VALUES, &number, NULL));
  return number;
}

static gpointer
refuse (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session);
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  customer->do_not_call = TRUE;
  hf_text_set (&customer->do_not_call_reason, "太吵");
  g_assert_true (hf_store_customers_save (session, customer, error));
  reread (session, &customer);
  g_assert_cmpstr (customer->do_not_call_on, ==, today);
  g_assert_cmpstr (customer->do_not_call_reason, ==, "太吵");
  g_assert_cmpstr (customer->do_not_call_by, ==, "李明");

  /* A form that does not ask since when and by whom changes neither. */
  hf_store_session_set_staff_id (session, 0);
  hf_text_set (&customer->do_not_call_on, NULL);
  hf_text_set (&customer->name, "王女士");
  customer->do_not_call_by_id = 0;
  g_assert_true (hf_store_customers_save (session, customer, error));
  reread (session, &customer);
  g_assert_cmpstr (customer->do_not_call_on, ==, today);
  g_assert_cmpstr (customer->do_not_call_by, ==, "李明");

  customer->do_not_call = FALSE;
  g_assert_true (hf_store_customers_save (session, customer, error));
  reread (session, &customer);
  g_assert_null (customer->do_not_call_on);
  g_assert_null (customer->do_not_call_reason);
  g_assert_null (customer->do_not_call_by);
  g_assert_cmpint (count (session, "SELECT count(*) FROM change_log WHERE entity = 'customer' "
                                   "AND field = 'do_not_call_reason'"),
                   ==, 2);
  return HF_STORE_DONE;
}

static void
test_refusal_says_since_when_and_by_whom (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, refuse, NULL);
}

static HfConsent *
decide (HfStoreSession *session, const HfCustomer *customer, HfConsentState state,
        const char *day)
{
  HfConsent *consent = hf_consent_new ();
  g_autoptr (GError) error = NULL;
  consent->customer_id = customer->id;
  consent->purpose = HF_CONSENT_CALL;
  consent->state = state;
  consent->decided_on = g_strdup (day);
  consent->wording = g_strdup ("v1");
  g_assert_true (hf_store_consents_save (session, consent, &error));
  g_assert_no_error (error);
  return consent;
}

static gpointer
withdraw (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session);
  g_autoptr (GError) refused = NULL;
  g_autoptr (HfConsent) given = decide (session, customer, HF_CONSENT_GIVEN, "2025-01-01");
  gboolean allowed = FALSE;
  g_assert_true (hf_store_consents_allow_calls (session, customer->id, &allowed, error));
  g_assert_true (allowed);
  g_autoptr (HfConsent) withdrawn = decide (session, customer, HF_CONSENT_WITHDRAWN,
                                            "2025-03-01");
  g_assert_true (hf_store_consents_allow_calls (session, customer->id, &allowed, error));
  g_assert_false (allowed);
  reread (session, &customer);
  g_assert_true (customer->do_not_call);
  g_assert_cmpstr (customer->do_not_call_on, ==, "2025-03-01");
  g_assert_nonnull (customer->do_not_call_reason);
  g_assert_null (
      hf_store_interviews_start (session, customer->id, HF_INTERVIEW_LOST, "en", &refused));

  /* Nobody may call them before they agree anew. */
  g_clear_error (&refused);
  customer->do_not_call = FALSE;
  g_assert_false (hf_store_customers_save (session, customer, &refused));
  g_assert_error (refused, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
  g_autoptr (HfConsent) anew = decide (session, customer, HF_CONSENT_GIVEN, "2025-04-01");
  reread (session, &customer);
  g_assert_true (customer->do_not_call);
  customer->do_not_call = FALSE;
  g_assert_true (hf_store_customers_save (session, customer, error));
  return HF_STORE_DONE;
}

static void
test_withdrawn_consent_stops_calls (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, withdraw, NULL);
}

/* What was said on an earlier day and noted later does not hold. */
static gpointer
note_late (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session);
  g_autoptr (HfConsent) given = decide (session, customer, HF_CONSENT_GIVEN, "2025-03-01");
  g_autoptr (HfConsent) late = decide (session, customer, HF_CONSENT_WITHDRAWN, "2025-02-01");
  reread (session, &customer);
  g_assert_false (customer->do_not_call);
  g_autoptr (GPtrArray) consents = hf_store_consents_list (session, customer->id, error);
  g_assert_cmpuint (consents->len, ==, 2);
  const HfConsent *last = hf_consent_find_last (consents, HF_CONSENT_CALL);
  g_assert_cmpint (last->id, ==, given->id);
  g_assert_cmpint (last->state, ==, HF_CONSENT_GIVEN);
  g_assert_cmpstr (last->wording, ==, "v1");
  g_assert_cmpstr (last->who, ==, "李明");

  g_autoptr (HfConsent) future = hf_consent_new ();
  g_autoptr (GError) refused = NULL;
  future->customer_id = customer->id;
  future->decided_on = g_strdup ("9999-01-01");
  g_assert_false (hf_store_consents_save (session, future, &refused));
  g_assert_error (refused, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID);
  return HF_STORE_DONE;
}

static void
test_last_day_holds (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, note_late, NULL);
}

static gpointer
take_back (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = add_customer (session);
  g_autoptr (HfConsent) given = decide (session, customer, HF_CONSENT_GIVEN, "2025-03-01");
  g_autoptr (GError) missing = NULL;
  g_assert_true (hf_store_consents_remove (session, given->id, error));
  g_autoptr (GPtrArray) left = hf_store_consents_list (session, customer->id, error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (count (session, "SELECT count(*) FROM change_log WHERE entity = 'consent' "
                                   "AND action = 'create' AND field = 'call' "
                                   "AND after = 'given'"),
                   ==, 1);
  g_assert_cmpint (count (session, "SELECT count(*) FROM change_log WHERE entity = 'consent' "
                                   "AND action = 'delete' AND before = 'given'"),
                   ==, 1);
  g_assert_false (hf_store_consents_remove (session, given->id, &missing));
  g_assert_error (missing, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND);
  return HF_STORE_DONE;
}

static void
test_undo_stays_in_the_log (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, take_back, NULL);
}

#define ADD(name, func)                                                                        \
  g_test_add ("/consents/" name, HfTestStore, NULL, hf_test_store_set_up, func,                \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("refusal", test_refusal_says_since_when_and_by_whom);
  ADD ("withdrawn", test_withdrawn_consent_stops_calls);
  ADD ("last-day", test_last_day_holds);
  ADD ("undo", test_undo_stays_in_the_log);
  return g_test_run ();
}
