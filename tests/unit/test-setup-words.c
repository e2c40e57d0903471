#include "config.h"

#include <string.h>

#include "hf-assumption-words.h"
#include "hf-calendar-words.h"
#include "hf-code-save.h"
#include "hf-guide-editor-words.h"
#include "hf-guide-words.h"
#include "hf-setup-words.h"
#include "hf-store-settings.h"

static void
assert_value (const char *key, double value, const char *shown, const char *typed)
{
  g_autofree char *words = hf_assumption_words_value (key, value);
  g_autofree char *text = hf_assumption_words_typed (key, value);
  const char *problem = NULL;
  double read = -1;
  g_assert_cmpstr (words, ==, shown);
  g_assert_cmpstr (text, ==, typed);
  g_assert_true (hf_assumption_words_parse (key, text, &read, &problem));
  g_assert_null (problem);
  g_assert_cmpfloat_with_epsilon (read, value, 1e-9);
}

static void
test_values_are_shown_and_read (void)
{
  assert_value (HF_ASSUMPTION_COMPLAINT_RATIO, 25, "1 in 25", "25");
  assert_value (HF_ASSUMPTION_COMPLAINT_RATIO, 1.45, "1 in 1.45", "1.45");
  assert_value (HF_ASSUMPTION_SILENT_STAY_RATE, 0.37, "37 %", "37%");
  assert_value (HF_ASSUMPTION_DISCOUNT, 0.005, "0.5 %", "0.5%");
  assert_value (HF_ASSUMPTION_FRIENDS, 10, "10", "10");
  assert_value (HF_ASSUMPTION_NEW_CUSTOMER_COST, 5, "5 times", "5");
  assert_value ("unheard-of", 3, "3", "3");
}

static void
assert_read (const char *key, const char *typed, double value)
{
  const char *problem = NULL;
  double read = -1;
  g_assert_true (hf_assumption_words_parse (key, typed, &read, &problem));
  g_assert_cmpfloat_with_epsilon (read, value, 1e-9);
}

static void
assert_refused (const char *key, const char *typed)
{
  const char *problem = NULL;
  double read = -1;
  g_assert_false (hf_assumption_words_parse (key, typed, &read, &problem));
  g_assert_nonnull (problem);
  g_assert_cmpfloat (read, ==, -1);
}

static void
test_values_are_checked (void)
{
  assert_read (HF_ASSUMPTION_COMPLAINT_RATIO, " 26 ", 26);
  assert_read (HF_ASSUMPTION_SILENT_STAY_RATE, "0.5", 0.5);
  assert_read (HF_ASSUMPTION_SILENT_STAY_RATE, "0.5 %", 0.005);
  assert_read (HF_ASSUMPTION_SILENT_STAY_RATE, "100%", 1);
  assert_read (HF_ASSUMPTION_RETENTION, "８０％", 0.8);
  assert_refused (HF_ASSUMPTION_COMPLAINT_RATIO, "0.99");
  assert_refused (HF_ASSUMPTION_COMPLAINT_RATIO, "25%");
  assert_refused (HF_ASSUMPTION_COMPLAINT_RATIO, "");
  assert_refused (HF_ASSUMPTION_COMPLAINT_RATIO, "nan");
  assert_refused (HF_ASSUMPTION_COMPLAINT_RATIO, "inf");
  assert_refused (HF_ASSUMPTION_SILENT_STAY_RATE, "1.01");
  assert_refused (HF_ASSUMPTION_SILENT_STAY_RATE, "37");
  assert_refused (HF_ASSUMPTION_SILENT_STAY_RATE, "101 %");
  assert_refused (HF_ASSUMPTION_SILENT_STAY_RATE, "-1%");
  assert_refused (HF_ASSUMPTION_FRIENDS, "-1");
  assert_refused (HF_ASSUMPTION_FRIENDS, "ten");
}

static void
test_people (void)
{
  g_autoptr (HfStaff) member = hf_staff_new ();
  g_autoptr (HfBranch) branch = hf_branch_new ();
  member->code = g_strdup ("S1");
  member->branch = g_strdup ("北店");
  member->active = FALSE;
  branch->code = g_strdup ("N1");
  branch->active = TRUE;
  g_autofree char *gone = hf_setup_words_staff (member);
  g_autofree char *here = hf_setup_words_branch (branch);
  g_assert_cmpstr (gone, ==, "S1 · 北店 · not in use any more");
  g_assert_cmpstr (here, ==, "N1");
  member->active = TRUE;
  member->is_manager = TRUE;
  g_autofree char *manager = hf_setup_words_staff (member);
  g_assert_cmpstr (manager, ==, "S1 · 北店 · manager");
}

static void
assert_id (HfCodebook *codebook, const char *name, const char *id)
{
  g_autofree char *made = hf_code_save_dup_id (codebook, "price", name);
  g_assert_cmpstr (made, ==, id);
}

static void
test_ids_of_codes (void)
{
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  assert_id (codebook, "Hidden  costs & fees!", "price.hidden-costs-fees");
  assert_id (codebook, "隐藏费用", "price.own");
  HfCode *first = hf_code_new ("price.own");
  first->parent = g_strdup ("price");
  g_assert_true (hf_codebook_add (codebook, first));
  assert_id (codebook, "另一种", "price.own-2");
}

static void
test_copies_of_codes (void)
{
  g_autoptr (HfCode) code = hf_code_new ("price");
  hf_wording_set (code->name, "en", "Price");
  hf_wording_set (code->definition, "en", "Too dear");
  g_autoptr (HfCode) copy = hf_code_copy (code);
  g_assert_true (hf_code_says_the_same (code, copy));

  /* Typed and taken back is nothing new, and hides no language that stands in. */
  hf_wording_set (copy->name, "zh_CN", "价格");
  g_assert_false (hf_code_says_the_same (code, copy));
  g_assert_false (hf_code_says_the_same (copy, code));
  hf_wording_remove (copy->name, "zh_CN");
  hf_wording_remove (copy->name, "zh_TW");
  g_assert_true (hf_code_says_the_same (code, copy));
  g_assert_cmpstr (hf_wording_get (copy->name, "zh_CN"), ==, "Price");

  hf_wording_remove (copy->definition, "en");
  g_assert_true (hf_wording_is_empty (copy->definition));
  g_assert_false (hf_code_says_the_same (code, copy));
}

static void
test_steps_of_guides (void)
{
  g_autoptr (HfGuide) guide = hf_guide_new_starter ("lost-customer");
  g_autofree char *title = hf_guide_words_title (guide, "en");
  HfQuestion *consent = hf_guide_find (guide, "consent");
  g_autofree char *text = hf_guide_words_question (consent, "en");
  g_autofree char *answer = hf_guide_words_answer (consent, "en");
  g_assert_cmpstr (title, ==, "Lost-customer interview");
  g_assert_nonnull (strstr (text, "May I ask you"));
  g_assert_true (g_str_has_prefix (answer, "One of several · "));
  g_assert_nonnull (strstr (answer, " / "));
}

static void
test_outcomes (void)
{
  g_autofree char *well = hf_setup_words_checked (0, G_USEC_PER_SEC);
  g_autofree char *one = hf_setup_words_checked (1, G_USEC_PER_SEC);
  g_autofree char *two = hf_setup_words_checked (2, G_USEC_PER_SEC);
  g_assert_cmpstr (well, ==, "Checked 1970-01-01 08:00: all is well");
  g_assert_cmpstr (one, ==, "Checked 1970-01-01 08:00: 1 finding");
  g_assert_cmpstr (two, ==, "Checked 1970-01-01 08:00: 2 findings");
}

static void
test_custom_fields_are_worded (void)
{
  g_autoptr (HfCustomField) field = hf_custom_field_new ();
  g_autofree char *text = hf_setup_words_field (field);
  g_assert_cmpstr (text, ==, "Text");
  field->kind = HF_CUSTOM_CHOICE;
  field->retired = TRUE;
  hf_custom_field_set_choices (field, "gold\nsilver");
  g_autofree char *choice = hf_setup_words_field (field);
  g_assert_cmpstr (choice, ==, "Choice: gold, silver · no longer in use");
}

static void
assert_state (const HfStoredGuide *stored, const char *expected)
{
  g_autofree char *state = hf_guide_words_state (stored);
  g_assert_cmpstr (state, ==, expected);
}

static void
test_versions_say_what_they_are_for (void)
{
  assert_state (&(HfStoredGuide){ .in_use = TRUE }, "In use");
  assert_state (&(HfStoredGuide){ .draft = TRUE }, "Draft");
  assert_state (&(HfStoredGuide){ .retired = TRUE }, "Out of use");
  assert_state (&(HfStoredGuide){ 0 }, "");
  g_autoptr (HfGuide) guide = hf_guide_new_starter ("win-back");
  g_autofree char *words = hf_guide_words_version (
      &(HfStoredGuide){ .version = 2, .draft = TRUE }, guide);
  g_assert_true (g_str_has_prefix (words, "Version 2 · "));
  g_assert_true (g_str_has_suffix (words, " · being written"));
}

static void
test_conditions_are_put_in_words (void)
{
  static const char text[]
      = "<guide code='g' version='1' kind='lost'><title>G</title>"
        "<question id='told' kind='choice'><text>{name}, did you?</text><text>Did you?</text>"
        "<option id='yes'><label>Yes</label></option><option id='no'><label>No</label></option>"
        "</question><question id='score' kind='scale' from='0' to='10'><text>How good?</text>"
        "</question></guide>";
  g_autoptr (HfGuideDraft) draft = hf_guide_draft_new ();
  g_autoptr (HfCondition) condition = hf_condition_parse (
      "told != yes and score <= 3 or gone includes x");
  g_assert_true (hf_guide_draft_read (draft, text, NULL));
  g_autofree char *words = hf_guide_editor_words_condition (draft, condition);
  g_assert_cmpstr (words, ==,
                   "“Did you?” is not “Yes”\n“How good?” is at most “3”\n“gone” includes “x”");
  g_autofree char *nothing = hf_guide_editor_words_condition (draft, NULL);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (hf_guide_editor_words_sign ("choice", 1), ==, "!=");
  g_assert_cmpstr (hf_guide_editor_words_sign ("several", 0), ==, "includes");
  g_assert_cmpstr (hf_guide_editor_words_sign ("scale", 9), ==, "=");
  g_auto (GStrv) tests = hf_guide_editor_words_tests ("choice");
  g_assert_cmpuint (g_strv_length (tests), ==, 2);
}

static void
assert_rule (HfPromiseRule rule, const char *words, const char *unit)
{
  g_autofree char *said = hf_setup_words_rule (&rule);
  g_assert_cmpstr (said, ==, words);
  g_assert_cmpstr (hf_setup_words_solution_unit (&rule), ==, unit);
}

static void
test_promise_classes_are_worded (void)
{
  assert_rule ((HfPromiseRule){ HF_CLOCK_ALWAYS, 0, 0, 0 },
               "First word at once, solution at once · Round the clock", "Hours; 0: at once");
  assert_rule ((HfPromiseRule){ HF_CLOCK_ALWAYS, 60, 1440, 0 },
               "First word within 1 hour, solution within 24 hours · Round the clock",
               "Hours; 0: at once");
  assert_rule ((HfPromiseRule){ HF_CLOCK_WORKING_HOURS, 1, 90, 1 },
               "First word within 1 minute, solution within 90 minutes · word each minute · "
               "Working hours",
               "Hours; 0: as soon as it can be");
  assert_rule ((HfPromiseRule){ HF_CLOCK_ALWAYS, 0, 0, 30 },
               "First word at once, solution as soon as it can be · word every 30 minutes · "
               "Round the clock",
               "Hours; 0: as soon as it can be");
  assert_rule ((HfPromiseRule){ HF_CLOCK_WORKDAYS, 60, 1, 0 },
               "First word within 1 hour, solution within 1 working day · Working days",
               "Working days; 0: at once");
  assert_rule ((HfPromiseRule){ HF_CLOCK_WORKDAYS, 0, 0, 0 },
               "First word at once, solution at once · Working days",
               "Working days; 0: at once");
}

static void
test_promise_classes_name_their_source (void)
{
  for (HfPromiseTerm term = 0; term < HF_PROMISE_DATED; term++)
    g_assert_true (
        g_str_has_prefix (hf_setup_words_rule_source (term),
                          term == HF_PROMISE_WORKDAY ? "Article 004" : "Article 001"));
}

static void
add_day (HfWorkCalendar *calendar, const char *date, const char *name, gboolean is_workday)
{
  g_autoptr (HfSpecialDay) day = hf_special_day_new ();
  day->date = g_strdup (date);
  day->name = g_strdup (name);
  day->is_workday = is_workday;
  hf_work_calendar_add_day (calendar, day);
}

static void
assert_missing (HfWorkCalendar *calendar, const char *today, const char *expected)
{
  g_autofree char *words = hf_calendar_words_missing (calendar, today);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_years_without_holidays_are_named (void)
{
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  assert_missing (calendar, "2026-06-01", NULL);
  add_day (calendar, "2026-10-01", "National Day", FALSE);
  assert_missing (calendar, "2025-06-01",
                  "The holidays of 2025 are not entered yet; deadlines may fall on them.");
  assert_missing (calendar, "2026-06-01",
                  "The holidays of 2027 are not entered yet; deadlines may fall on them.");
  assert_missing (
      calendar, "2027-06-01",
      "The holidays of 2027 and 2028 are not entered yet; deadlines may fall on them.");
  add_day (calendar, "2027-01-01", NULL, FALSE);
  assert_missing (calendar, "2026-06-01", NULL);
}

static void
test_calendars_are_worded (void)
{
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new ();
  add_day (calendar, "2026-10-01", "National Day", FALSE);
  add_day (calendar, "2026-10-10", NULL, TRUE);
  add_day (calendar, "2027-01-01", NULL, FALSE);
  g_autoptr (GPtrArray) days = hf_work_calendar_list_days (calendar);
  g_autofree char *read = hf_calendar_words_read (1, 0);
  g_autofree char *read_in_part = hf_calendar_words_read (11, 2);
  g_assert_cmpstr (read, ==, "1 day added");
  g_assert_cmpstr (read_in_part, ==, "11 days added, 2 events with a time of day passed over");
  g_autofree char *here = hf_calendar_words_summary (calendar);
  g_autofree char *year = hf_calendar_words_year (days, "2026");
  g_autofree char *named = hf_calendar_words_day_title (days->pdata[0]);
  g_autofree char *nameless = hf_calendar_words_day_title (days->pdata[1]);
  hf_work_calendar_set_time_zone (calendar, "Asia/Urumqi");
  g_autofree char *there = hf_calendar_words_summary (calendar);
  g_assert_cmpstr (here, ==, "5 working days a week · 3 special days · by the branch’s clock");
  g_assert_cmpstr (there, ==, "5 working days a week · 3 special days · Xinjiang (Urumqi)");
  g_assert_cmpstr (year, ==, "1 day off · 1 make-up workday");
  g_assert_cmpstr (named, ==, "2026-10-01 National Day");
  g_assert_cmpstr (nameless, ==, "2026-10-10");
  g_assert_cmpstr (hf_calendar_words_day_kind (days->pdata[0]), ==, "Day off");
  g_assert_cmpstr (hf_calendar_words_day_kind (days->pdata[1]), ==,
                   "Workday with the usual hours");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup-words/values", test_values_are_shown_and_read);
  g_test_add_func ("/setup-words/checked", test_values_are_checked);
  g_test_add_func ("/setup-words/people", test_people);
  g_test_add_func ("/setup-words/ids", test_ids_of_codes);
  g_test_add_func ("/setup-words/copies", test_copies_of_codes);
  g_test_add_func ("/setup-words/guides", test_steps_of_guides);
  g_test_add_func ("/setup-words/outcomes", test_outcomes);
  g_test_add_func ("/setup-words/custom-field", test_custom_fields_are_worded);
  g_test_add_func ("/setup-words/guide-state", test_versions_say_what_they_are_for);
  g_test_add_func ("/setup-words/condition", test_conditions_are_put_in_words);
  g_test_add_func ("/setup-words/promise-classes", test_promise_classes_are_worded);
  g_test_add_func ("/setup-words/promise-sources", test_promise_classes_name_their_source);
  g_test_add_func ("/setup-words/calendar-years", test_years_without_holidays_are_named);
  g_test_add_func ("/setup-words/calendars", test_calendars_are_worded);
  return g_test_run ();
}
