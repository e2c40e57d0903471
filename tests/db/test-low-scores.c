#include "config.h"

#include "hf-amount.h"
#include "hf-follow-up.h"
#include "hf-store-consents.h"
#include "hf-store-scores.h"
#include "hf-store-next-call.h"
#include "hf-test-care.h"
#include "hf-test-place.h"

static gpointer
forbid_calls (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_consents_add (session, hf_test_care_key_of (session, code), "call", FALSE, 0,
                                NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

typedef struct
{
  const char *code;
  const char *scored_on;
  gint64 score;
  gint64 scale; /* 0: not known */
} Scored;

static gpointer
save_score (HfStoreSession *session, gpointer input, GError **error)
{
  const Scored *self = input;
  g_autoptr (HfScore) score = hf_score_new ();
  hf_store_session_set_now (session, HF_TEST_CARE_NOW);
  score->customer_code = g_strdup (self->code);
  score->scored_on = g_strdup (self->scored_on);
  score->score = self->score * HF_AMOUNT_UNIT;
  if (self->scale != 0)
    score->scale = self->scale * HF_AMOUNT_UNIT;
  return hf_store_scores_save (session, score, error) ? HF_STORE_DONE : NULL;
}

static guint
count_waiting (HfTestStore *fixture)
{
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ,
                                                     hf_test_care_list_waiting, NULL);
  return waiting->len;
}

static void
score (HfTestStore *fixture, const char *code, const char *on, gint64 points, gint64 scale)
{
  Scored scored = { code, on, points, scale };
  hf_test_store_run (fixture, HF_STORE_WRITE, save_score, &scored);
}

static void
test_a_low_score_opens_care_once (HfTestStore *fixture, gconstpointer data)
{
  static const char *const codes[] = { "C1", "C2", "C3", "C4", "C5" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, codes[i]);
  hf_test_store_run (fixture, HF_STORE_WRITE, forbid_calls, "C5");
  score (fixture, "C1", "2026-01-30", 5, 0);
  score (fixture, "C2", "2026-01-30", 6, 0);
  score (fixture, "C3", "2026-01-30", 3, 5);
  score (fixture, "C4", "2025-09-30", 1, 0);
  score (fixture, "C5", "2026-01-30", 1, 0);
  g_autoptr (GPtrArray) waiting = hf_test_store_run (fixture, HF_STORE_READ,
                                                     hf_test_care_list_waiting, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  const HfCallTask *task = waiting->pdata[0];
  g_assert_cmpstr (task->customer_code, ==, "C1");
  g_assert_cmpint (task->kind, ==, HF_INTERVIEW_LOW_SCORE);
  g_assert_cmpstr (task->why, ==, HF_CALL_TASK_LOW_SCORE "5/10");
  score (fixture, "C1", "2026-01-30", 4, 0);
  score (fixture, "C1", "2026-01-31", 4, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  score (fixture, "C2", "2026-01-30", 5, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 2);
  /* Who was called about it is not called about what they had said before that. */
  HfTestCareCall call = {
    0, HF_TEST_CARE_NOW, HF_INTERVIEW_LOW_SCORE, { "satisfied-now", "5" }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &call);
  score (fixture, "C1", "2026-02-01", 2, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
}

static gpointer
lower_floor (HfStoreSession *session, gpointer floor, GError **error)
{
  HfCallingRules rules;
  hf_calling_rules_init (&rules);
  rules.care_below = GPOINTER_TO_UINT (floor);
  return hf_store_calling_rules_save (session, &rules, error) ? HF_STORE_DONE : NULL;
}

static void
test_the_floor_is_a_setting (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, lower_floor, GUINT_TO_POINTER (3));
  score (fixture, "C1", "2026-01-30", 3, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
  score (fixture, "C1", "2026-01-31", 2, 0);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
}

static void
test_a_low_score_in_a_call_opens_care (HfTestStore *fixture, gconstpointer data)
{
  HfTestCareCall thanks = {
    0, HF_TEST_CARE_NOW, HF_INTERVIEW_THANK_YOU, { "satisfaction", "2" }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_add_customer, "C1");
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &thanks);
  hf_test_care_assert_next (fixture, 0, hf_test_care_days_later (1) - 1, "nobody", 0);
  for (int round = 0; round < HF_FOLLOW_UP_MAX_ROUNDS; round++)
    {
      HfTestCareCall care = { 0,
                              hf_test_care_days_later (1 + 7 * round),
                              HF_INTERVIEW_LOW_SCORE,
                              { "satisfied-now", "1" } };
      hf_test_care_assert_next (fixture, 0, care.now, "low_score", 0);
      hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &care);
    }
  hf_test_care_assert_next (fixture, 0, hf_test_care_days_later (60), "nobody", 0);
  /* What comes of another call does not begin it anew. */
  HfTestCareCall asked = {
    0, hf_test_care_days_later (60), HF_INTERVIEW_FOLLOW_UP, { "handling-satisfaction", "1" }
  };
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_test_care_hold_call, &asked);
  hf_test_care_assert_next (fixture, 0, hf_test_care_days_later (70), "nobody", 0);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/low-scores/" path, HfTestStore, NULL, hf_test_store_set_up, func,              \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("once", test_a_low_score_opens_care_once);
  ADD ("floor", test_the_floor_is_a_setting);
  ADD ("in-a-call", test_a_low_score_in_a_call_opens_care);
  return g_test_run ();
}
