#include "config.h"

#include "hf-claim-closures.h"

static void
test_another_desk_is_named (void)
{
  HfClaim claim = { .since = G_GINT64_CONSTANT (1769999520) * G_USEC_PER_SEC };
  g_autofree char *unknown = hf_claim_words_other ("王女士", &claim);
  g_assert_cmpstr (unknown, ==, "Another desk has been calling 王女士 since 10:32");
  claim.staff = (char *) "小李";
  g_autofree char *known = hf_claim_words_other ("王女士", &claim);
  g_assert_cmpstr (known, ==, "小李 has been calling 王女士 since 10:32");
}

static void
test_a_jump_of_the_clock_is_said (void)
{
  g_autofree char *minute = hf_claim_words_jump (61);
  g_autofree char *hours = hf_claim_words_jump (2 * 3600);
  g_autofree char *back = hf_claim_words_jump (-3600);
  g_assert_nonnull (g_strstr_len (minute, -1, "by 1 minute."));
  g_assert_nonnull (g_strstr_len (hours, -1, "forward, by 120 minutes."));
  g_assert_nonnull (g_strstr_len (back, -1, "back by 60 minutes."));
}

static void
test_when_calls_may_be_made_again (void)
{
  gint64 now = G_GINT64_CONSTANT (1769958000) * G_USEC_PER_SEC;
  gint64 nine = G_GINT64_CONSTANT (1769994000) * G_USEC_PER_SEC;
  g_autofree char *tomorrow = hf_claim_words_closed (now, nine);
  g_autofree char *today = hf_claim_words_closed (nine - 1, nine);
  g_assert_cmpstr (tomorrow, ==, "Those who wait may be called from 2026-02-02 09:00.");
  g_assert_cmpstr (today, ==, "Those who wait may be called from 09:00 today.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-words/other-desk", test_another_desk_is_named);
  g_test_add_func ("/claim-words/jump", test_a_jump_of_the_clock_is_said);
  g_test_add_func ("/claim-words/closed", test_when_calls_may_be_made_again);
  return g_test_run ();
}
