#include "config.h"

#include <string.h>

#include "hf-escalation-ladder.h"

static void
assert_holds (const char *text, const char *words)
{
  HfPromiseRules rules;
  g_autoptr (GError) error = NULL;
  hf_promise_rules_init (&rules);
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_parse (text, &error);
  g_assert_no_error (error);
  gboolean holds = hf_escalation_ladder_check (ladder, &rules, &error);
  g_assert_cmpint (holds, ==, words == NULL);
  if (words != NULL && (error == NULL || strstr (error->message, words) == NULL))
    g_error ("“%s” is not in “%s”", words, error != NULL ? error->message : "nothing");
}

/* A firm that changed nothing has a ladder that holds, and comes back from its text. */
static void
test_starter (void)
{
  HfPromiseRules rules;
  g_autoptr (GError) error = NULL;
  hf_promise_rules_init (&rules);
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_new_starter ();
  g_assert_true (hf_escalation_ladder_check (ladder, &rules, &error));
  g_assert_no_error (error);
  g_autofree char *text = hf_escalation_ladder_format (ladder);
  g_autoptr (GPtrArray) read = hf_escalation_ladder_parse (text, &error);
  g_assert_no_error (error);
  g_autofree char *again = hf_escalation_ladder_format (read);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (hf_escalation_step_name (read->pdata[6]), ==,
                   "To the board: sanction of the branch is considered");
}

/* Every class has a top step that tells all managers. */
static void
test_every_class_reaches_the_top (void)
{
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_new_starter ();
  for (int term = HF_PROMISE_IMMEDIATE; term <= HF_PROMISE_DATED; term++)
    {
      const HfEscalationStep *top = NULL;
      for (guint i = 0; i < ladder->len; i++)
        if (hf_escalation_step_is_for (ladder->pdata[i], term))
          top = ladder->pdata[i];
      g_assert_nonnull (top);
      g_assert_cmpuint (top->tells, ==, 1u << HF_ESCALATION_MANAGERS);
      g_assert_true (hf_escalation_step_raises (top));
      g_assert_true (g_str_has_prefix (hf_escalation_step_name (top), "To the board"));
    }
}

static void
test_format (void)
{
  static const char text[] = "branch resolve share 100 handler,branch 24h,72h 0 \n"
                             "own-1 update after 45 - emergency 7 Tell 王 at once\n";
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_parse (text, NULL);
  g_assert_cmpuint (ladder->len, ==, 2);
  const HfEscalationStep *first = ladder->pdata[0], *second = ladder->pdata[1];
  g_assert_null (first->name);
  g_assert_cmpstr (hf_escalation_step_name (first), ==,
                   "Solution overdue, to the branch’s managers");
  g_assert_true (hf_escalation_step_is_for (first, HF_PROMISE_DAY));
  g_assert_false (hf_escalation_step_is_for (first, HF_PROMISE_WORKDAY));
  g_assert_false (hf_escalation_step_is_for (first, -1));
  g_assert_cmpint (second->clock, ==, HF_ESCALATION_NEXT_WORD);
  g_assert_cmpint (second->when, ==, HF_ESCALATION_AFTER);
  g_assert_cmpuint (second->amount, ==, 45);
  g_assert_cmpuint (second->tells, ==, 0);
  g_assert_cmpint (second->staff_id, ==, 7);
  g_assert_true (hf_escalation_step_raises (second));
  g_assert_cmpstr (hf_escalation_step_name (second), ==, "Tell 王 at once");
  g_autofree char *again = hf_escalation_ladder_format (ladder);
  g_assert_cmpstr (again, ==, text);
}

static void
test_damaged_text (void)
{
  static const char *const texts[] = {
    "branch",
    "branch resolve share 100 branch 24h",
    "branch never share 100 branch 24h 0 ",
    "branch resolve soon 100 branch 24h 0 ",
    "branch resolve share -1 branch 24h 0 ",
    "branch resolve share 99999999 branch 24h 0 ",
    "branch resolve share 100 boss 24h 0 ",
    "branch resolve share 100 branch 25h 0 ",
    "branch resolve share 100 branch 24h x ",
    " resolve share 100 branch 24h 0 ",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strconcat ("branch resolve share 90 branch 24h 0 \n", texts[i],
                                           NULL);
      g_assert_null (hf_escalation_ladder_parse (text, &error));
      g_assert_error (error, HF_ESCALATION_LADDER_ERROR, HF_ESCALATION_LADDER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "Line 2 "));
    }
}

static void
test_what_does_not_hold (void)
{
  assert_holds ("", NULL);
  assert_holds ("own-1 resolve share 100 branch 24h 0 \n", "has no name");
  assert_holds ("branch resolve share 100 - 24h 0 \n", "nobody is told");
  assert_holds ("branch resolve share 100 - 24h 3 \n", NULL);
  assert_holds ("branch resolve share 100 branch - 0 \n", "no class");
  assert_holds ("branch resolve share 0 branch 24h 0 \n", "1 to 1000 percent");
  assert_holds ("branch resolve share 1001 branch 24h 0 \n", "1 to 1000 percent");
  assert_holds ("branch resolve before 0 branch 24h 0 \n", "at least a minute");
  assert_holds ("branch resolve after 0 branch 24h 0 \n", NULL);
  assert_holds (
      "branch resolve share 50 branch 24h 0 \nbranch resolve share 60 branch 72h 0 \n",
      "on the ladder twice");
}

#define TWO(one, other)                                                                        \
  "own-1 " one " branch 24h 0 One\n"                                                           \
  "own-2 " other " managers 24h 0 Two\n"

/* A step comes later than the one below it, by whatever it is said. */
static void
test_steps_rise (void)
{
  assert_holds (TWO ("resolve share 75", "resolve share 100"), NULL);
  assert_holds (TWO ("resolve share 100", "resolve share 75"),
                "Step 2, “Two”: it would not come later than step 1 does (Within 24 hours)");
  assert_holds (TWO ("resolve share 100", "resolve share 100"), "not come later");
  assert_holds (TWO ("resolve share 75", "resolve before 120"), NULL);
  assert_holds (TWO ("resolve share 75", "resolve before 360"), "not come later");
  assert_holds (TWO ("resolve before 60", "resolve before 90"), "not come later");
  assert_holds (TWO ("resolve after 0", "resolve share 101"), NULL);
  assert_holds (TWO ("resolve share 100", "resolve after 0"), "not come later");
  assert_holds (TWO ("respond share 100", "respond after 1"), NULL);
  /* Each clock and each class has steps of its own. */
  assert_holds (TWO ("resolve share 200", "respond share 100"), NULL);
  assert_holds ("own-1 resolve share 200 branch 24h 0 One\n"
                "own-2 resolve share 100 branch 72h 0 Two\n",
                NULL);
  assert_holds ("own-1 resolve share 75 branch 24h,72h 0 One\n"
                "own-2 resolve share 90 branch 24h 0 Two\n"
                "own-3 resolve share 80 branch 24h,72h 0 Three\n",
                "Step 3, “Three”: it would not come later than step 2");
  /* A class without that clock does not mind. */
  assert_holds (TWO ("update share 200", "update share 100"), NULL);
}

static void
test_new_code (void)
{
  g_autoptr (GPtrArray) ladder = hf_escalation_ladder_parse (
      "own-2 resolve share 50 branch 24h 0 A\nbranch resolve share 60 branch 24h 0 \n", NULL);
  g_autofree char *code = hf_escalation_ladder_new_code (ladder);
  g_assert_cmpstr (code, ==, "own-3");
  g_assert_cmpstr (hf_escalation_name ("gone", NULL), ==, "gone");
  g_autoptr (GPtrArray) copy = hf_escalation_ladder_copy (ladder);
  g_autofree char *text = hf_escalation_ladder_format (ladder);
  g_autofree char *same = hf_escalation_ladder_format (copy);
  g_assert_cmpstr (text, ==, same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escalation-ladder/starter", test_starter);
  g_test_add_func ("/escalation-ladder/top", test_every_class_reaches_the_top);
  g_test_add_func ("/escalation-ladder/format", test_format);
  g_test_add_func ("/escalation-ladder/damaged", test_damaged_text);
  g_test_add_func ("/escalation-ladder/holds", test_what_does_not_hold);
  g_test_add_func ("/escalation-ladder/rises", test_steps_rise);
  g_test_add_func ("/escalation-ladder/codes", test_new_code);
  return g_test_run ();
}
