#include "config.h"

#include "hf-escalation-closures.h"
#include "hf-ladder-words.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR

/* 2026-03-06 15:00 in Shanghai, where the tests are. */
#define NOW (G_GINT64_CONSTANT (1772780400) * G_USEC_PER_SEC)

static HfEscalation *
make_escalation (void)
{
  HfEscalation *self = hf_escalation_new ();
  self->step = g_strdup ("branch");
  self->place = 3;
  self->clock = HF_ESCALATION_SOLUTION;
  self->number = g_strdup ("T20260305-001");
  self->at = NOW - HOUR;
  self->due_at = NOW - HOUR;
  return self;
}

static void
assert_words (char *made, const char *expected)
{
  g_autofree char *words = made;
  g_assert_cmpstr (words, ==, expected);
}

static void
test_what_is_told (void)
{
  g_autoptr (HfEscalation) escalation = make_escalation ();
  assert_words (hf_escalation_words_title (escalation),
                "Solution overdue, to the branch’s managers");
  assert_words (hf_escalation_words_body (escalation, NOW),
                "Anonymous · T20260305-001\nSolution: 1 hour late");
  escalation->customer_code = g_strdup ("C7");
  escalation->branch = g_strdup ("长春总店");
  escalation->name = g_strdup ("Tell the boss");
  assert_words (hf_escalation_words_body (escalation, NOW),
                "C7 · T20260305-001 · 长春总店\nSolution: 1 hour late");
  escalation->customer_name = g_strdup ("王女士");
  assert_words (hf_escalation_words_bar (escalation, NOW),
                "Tell the boss: 王女士 · T20260305-001 · 长春总店 · 1 hour late");
  assert_words (hf_escalation_words_several (1), "1 complaint waits for you");
  assert_words (hf_escalation_words_several (3), "3 complaints wait for you");
}

static void
test_how_far_it_is (void)
{
  g_autoptr (HfEscalation) escalation = make_escalation ();
  assert_words (hf_escalation_words_reached (escalation, 8),
                "Step 4 of 8 · 2026-03-06 14:00 · nobody is entered who could be told");
  escalation->told = g_strdup ("Li, Zhao");
  assert_words (hf_escalation_words_reached (escalation, 8),
                "Step 4 of 8 · 2026-03-06 14:00 · told: Li, Zhao");
  /* The ladder is shorter by now. */
  assert_words (hf_escalation_words_reached (escalation, 2),
                "Step 4 of 4 · 2026-03-06 14:00 · told: Li, Zhao");
  assert_words (hf_escalation_words_logged (escalation, NULL),
                "2026-03-06 14:00 · told: Li, Zhao");
  assert_words (hf_escalation_words_logged (escalation, "papers"),
                "2026-03-06 14:00 · told: Li, Zhao\nPaused at the time: papers");
  assert_words (hf_escalation_words_next (NOW + 2 * HOUR, NOW),
                "2026-03-06 17:00 · due in 2 hours");
}

static void
test_who_takes_care (void)
{
  g_autoptr (HfEscalation) escalation = make_escalation ();
  g_assert_null (hf_escalation_words_taken (escalation));
  escalation->taken_at = NOW;
  assert_words (hf_escalation_words_taken (escalation),
                "Somebody takes care of it since 2026-03-06 15:00");
  escalation->taken_by = g_strdup ("Li");
  assert_words (hf_escalation_words_taken (escalation),
                "Li takes care of it since 2026-03-06 15:00");
  HfHandover handover = { .at = NOW, .to = (char *) "Zhao" };
  assert_words (hf_escalation_words_handover (&handover), "2026-03-06 15:00");
  handover.from = (char *) "Wang";
  handover.staff = (char *) "Li";
  assert_words (hf_escalation_words_handover (&handover),
                "2026-03-06 15:00 · Li · before: Wang");
}

static void
assert_when (HfEscalationWhen when, guint amount, const char *expected)
{
  const HfEscalationStep step = { .when = when, .amount = amount };
  assert_words (hf_ladder_words_when (&step), expected);
}

static void
test_when_a_step_comes (void)
{
  assert_when (HF_ESCALATION_SHARE, 75, "at 75 % of the time");
  assert_when (HF_ESCALATION_SHARE, 100, "at the deadline");
  assert_when (HF_ESCALATION_BEFORE, 1, "1 minute before the deadline");
  assert_when (HF_ESCALATION_BEFORE, 90, "90 minutes before the deadline");
  assert_when (HF_ESCALATION_BEFORE, 120, "2 hours before the deadline");
  assert_when (HF_ESCALATION_AFTER, 0, "at the deadline");
  assert_when (HF_ESCALATION_AFTER, 45, "45 minutes after the deadline");
  assert_when (HF_ESCALATION_AFTER, 60, "1 hour after the deadline");
}

static void
test_a_step_in_a_line (void)
{
  const HfEscalationStep step = { .code = (char *) "half-hour",
                                  .clock = HF_ESCALATION_NEXT_WORD,
                                  .amount = 200,
                                  .tells = 1u << HF_ESCALATION_HANDLER,
                                  .classes = 1u << HF_PROMISE_EMERGENCY };
  assert_words (hf_ladder_words_title (&step, 2), "3. Half-hour word missed");
  assert_words (hf_ladder_words_summary (&step, NULL),
                "Word each half-hour, at 200 % of the time · Who deals with it · Emergency, "
                "word every 30 minutes");
  assert_words (hf_ladder_words_summary (&step, "Li"),
                "Word each half-hour, at 200 % of the time · Who deals with it, Li · "
                "Emergency, word every 30 minutes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escalation-words/told", test_what_is_told);
  g_test_add_func ("/escalation-words/reached", test_how_far_it_is);
  g_test_add_func ("/escalation-words/taken", test_who_takes_care);
  g_test_add_func ("/escalation-words/when", test_when_a_step_comes);
  g_test_add_func ("/escalation-words/line", test_a_step_in_a_line);
  return g_test_run ();
}
