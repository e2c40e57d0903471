#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-consent-closures.h"
#include "hf-consent.h"
#include "hf-customer.h"
#include "hf-manager-closures.h"
#include "hf-manager-period.h"

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
  ASSERT_WORDS ("Being called: Refused or withdrawn · Recording of calls: Given",
                hf_consent_words_summary (consents));
  g_ptr_array_set_size (consents, 0);
  ASSERT_WORDS ("Nothing was asked yet", hf_consent_words_summary (consents));
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

static HfManagerPeriod *
make_period (gint64 id, const char *from_on, const char *to_on)
{
  HfManagerPeriod *period = hf_manager_period_new ();
  period->id = id;
  period->account_manager = g_strdup ("老张");
  period->from_on = g_strdup (from_on);
  period->to_on = g_strdup (to_on);
  return period;
}

static void
test_period_is_readable (void)
{
  static const struct
  {
    const char *from_on, *to_on, *words;
  } cases[] = {
    { NULL, NULL, "until now; since when is not known" },
    { "2025-01-02", NULL, "since 2025-01-02" },
    { NULL, "2025-01-02", "until 2025-01-02" },
    { "2025-01-02", "2025-03-04", "2025-01-02 – 2025-03-04" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfManagerPeriod) period = make_period (1, cases[i].from_on, cases[i].to_on);
      g_autofree char *saved = g_strdup_printf ("老张: %s", cases[i].words);
      ASSERT_WORDS (cases[i].words, hf_manager_words_period (period));
      ASSERT_WORDS (saved, hf_manager_words_saved (period));
    }
}

/* Beside one until March 2024 and one since June 2024. */
static void
test_periods_do_not_overlap (void)
{
  static const struct
  {
    gint64 id;
    const char *from_on, *to_on, *field;
  } cases[] = {
    { 0, "2024-03-01", "2024-06-01", NULL },
    { 0, "2024-04-01", "2024-05-01", NULL },
    { 0, "2024-02-28", "2024-05-01", "from_on" },
    { 0, "2024-04-01", "2024-06-02", "to_on" },
    { 0, "2024-04-01", NULL, "to_on" },
    { 0, NULL, "2024-04-01", "from_on" },
    { 0, "2024-05-01", "2024-04-01", "to_on" },
    { 0, "2026-01-02", NULL, "from_on" },
    { 2, "2024-03-01", NULL, NULL },
    { 2, "2024-02-01", NULL, "from_on" },
    { 1, "2023-01-01", "2024-06-01", NULL },
    { 1, "2023-01-01", NULL, "to_on" },
  };
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (periods, make_period (1, NULL, "2024-03-01"));
  g_ptr_array_add (periods, make_period (2, "2024-06-01", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfManagerPeriod) period = make_period (cases[i].id, cases[i].from_on,
                                                        cases[i].to_on);
      g_autoptr (GError) error = NULL;
      const char *field = NULL;
      g_test_message ("%s – %s", cases[i].from_on, cases[i].to_on);
      hf_manager_period_check (period, periods, "2026-01-01", &field, &error);
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
  g_test_add_func ("/consent-words/period", test_period_is_readable);
  g_test_add_func ("/consent-words/overlap", test_periods_do_not_overlap);
  return g_test_run ();
}
