#include "config.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-customer-change.h"
#include "hf-custom-closures.h"
#include "hf-customer-closures.h"
#include "hf-customer-expression.h"
#include "hf-merge-choices.h"
#include "hf-test-noon.h"
#include "hf-time.h"
#include "hf-timeline-closures.h"

static void
test_expression_names_customers (void)
{
  g_autoptr (HfCustomerFilter) lost = hf_customer_expression_parse ("status=lost&reason=price");
  g_assert_cmpstr (lost->status, ==, "lost");
  g_assert_cmpstr (lost->reason, ==, "price");
  g_assert_true (hf_customer_filter_narrows (lost));

  g_autoptr (HfCustomerFilter) month = hf_customer_expression_parse (
      "lost_in=2025-06&branch=12&manager=老张");
  g_assert_cmpstr (month->lost_in, ==, "2025-06");
  g_assert_cmpint (month->branch_id, ==, 12);
  g_assert_cmpstr (month->manager, ==, "老张");
}

static void
test_expression_names_periods (void)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (
      "lost=2025-01-01..2025-06-30&learnt=..2025-03-31");
  g_assert_cmpstr (filter->lost_within->from, ==, "2025-01-01");
  g_assert_cmpstr (filter->lost_within->to, ==, "2025-06-30");
  g_assert_null (filter->learnt_within->from);
  g_assert_cmpstr (filter->learnt_within->to, ==, "2025-03-31");
  g_assert_true (hf_customer_filter_narrows (filter));

  /* Everybody who was ever lost is not everybody. */
  g_autoptr (HfCustomerFilter) ever = hf_customer_expression_parse ("lost=..");
  g_assert_nonnull (ever->lost_within);
  g_assert_true (hf_customer_filter_narrows (ever));
  g_autoptr (HfCustomerFilter) copy = hf_customer_filter_copy (ever);
  g_assert_null (copy->lost_within->from);
}

static void
test_search_takes_the_rest (void)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (
      "status=active&search=A&B status=lost");
  g_assert_cmpstr (filter->status, ==, "active");
  g_assert_cmpstr (filter->search, ==, "A&B status=lost");
}

static void
test_nonsense_does_not_narrow (void)
{
  const char *const nonsense[] = { "",           "&&",           "status",       "status=gone",
                                   "colour=red", "colour:7=red", "number:x=1..", "number:0=1..",
                                   "=",          "search=  ",    "lost=2025" };
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (nonsense[i]);
      g_assert_false (hf_customer_filter_narrows (filter));
    }
}

static void
test_expression_comes_back (void)
{
  static const char *const expressions[] = {
    "",
    "status=lost&reason=price&lost_in=2025-06&manager=%E8%80%81%E5%BC%A0&"
    "branch=12&lost=2025-01-01..&learnt=..2025-03-31",
    "tag=a%26b&class=c&queue=due&calling=refused&order=annual_value&descending=1",
    "order=code&search=A&B status=lost",
    "text:7=a%26b&number:8=5..&date:9=2024-01-01..2024-12-31&choice:10=red%0Ablue&"
    "order=custom:8&descending=1",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (expressions[i]);
      g_autofree char *first = hf_customer_expression_format (filter);
      g_autoptr (HfCustomerFilter) again = hf_customer_expression_parse (first);
      g_autofree char *second = hf_customer_expression_format (again);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpuint (strlen (first), >=, strlen (expressions[i]) / 2);
    }
  g_autoptr (HfCustomerFilter) custom = hf_customer_expression_parse (expressions[4]);
  g_assert_true (hf_customer_filter_narrows (custom));
  g_assert_cmpstr (hf_customer_filter_get_custom (custom, 7), ==, "a&b");
  g_assert_cmpstr (hf_customer_filter_get_custom (custom, 10), ==, "red\nblue");
  g_assert_cmpint (custom->order_field, ==, 8);
  g_assert_false (hf_customer_filter_set_custom (custom, 7, HF_CUSTOM_TEXT, "a&b"));
  g_assert_true (hf_customer_filter_set_custom (custom, 7, HF_CUSTOM_TEXT, " "));
  g_assert_null (hf_customer_filter_get_custom (custom, 7));
  g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (expressions[2]);
  g_assert_cmpstr (filter->tag, ==, "a&b");
  g_assert_cmpstr (filter->grade, ==, "c");
  g_assert_cmpint (filter->queue, ==, HF_CUSTOMER_QUEUE_DUE);
  g_assert_cmpint (filter->calling, ==, HF_CUSTOMER_CALLING_REFUSED);
  g_assert_cmpint (filter->order, ==, HF_CUSTOMER_BY_VALUE);
  g_assert_true (filter->descending);
}

static void
test_custom_conditions_are_worded (void)
{
  static const struct
  {
    HfCustomKind kind;
    const char *value;
    const char *words;
  } cases[] = {
    { HF_CUSTOM_TEXT, NULL, "Car" },
    { HF_CUSTOM_TEXT, "速腾", "Car: 速腾" },
    { HF_CUSTOM_NUMBER, "1.5..", "Car: from 1.5" },
    { HF_CUSTOM_NUMBER, "..1.5", "Car: up to 1.5" },
    { HF_CUSTOM_DATE, "2024-01-01..2024-12-31", "Car: 2024-01-01 to 2024-12-31" },
    { HF_CUSTOM_CHOICE, "red\nblue", "Car: red, blue" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_custom_words_condition ("Car", cases[i].kind, cases[i].value);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_autofree char *lines = hf_custom_words_value ("one\ntwo");
  g_autofree char *none = hf_custom_words_value (NULL);
  g_assert_cmpstr (lines, ==, "one two");
  g_assert_cmpstr (none, ==, "");
}

/* Two customers, of whom each has what the other lacks. */
static void
test_merge_takes_what_is_known (void)
{
  g_autoptr (HfCustomer) kept = hf_customer_new ();
  g_autoptr (HfCustomer) gone = hf_customer_new ();
  HfMergeChoices choices;
  kept->code = g_strdup ("C1");
  kept->name = g_strdup ("王女士");
  kept->tags = g_strdup ("VIP, 老客户");
  kept->joined_on = g_strdup ("2022-01-01");
  kept->status = HF_CUSTOMER_LOST;
  gone->code = g_strdup ("C2");
  gone->name = g_strdup ("王太太");
  gone->phone = g_strdup ("13812345678");
  gone->tags = g_strdup ("VIP,大客户");
  gone->joined_on = g_strdup ("2021-01-01");
  gone->branch = g_strdup ("一店");
  gone->branch_id = 7;
  gone->do_not_call = TRUE;
  gone->do_not_call_on = g_strdup ("2024-02-03");
  gone->do_not_call_reason = g_strdup ("太吵");
  gone->do_not_call_by_id = 9;
  hf_merge_choices_guess (&choices, kept, gone);
  g_autoptr (HfCustomer) one = hf_merge_choices_apply (&choices, kept, gone);
  g_assert_cmpstr (one->code, ==, "C1");
  g_assert_cmpstr (one->name, ==, "王女士");
  g_assert_cmpstr (one->phone, ==, "13812345678");
  g_assert_cmpstr (one->tags, ==, "VIP, 老客户, 大客户");
  g_assert_cmpstr (one->joined_on, ==, "2021-01-01");
  g_assert_cmpint (one->branch_id, ==, 7);
  g_assert_cmpint (one->status, ==, HF_CUSTOMER_LOST);
  g_assert_true (one->do_not_call);
  g_assert_cmpstr (one->do_not_call_on, ==, "2024-02-03");
  g_assert_cmpstr (one->do_not_call_reason, ==, "太吵");
  g_assert_cmpint (one->do_not_call_by_id, ==, 9);
}

/* Of two refusals the first counts, with its reason. */
static void
test_merge_keeps_the_first_refusal (void)
{
  static const struct
  {
    const char *kept, *gone, *one;
  } cases[] = {
    { "2025-01-02", "2025-03-04", "2025-01-02" },
    { "2025-03-04", "2025-01-02", "2025-01-02" },
    { "2025-03-04", NULL, "2025-03-04" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfCustomer) kept = hf_customer_new ();
      g_autoptr (HfCustomer) gone = hf_customer_new ();
      HfMergeChoices choices;
      kept->do_not_call = gone->do_not_call = TRUE;
      kept->do_not_call_on = g_strdup (cases[i].kept);
      kept->do_not_call_reason = g_strdup (cases[i].kept);
      gone->do_not_call_on = g_strdup (cases[i].gone);
      gone->do_not_call_reason = g_strdup (cases[i].gone);
      hf_merge_choices_guess (&choices, kept, gone);
      g_autoptr (HfCustomer) one = hf_merge_choices_apply (&choices, kept, gone);
      g_assert_cmpstr (one->do_not_call_on, ==, cases[i].one);
      g_assert_cmpstr (one->do_not_call_reason, ==, cases[i].one);
    }
}

/* Who is not lost has no day of loss, whichever side it is from. */
static void
test_merge_keeps_the_day_of_loss_true (void)
{
  g_autoptr (HfCustomer) kept = hf_customer_new ();
  g_autoptr (HfCustomer) gone = hf_customer_new ();
  HfMergeChoices choices;
  gone->status = HF_CUSTOMER_LOST;
  gone->lost_on = g_strdup ("2025-01-02");
  hf_merge_choices_guess (&choices, kept, gone);
  g_autoptr (HfCustomer) one = hf_merge_choices_apply (&choices, kept, gone);
  g_assert_cmpint (one->status, ==, HF_CUSTOMER_ACTIVE);
  g_assert_null (one->lost_on);
}

#define ASSERT_WORDS(expected, expression)                                                     \
  G_STMT_START                                                                                 \
  {                                                                                            \
    g_autofree char *words = (expression);                                                     \
    g_assert_cmpstr (words, ==, (expected));                                                   \
  }                                                                                            \
  G_STMT_END

static void
test_what_has_no_chip_is_named (void)
{
  static const struct
  {
    const char *expression, *words;
  } cases[] = {
    { "status=lost&reason=price", NULL },
    { "search=abc", "Search: abc" },
    { "manager=老张", NULL },
    { "lost=2025-01-01..2025-06-30", "Lost: 2025-01 to 2025-06" },
    { "lost=2025-01-01..", "Lost: since 2025-01" },
    { "lost=..2025-06-30", "Lost: until 2025-06" },
    { "lost=..", "Lost: at any time" },
    { "reason=price&learnt=2025-01-01..2025-06-30", "Learnt: 2025-01 to 2025-06" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfCustomerFilter) filter = hf_customer_expression_parse (cases[i].expression);
      ASSERT_WORDS (cases[i].words, hf_customer_words_also (filter));
    }
}

static void
test_what_stands_beside_a_name (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  ASSERT_WORDS ("", hf_customer_words_since (customer));
  ASSERT_WORDS ("", hf_customer_words_place (customer));
  ASSERT_WORDS ("", hf_customer_words_subtitle (customer));

  customer->annual_value = 12400000;
  customer->branch = g_strdup ("南店");
  customer->company = g_strdup ("Acme");
  ASSERT_WORDS ("12,400 a year", hf_customer_words_since (customer));
  ASSERT_WORDS ("南店", hf_customer_words_place (customer));
  ASSERT_WORDS ("C1", hf_customer_words_subtitle (customer));

  customer->name = g_strdup ("Wang");
  customer->account_manager = g_strdup ("老张");
  customer->status = HF_CUSTOMER_LOST;
  ASSERT_WORDS ("day not known", hf_customer_words_since (customer));
  ASSERT_WORDS ("南店 · 老张", hf_customer_words_place (customer));
  ASSERT_WORDS ("C1 · Acme", hf_customer_words_subtitle (customer));
  customer->lost_on = g_strdup ("2025-06-03");
  ASSERT_WORDS ("Wang, C1, Lost, 2025-06-03", hf_customer_words_row (customer));
}

static void
test_counts_are_worded (void)
{
  ASSERT_WORDS ("1 customer", hf_customer_words_count (1, FALSE));
  ASSERT_WORDS ("7,043 customers", hf_customer_words_count (7043, FALSE));
  ASSERT_WORDS ("0 customers found", hf_customer_words_count (0, TRUE));
  ASSERT_WORDS ("Over 10,000 customers found", hf_customer_words_count_of_many (10000));
}

static void
test_months_and_moments (void)
{
  ASSERT_WORDS ("June 2025", hf_customer_words_month ("2025-06"));
  ASSERT_WORDS ("December 1999", hf_customer_words_month ("1999-12-31"));
  ASSERT_WORDS ("2025-13", hf_customer_words_month ("2025-13"));
  ASSERT_WORDS ("06-03", hf_customer_words_moment (hf_time_start_of_day ("2025-06-03")));
  gint64 later = hf_time_start_of_day ("2025-06-03") + (gint64) 61 * 60 * G_USEC_PER_SEC;
  ASSERT_WORDS ("06-03 01:01", hf_customer_words_moment (later));
}

static HfPurchase *
make_purchase (const char *month, gint64 amount, gint64 need)
{
  HfPurchase *purchase = hf_purchase_new ();
  purchase->month = g_strdup (month);
  purchase->amount = amount;
  purchase->need = need;
  return purchase;
}

static void
test_loyalty_takes_the_last_year (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GPtrArray) purchases = g_ptr_array_new_with_free_func (g_object_unref);
  HfLoyalty none = hf_customer_loyalty (customer, purchases);
  g_assert_cmpint (none.grade, ==, HF_LOYALTY_UNKNOWN);

  g_ptr_array_add (purchases, make_purchase ("2023-01", 100000, 100000));
  for (guint i = 0; i < 11; i++)
    g_ptr_array_add (purchases, make_purchase ("2024-01", 0, 100000));
  g_ptr_array_add (purchases, make_purchase ("2025-01", 300000, HF_AMOUNT_UNKNOWN));
  HfLoyalty without = hf_customer_loyalty (customer, purchases);
  g_assert_cmpfloat (without.share, ==, 0);

  customer->need = 100000;
  HfLoyalty with = hf_customer_loyalty (customer, purchases);
  g_assert_cmpint (with.grade, ==, HF_LOYALTY_B);
  ASSERT_WORDS ("Class B · 25 % of the need", hf_customer_words_class (&with));
  ASSERT_WORDS ("Since January 2023; last January 2025: 300",
                hf_customer_words_purchases (purchases));
  ASSERT_WORDS ("January 2024: 0 of 100 needed",
                hf_customer_words_purchase (g_ptr_array_index (purchases, 1)));
}

static HfTimelineEntry *
make_entry (HfTimelineKind kind, const char *state, const char *words, const char *who)
{
  HfTimelineEntry *entry = hf_timeline_entry_new ();
  entry->kind = kind;
  entry->state = g_strdup (state);
  entry->words = g_strdup (words);
  entry->who = g_strdup (who);
  return entry;
}

static void
test_timeline_is_readable (void)
{
  static const struct
  {
    HfTimelineKind kind;
    const char *state, *words, *who, *title, *details;
  } cases[] = {
    { HF_TIMELINE_CALL, "no-answer", NULL, "Li", "Call: No answer", "Li" },
    { HF_TIMELINE_CALL, "unheard-of", NULL, NULL, "Call: unheard-of", "" },
    { HF_TIMELINE_COMPLAINT, "closed", "too slow", "Li", "Complaint: Closed",
      "“too slow” — Li" },
    { HF_TIMELINE_REASON, "price", "太贵", NULL, "Churn reason: Price", "“太贵”" },
    { HF_TIMELINE_MANAGER, NULL, "老张", NULL, "Account manager: 老张", "" },
    { HF_TIMELINE_SCORE, "5000", "很好", "App", "Satisfaction: 4.5 of 5", "“很好” — App" },
    { HF_TIMELINE_SCORE, NULL, NULL, NULL, "Satisfaction: 4.5", "" },
    { HF_TIMELINE_NEED, NULL, "早点提醒", "Li", "Need", "“早点提醒” — Li" },
    { HF_TIMELINE_REFERRAL, NULL, "李雷 · 138", "Li", "Referral: 李雷 · 138", "Li" },
    { HF_TIMELINE_OFFER, "considering", "Free check", "Li", "Win-back offer: Thinks it over",
      "Free check — Li" },
    { HF_TIMELINE_CHANGE, "status", "at_risk", "Li", "Status is now “At risk”", "Li" },
    { HF_TIMELINE_CHANGE, "do_not_call", "1", NULL, "Do not call is now “Yes”", "" },
    { HF_TIMELINE_CHANGE, "phone", NULL, NULL, "Phone was emptied", "" },
    { HF_TIMELINE_CHANGE, "account_manager_history", "李 …", "Li",
      "Account-manager history is now “李 …”", "Li" },
    { HF_TIMELINE_REFUSAL, "1", "太吵", "Li", "Not to be called: 太吵", "Li" },
    { HF_TIMELINE_REFUSAL, "1", NULL, NULL, "Not to be called", "" },
    { HF_TIMELINE_REFUSAL, "0", NULL, NULL, "May be called again", "" },
    { HF_TIMELINE_CONSENT, "given", "recording", "Li", "Consent given: Recording of calls",
      "Li" },
    { HF_TIMELINE_CONSENT, "withdrawn", "call", NULL,
      "Consent refused or withdrawn: Being called", "" },
    { HF_TIMELINE_IMPORT, "created", "a.csv", NULL, "Imported from a.csv", "" },
    { HF_TIMELINE_IMPORT, "changed", "a.csv", "Li", "Changed by the import of a.csv", "Li" },
    { HF_TIMELINE_IMPORT, "undone", "a.csv", NULL, "Import of a.csv, undone since", "" },
  };
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfTimelineEntry) entry = make_entry (cases[i].kind, cases[i].state,
                                                      cases[i].words, cases[i].who);
      entry->amount = 4500;
      ASSERT_WORDS (cases[i].title, hf_timeline_words_title (entry, codebook));
      ASSERT_WORDS (cases[i].details, hf_timeline_words_details (entry));
      g_assert_nonnull (strstr (hf_timeline_icon (entry), "-symbolic"));
    }
}

static void
test_status_carries_the_day_of_loss (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autofree char *today = hf_time_today ();
  HfCustomerChange *change = hf_customer_change_new (customer);
  hf_customer_change_set_status (change, HF_CUSTOMER_LOST);
  g_assert_cmpstr (change->after->lost_on, ==, today);
  hf_customer_change_set_status (change, HF_CUSTOMER_WON_BACK);
  g_assert_cmpstr (change->after->lost_on, ==, today);
  hf_customer_change_set_status (change, HF_CUSTOMER_ACTIVE);
  g_assert_null (change->after->lost_on);
  hf_customer_change_free (change);

  customer->status = HF_CUSTOMER_LOST;
  change = hf_customer_change_new (customer);
  hf_customer_change_set_status (change, HF_CUSTOMER_LOST);
  g_assert_null (change->after->lost_on);
  hf_customer_change_free (change);
}

int
main (int argc, char **argv)
{
  hf_test_noon_set ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customers/expression", test_expression_names_customers);
  g_test_add_func ("/customers/period-expression", test_expression_names_periods);
  g_test_add_func ("/customers/search-expression", test_search_takes_the_rest);
  g_test_add_func ("/customers/nonsense-expression", test_nonsense_does_not_narrow);
  g_test_add_func ("/customers/expression-comes-back", test_expression_comes_back);
  g_test_add_func ("/customers/custom-condition", test_custom_conditions_are_worded);
  g_test_add_func ("/customers/merge-takes-what-is-known", test_merge_takes_what_is_known);
  g_test_add_func ("/customers/merge-keeps-the-first-refusal",
                   test_merge_keeps_the_first_refusal);
  g_test_add_func ("/customers/merge-keeps-the-day-of-loss",
                   test_merge_keeps_the_day_of_loss_true);
  g_test_add_func ("/customers/also", test_what_has_no_chip_is_named);
  g_test_add_func ("/customers/row-words", test_what_stands_beside_a_name);
  g_test_add_func ("/customers/count-words", test_counts_are_worded);
  g_test_add_func ("/customers/month-words", test_months_and_moments);
  g_test_add_func ("/customers/loyalty", test_loyalty_takes_the_last_year);
  g_test_add_func ("/customers/timeline-words", test_timeline_is_readable);
  g_test_add_func ("/customers/status-change", test_status_carries_the_day_of_loss);
  return g_test_run ();
}
