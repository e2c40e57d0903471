#include "config.h"

#include "hf-chart-words.h"
#include "hf-diagnosis-words.h"
#include "hf-period-choice.h"
#include "hf-recovery-words.h"
#include "hf-silent-words.h"
#include "hf-test-figures.h"

#include <string.h>

#define NBSP "\u00a0"

static void
test_who_was_heard (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autofree char *line = hf_diagnosis_words_heard (figures);
  g_assert_cmpstr (line, ==,
                   "from 138 of 303 lost customers · response 46" NBSP
                   "% (RR1) · reached 63" NBSP "% (CON1) · refused 8.9" NBSP "% (REF1)");
  figures->interviews.attempts = 0;
  g_autofree char *nobody = hf_diagnosis_words_heard (figures);
  g_assert_cmpstr (nobody, ==, "from 138 of 303 lost customers; nobody was called yet");
}

static void
test_what_it_rests_on (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autofree char *evidence = hf_diagnosis_words_evidence (figures);
  g_assert_true (g_str_has_prefix (evidence, "67" NBSP "% of the reasons were said"));
  g_ptr_array_set_size (figures->reasons, 0);
  g_assert_null (hf_diagnosis_words_evidence (figures));
}

static void
test_offers_and_what_came_of_them (void)
{
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) figures = hf_figures_new (period, NULL);
  g_assert_null (hf_diagnosis_words_offers (figures));
  figures->win_back.allowed = 1;
  g_autofree char *none = hf_diagnosis_words_offers (figures);
  g_assert_cmpstr (none, ==,
                   "1 lost customer may be called about coming back; no offer was made yet.");
  figures->win_back.allowed = 10;
  figures->win_back.offered = 8;
  figures->win_back.accepted = 4;
  figures->win_back.declined = 2;
  figures->win_back.considering = 2;
  figures->win_back.accept_rate = 0.5;
  figures->win_back.decline_rate = 0.25;
  g_autofree char *some = hf_diagnosis_words_offers (figures);
  g_assert_cmpstr (some, ==,
                   "Win-back offers: 8 made, 10 may be called about one; 4 accepted (50" NBSP
                   "%), 2 declined (25" NBSP "%), 2 think it over.");
}

static void
test_own_share_and_range (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autofree char *own = hf_diagnosis_words_own (&figures->silent.own);
  g_assert_cmpstr (own, ==,
                   "Own interviews: 21 of 124 had complained, 17" NBSP
                   "% (95 % interval 11" NBSP "% to 25" NBSP "%).");
  g_autofree char *all = hf_diagnosis_words_range (74, &figures->silent.own, FALSE);
  g_autofree char *silent = hf_diagnosis_words_range (74, &figures->silent.own, TRUE);
  g_assert_true (g_str_has_prefix (all, "437 ("));
  g_assert_true (g_str_has_prefix (silent, "363 ("));

  const HfOwnShare none = { 0 };
  g_autofree char *nobody = hf_diagnosis_words_own (&none);
  g_autofree char *no_range = hf_diagnosis_words_range (74, &none, FALSE);
  g_assert_cmpstr (nobody, ==,
                   "No dissatisfied customer was asked yet whether they had complained.");
  g_assert_cmpstr (no_range, ==, "– (– to –)");
}

/* 60 minor and 14 major: least at 63 %, most at 3 % and 69 %. */
static void
test_silent_words (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autofree char *caption = hf_diagnosis_words_silent (figures);
  g_assert_true (g_str_has_prefix (
      caption, "25 to 1, the rule of thumb: 1 in 25 dissatisfied customers complains. Between "
               "117 and 2,020 dissatisfied by other sources. Own interviews: 21 of 124"));
  g_autofree char *iceberg = hf_diagnosis_words_iceberg (figures);
  g_assert_true (g_str_has_prefix (iceberg, "Period: 2025-05-01 to 2026-06-30. 25 to 1, the"));
  g_autofree char *mark = hf_chart_words_silent (&figures->silent);
  g_assert_true (g_str_has_prefix (mark, "About 1,776 dissatisfied customers said nothing, "
                                         "1,440 of a minor problem and 336 of a major one"));
  const HfSilentPreset *software = hf_silent_preset_find ("software");
  g_autofree char *row = hf_silent_words_row (software, &figures->silent);
  g_assert_cmpstr (row, ==, "Business software: 117 dissatisfied 43 silent");
  g_autofree char *used = hf_silent_words_row (&hf_silent_presets[0], &figures->silent);
  g_assert_true (g_str_has_prefix (used, "25 to 1, the rule of thumb, in use: 1,850"));
  g_assert_cmpstr (hf_silent_words_preset (NULL), ==, "Own values");

  const HfSilentPreset *own = hf_silent_preset_find (HF_SILENT_PRESET_OWN);
  const HfOwnShare few = hf_diagnosis_own_share (12, 3), none = hf_diagnosis_own_share (40, 0);
  g_autofree char *not_yet = hf_silent_words_rests_on (own, &few);
  g_autofree char *nobody = hf_silent_words_rests_on (own, &none);
  g_assert_true (g_str_has_prefix (not_yet, "Not yet: 12 of 30 interviews.\n"));
  g_assert_true (g_str_has_prefix (nobody, "Not yet: nobody asked says"));
}

/* No complaint is no proof that nobody is dissatisfied. */
static void
test_without_complaints_nothing_is_estimated (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  figures->complaints.logged = 0;
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    figures->silent.classes[i].logged = 0;
  hf_diagnosis_silent_classes (&figures->silent);
  g_autofree char *caption = hf_diagnosis_words_silent (figures);
  g_assert_true (g_str_has_prefix (
      caption, "Without complaints the silent cannot be estimated. Own interviews: 21 of 124"));
  g_autofree char *logged = hf_chart_words_logged (0);
  g_assert_cmpstr (logged, ==, "No complaint was logged in this time");
  g_autofree char *silent = hf_chart_words_silent (&figures->silent);
  g_assert_cmpstr (silent, ==, "Nothing to estimate the silent from; show how it is done");
}

static void
test_what_is_in_no_class_is_said (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  figures->silent.classes[HF_SILENT_UNPLACED].logged = 4;
  hf_diagnosis_silent_classes (&figures->silent);
  g_autofree char *mark = hf_chart_words_silent (&figures->silent);
  g_assert_nonnull (
      strstr (mark, "1,440 of a minor problem, 336 of a major one and 96 of one"));
  g_autofree char *below = hf_chart_words_silent_classes (&figures->silent);
  g_assert_cmpstr (below, ==, "silent, by estimate\n1,440 minor, 336 major\n96 not known");
}

static void
test_recovery_words (void)
{
  const HfRecoveryCell enough = { 20, 11 }, few = { 7, 3 }, none = { 0, 0 };
  const HfRecoveryTable placed = { .open = 0 }, left = { .open = 2, .unplaced = 1 };
  g_autofree char *of = hf_recovery_words_of (&enough, 0.37);
  g_autofree char *too_few = hf_recovery_words_of (&few, 0.37);
  g_autofree char *rate = hf_recovery_words_rate (&enough);
  g_autofree char *no_rate = hf_recovery_words_rate (&none);
  g_autofree char *nobody = hf_recovery_words_left_out (&placed);
  g_autofree char *some = hf_recovery_words_left_out (&left);
  g_assert_cmpstr (of, ==, "11 of 20\nTARP 37" NBSP "%");
  g_assert_cmpstr (too_few, ==, "3 of 7, too few\nTARP 37" NBSP "%");
  g_assert_cmpstr (rate, ==, "55" NBSP "%");
  g_assert_cmpstr (no_rate, ==, "–");
  g_assert_cmpstr (nobody, ==, "");
  g_assert_true (g_str_has_prefix (some, "Not counted: 2 whose complaint"));
}

static void
test_empty_is_told_from_zero (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (HfPeriod) period = hf_period_new (NULL, NULL);
  g_autoptr (HfFigures) nothing = hf_figures_new (period, NULL);
  g_assert_false (hf_diagnosis_words_is_empty (figures));
  g_assert_true (hf_diagnosis_words_is_empty (nothing));
  nothing->complaints.logged = 1;
  g_assert_false (hf_diagnosis_words_is_empty (nothing));
}

static void
test_months_say_who_is_missing (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autofree char *some = hf_diagnosis_words_months (figures);
  g_assert_nonnull (strstr (some, "4 lost customers have no date"));
  figures->customers.lost_undated = 0;
  g_autofree char *none = hf_diagnosis_words_months (figures);
  g_assert_null (strstr (none, "no date"));
}

static void
test_key_figures_say_who_is_not_counted (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  figures->churn.undated = 1869;
  g_autofree char *many = hf_diagnosis_words_undated (figures);
  figures->churn.undated = 0;
  g_autofree char *none = hf_diagnosis_words_undated (figures);
  g_assert_cmpstr (
      many, ==, "1,869 lost without a date are not counted, neither as lost nor at the start.");
  g_assert_null (none);
}

static void
test_marks_say_what_they_show (void)
{
  g_autoptr (HfFigures) figures = hf_test_figures_new ();
  g_autoptr (GArray) steps = hf_diagnosis_pareto (figures->reasons);
  g_autofree char *reason = hf_chart_words_reason ("Price",
                                                   &g_array_index (steps, HfParetoStep, 3));
  g_assert_cmpstr (reason, ==,
                   "Price: primary 15, contributing 22\n"
                   "11" NBSP "% of the primary reasons, 70" NBSP
                   "% together with those before it\n"
                   "28 customer said, 6 staff infers, 3 records show");
  g_autofree char *month = hf_chart_words_month (figures->months->pdata[0]);
  g_assert_cmpstr (month, ==,
                   "2025-05: 12 of 2000 customers lost, a churn rate of 0.6" NBSP "%");
  g_autofree char *tick = hf_chart_words_month_tick ("2026-03", TRUE);
  g_autofree char *short_tick = hf_chart_words_month_tick ("2026-03", FALSE);
  g_assert_cmpstr (tick, ==, "3\n2026");
  g_assert_cmpstr (short_tick, ==, "3");
}

static void
test_periods (void)
{
  static const struct
  {
    HfPeriodChoice choice;
    const char *today, *from, *to;
  } cases[] = {
    { HF_PERIOD_LAST_12_MONTHS, "2026-11-22", "2025-12-01", "2026-11-22" },
    { HF_PERIOD_LAST_12_MONTHS, "2026-12-31", "2026-01-01", "2026-12-31" },
    { HF_PERIOD_LAST_12_MONTHS, "2024-02-29", "2023-03-01", "2024-02-29" },
    { HF_PERIOD_THIS_YEAR, "2026-01-01", "2026-01-01", "2026-01-01" },
    { HF_PERIOD_LAST_YEAR, "2026-11-22", "2025-01-01", "2025-12-31" },
    { HF_PERIOD_ALL, "2026-11-22", NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfPeriod) period = hf_period_choice_dup_period (cases[i].choice,
                                                                 cases[i].today);
      g_assert_cmpstr (period->from, ==, cases[i].from);
      g_assert_cmpstr (period->to, ==, cases[i].to);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis-words/heard", test_who_was_heard);
  g_test_add_func ("/diagnosis-words/evidence", test_what_it_rests_on);
  g_test_add_func ("/diagnosis-words/offers", test_offers_and_what_came_of_them);
  g_test_add_func ("/diagnosis-words/own", test_own_share_and_range);
  g_test_add_func ("/diagnosis-words/silent", test_silent_words);
  g_test_add_func ("/diagnosis-words/undated", test_key_figures_say_who_is_not_counted);
  g_test_add_func ("/diagnosis-words/nothing-logged",
                   test_without_complaints_nothing_is_estimated);
  g_test_add_func ("/diagnosis-words/silent-unplaced", test_what_is_in_no_class_is_said);
  g_test_add_func ("/diagnosis-words/recovery", test_recovery_words);
  g_test_add_func ("/diagnosis-words/empty", test_empty_is_told_from_zero);
  g_test_add_func ("/diagnosis-words/months", test_months_say_who_is_missing);
  g_test_add_func ("/diagnosis-words/marks", test_marks_say_what_they_show);
  g_test_add_func ("/diagnosis-words/periods", test_periods);
  return g_test_run ();
}
