#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-consent-closures.h"
#include "hf-consent.h"
#include "hf-customer.h"

#define ASSERT_WORDS(expected, expression)                                                     \
  G_STMT_START                                                                                 \
  {                                                                                            \
    g_autofree char *words = (expression);                                                     \
    g_assert_cmpstr (words, ==, (expected));                                                   \
  }                                                                                            \
  G_STMT_END

static HfConsent *
make_consent (HfConsentPurpose purpose, HfConsentState state, const char *day)
{
  HfConsent *consent = hf_consent_new ();
  consent->purpose = purpose;
  consent->state = state;
  consent->decided_on = g_strdup (day);
  return consent;
}

static void
test_day_is_known_and_past (void)
{
  static const struct
  {
    const char *day;
    gboolean good;
  } cases[] = {
    { "2025-01-02", TRUE }, { "2025-01-01", TRUE }, { "2025-01-03", FALSE }, { NULL, FALSE }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfConsent) consent = make_consent (HF_CONSENT_CALL, HF_CONSENT_GIVEN,
                                                    cases[i].day);
      g_autoptr (GError) error = NULL;
      g_assert_cmpint (hf_consent_validate (consent, "2025-01-02", &error), ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
    }
}

static void
test_last_decision_holds (void)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);
  g_assert_null (hf_consent_find_last (consents, HF_CONSENT_CALL));
  g_ptr_array_add (consents,
                   make_consent (HF_CONSENT_RECORDING, HF_CONSENT_GIVEN, "2025-03-01"));
  g_ptr_array_add (consents,
                   make_consent (HF_CONSENT_CALL, HF_CONSENT_WITHDRAWN, "2025-02-01"));
  g_ptr_array_add (consents, make_consent (HF_CONSENT_CALL, HF_CONSENT_GIVEN, "2025-01-01"));
  g_assert_true (hf_consent_find_last (consents, HF_CONSENT_CALL) == consents->pdata[1]);
  g_assert_null (hf_consent_find_last (consents, HF_CONSENT_MESSAGE));
}

static void
test_decision_is_readable (void)
{
  g_autoptr (HfConsent) consent = make_consent (HF_CONSENT_RECORDING, HF_CONSENT_GIVEN,
                                                "2025-03-01");
  ASSERT_WORDS ("Recording of calls: Given", hf_consent_words_title (consent));
  ASSERT_WORDS ("2025-03-01 · Phone", hf_consent_words_details (consent));
  consent->wording = g_strdup ("v2");
  consent->who = g_strdup ("李明");
  consent->channel = HF_COMPLAINT_LETTER;
  consent->note = g_strdup ("signed");
  ASSERT_WORDS ("2025-03-01 · Letter · v2 · 李明 · signed", hf_consent_words_details (consent));
  g_assert_cmpstr (hf_consent_words_state (NULL), ==, "Not asked yet");
  g_assert_cmpstr (hf_consent_icon (consent), !=, hf_consent_icon (NULL));
}

static void
test_refusal_is_readable (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  ASSERT_WORDS ("Do not call.", hf_consent_words_refusal (customer));
  customer->do_not_call_reason = g_strdup ("太吵");
  ASSERT_WORDS ("Do not call: 太吵.", hf_consent_words_refusal (customer));
  customer->do_not_call_on = g_strdup ("2025-01-02");
  ASSERT_WORDS ("Do not call since 2025-01-02: 太吵.", hf_consent_words_refusal (customer));
  customer->do_not_call_by = g_strdup ("李明");
  ASSERT_WORDS ("Do not call since 2025-01-02: 太吵. Noted by 李明.",
                hf_consent_words_refusal (customer));
  g_clear_pointer (&customer->do_not_call_reason, g_free);
  ASSERT_WORDS ("Do not call since 2025-01-02. Noted by 李明.",
                hf_consent_words_refusal (customer));
}

static void
test_contradictions_are_found (void)
{
  static const struct
  {
    HfCustomerStatus status;
    const char *joined_on, *lost_on;
    gint64 need;
    const char *field;
  } cases[] = {
    { HF_CUSTOMER_ACTIVE, NULL, NULL, 0, NULL },
    { HF_CUSTOMER_LOST, "2025-01-01", "2025-01-01", 0, NULL },
    { HF_CUSTOMER_LOST, "2025-01-02", "2025-01-01", 0, "lost_on" },
    { HF_CUSTOMER_LOST, NULL, "2026-01-02", 0, "lost_on" },
    { HF_CUSTOMER_WON_BACK, NULL, "2025-01-02", 0, NULL },
    { HF_CUSTOMER_AT_RISK, NULL, "2025-01-02", 0, "lost_on" },
    { HF_CUSTOMER_ACTIVE, "2026-01-02", NULL, 0, "joined_on" },
    { HF_CUSTOMER_ACTIVE, "2026-01-01", NULL, -1, "need" },
    { HF_CUSTOMER_ACTIVE, NULL, NULL, HF_AMOUNT_UNKNOWN, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      g_autoptr (GError) error = NULL;
      const char *field = NULL;
      customer->status = cases[i].status;
      customer->joined_on = g_strdup (cases[i].joined_on);
      customer->lost_on = g_strdup (cases[i].lost_on);
      customer->need = cases[i].need;
      g_assert_cmpint (hf_customer_check (customer, "2026-01-01", &field, &error), ==,
                       cases[i].field == NULL);
      g_assert_cmpstr (field, ==, cases[i].field);
      g_assert_cmpint (error == NULL, ==, cases[i].field == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consent-words/day", test_day_is_known_and_past);
  g_test_add_func ("/consent-words/last", test_last_decision_holds);
  g_test_add_func ("/consent-words/words", test_decision_is_readable);
  g_test_add_func ("/consent-words/refusal-words", test_refusal_is_readable);
  g_test_add_func ("/consent-words/contradictions", test_contradictions_are_found);
  return g_test_run ();
}
