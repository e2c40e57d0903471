#include "config.h"

#include <string.h>

#include "hf-condition.h"
#include "hf-locale.h"
#include "hf-known.h"
#include "hf-question.h"

static HfQuestion *
make (HfQuestionKind kind)
{
  static const char *const ids[] = { "price", "people", "none" };
  HfQuestion *question = hf_question_new ("q", kind);
  question->lowest = 1;
  question->highest = 5;
  if (kind == HF_QUESTION_CHOICE || kind == HF_QUESTION_SEVERAL)
    for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
      {
        HfOption *option = hf_question_add_option (question, ids[i]);
        option->alone = strcmp (ids[i], "none") == 0;
        hf_wording_set (option->label, "en", ids[i]);
      }
  return question;
}

static void
test_good_answers_get_one_form (void)
{
  static const struct
  {
    HfQuestionKind kind;
    const char *typed, *value;
  } cases[] = {
    { HF_QUESTION_SAY, NULL, "said" },
    { HF_QUESTION_SAY, "whatever", "said" },
    { HF_QUESTION_CHOICE, " people ", "people" },
    { HF_QUESTION_SEVERAL, "people\nprice", "price\npeople" },
    { HF_QUESTION_SEVERAL, "price\nprice", "price" },
    { HF_QUESTION_SEVERAL, "none", "none" },
    { HF_QUESTION_SCALE, "５", "5" },
    { HF_QUESTION_SCALE, "1", "1" },
    { HF_QUESTION_NUMBER, "1,200.50", "1200.5" },
    { HF_QUESTION_MONEY, "¥ 300", "300" },
    { HF_QUESTION_DATE, "2024年3月5日", "2024-03-05" },
    { HF_QUESTION_TEXT, "  a note \n", "a note" },
    { HF_QUESTION_VERBATIM, "贵！１００块", "贵！１００块" },
    { HF_QUESTION_REASONS, "price\nservice-lapse.queues", "price\nservice-lapse.queues" },
    { HF_QUESTION_COMPETITOR, "某某快修", "某某快修" },
    { HF_QUESTION_PROMISE, "call on Friday", "call on Friday" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfQuestion) question = make (cases[i].kind);
      g_autofree char *value = hf_question_normalise (question, cases[i].typed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_true (hf_question_check (question, value, NULL));
    }
}

static void
test_bad_answers_are_refused (void)
{
  static const struct
  {
    HfQuestionKind kind;
    const char *typed;
  } cases[] = {
    { HF_QUESTION_CHOICE, "dear" },     { HF_QUESTION_CHOICE, "price\npeople" },
    { HF_QUESTION_SEVERAL, "a" },       { HF_QUESTION_SEVERAL, "price\nnone" },
    { HF_QUESTION_SCALE, "0" },         { HF_QUESTION_SCALE, "6" },
    { HF_QUESTION_SCALE, "3.5" },       { HF_QUESTION_NUMBER, "many" },
    { HF_QUESTION_DATE, "2024-02-30" }, { HF_QUESTION_REASONS, "Price" },
    { HF_QUESTION_REASONS, "a\n\nb" },  { HF_QUESTION_REASONS, "price\nprice" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfQuestion) question = make (cases[i].kind);
      g_assert_false (hf_question_check (question, cases[i].typed, &error));
      g_assert_error (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_INVALID);
    }
}

static void
test_only_optional_questions_can_be_skipped (void)
{
  for (int kind = HF_QUESTION_CHOICE; kind <= HF_QUESTION_PROMISE; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfQuestion) question = make (kind);
      g_assert_false (hf_question_check (question, " ", &error));
      g_assert_error (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_MISSING);
      question->optional = TRUE;
      g_autofree char *value = hf_question_normalise (question, NULL, NULL);
      g_assert_cmpstr (value, ==, HF_QUESTION_SKIPPED);
    }
}

static void
test_a_pair_needs_both_numbers (void)
{
  g_autoptr (HfQuestion) pair = make (HF_QUESTION_PAIR);
  pair->highest = 10;
  static const char *const bad[] = { "5", "5\n", "\n5", "5\n11", "x\n5", "1\n2\n3" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (hf_question_check (pair, bad[i], &error));
      g_assert_error (error, HF_QUESTION_ERROR, HF_QUESTION_ERROR_INVALID);
    }
  g_autofree char *value = hf_question_normalise (pair, "３\n10", NULL);
  g_assert_cmpstr (value, ==, "3\n10");
  g_autofree char *answer = hf_question_dup_answer (pair, value, "en");
  g_assert_cmpstr (answer, ==, "3 : 10");
}

static void
test_a_referral_needs_a_name (void)
{
  static const struct
  {
    const char *typed, *value;
  } cases[] = {
    { "李雷", "李雷" },      { " 李雷 \n１３８ 0013", "李雷\n138 0013" },
    { "李雷\n ", "李雷" },   { "\n13800138000", NULL },
    { "李雷\nlater", NULL },
  };
  g_autoptr (HfQuestion) question = make (HF_QUESTION_REFERRAL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = hf_question_normalise (question, cases[i].typed, NULL);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_known_answers_grow_old (void)
{
  g_autoptr (HfQuestion) question = make (HF_QUESTION_TEXT);
  g_assert_cmpint (hf_known_judge (question, 0, 0), ==, HF_KNOWN_ANEW);
  question->fresh_days = 2;
  g_assert_cmpint (hf_known_judge (question, 0, 2 * G_TIME_SPAN_DAY), ==, HF_KNOWN_CONFIRM);
  g_assert_cmpint (hf_known_judge (question, 0, 2 * G_TIME_SPAN_DAY + 1), ==, HF_KNOWN_STILL);
  g_assert_cmpint (hf_known_judge (question, 0, G_MAXINT64), ==, HF_KNOWN_STILL);
  question->stale_days = 3;
  g_assert_cmpint (hf_known_judge (question, 0, 3 * G_TIME_SPAN_DAY), ==, HF_KNOWN_STILL);
  g_assert_cmpint (hf_known_judge (question, 0, 3 * G_TIME_SPAN_DAY + 1), ==, HF_KNOWN_ANEW);
}

static void
assert_speech (HfQuestion *question, HfKnown known, const char *expected)
{
  g_autofree char *speech = hf_known_dup_speech (question, "blue", known, "en");
  g_assert_cmpstr (speech, ==, expected);
}

static void
test_known_answers_are_confirmed (void)
{
  g_autoptr (HfQuestion) question = make (HF_QUESTION_TEXT);
  assert_speech (question, HF_KNOWN_ANEW, NULL);
  assert_speech (question, HF_KNOWN_CONFIRM, "We have noted: blue. Is that right?");
  assert_speech (question, HF_KNOWN_STILL, "Last time you told us: blue. Is it still so?");
  question->still = hf_wording_new ();
  hf_wording_set (question->still, "en", "Is it {answer}?");
  assert_speech (question, HF_KNOWN_STILL, "Is it blue?");
}

static void
test_long_words_have_a_limit (void)
{
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *long_text = g_strnfill (4001, 'x');
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  g_autoptr (HfQuestion) competitor = make (HF_QUESTION_COMPETITOR);
  g_autoptr (HfQuestion) text = make (HF_QUESTION_TEXT);
  g_autoptr (HfQuestion) verbatim = make (HF_QUESTION_VERBATIM);
  g_assert_false (hf_question_check (competitor, long_name, NULL));
  g_assert_true (hf_question_check (competitor, long_name + 1, NULL));
  g_assert_false (hf_question_check (text, long_text, NULL));
  g_assert_true (hf_question_check (verbatim, long_text, NULL));
  g_assert_false (hf_question_check (verbatim, huge, NULL));
}

static void
test_answers_are_shown_by_their_labels (void)
{
  g_autoptr (HfQuestion) several = make (HF_QUESTION_SEVERAL);
  hf_wording_set (hf_question_find_option (several, "price")->label, "zh_CN", "价格");
  g_autofree char *shown = hf_question_dup_answer (several, "price\npeople", "zh_CN");
  g_assert_cmpstr (shown, ==, "价格 / people");
  g_autoptr (HfQuestion) verbatim = make (HF_QUESTION_VERBATIM);
  g_autofree char *words = hf_question_dup_answer (verbatim, "one\ntwo", "en");
  g_assert_cmpstr (words, ==, "one\ntwo");
}

/* The answers: yes; skipped; 7; price and people; b is hidden, c is still to come. */
static HfTruth
look_up (const char *question, const char **value, gpointer data)
{
  static const char *const answers[][2] = {
    { "told", "yes" }, { "skipped", "" }, { "score", "7" }, { "why", "price\npeople" }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (answers[i][0], question) == 0)
      {
        *value = answers[i][1];
        return HF_TRUTH_TRUE;
      }
  return strcmp (question, "c") == 0 ? HF_TRUTH_UNKNOWN : HF_TRUTH_FALSE;
}

static void
test_conditions_hold_or_not (void)
{
  static const struct
  {
    const char *text;
    HfTruth truth;
  } cases[] = {
    { "told = yes", HF_TRUTH_TRUE },
    { "told = no", HF_TRUTH_FALSE },
    { "told != no", HF_TRUTH_TRUE },
    { "told!=yes", HF_TRUTH_FALSE },
    { "skipped = x", HF_TRUTH_FALSE },
    { "skipped != x", HF_TRUTH_TRUE },
    { "skipped < 5", HF_TRUTH_FALSE },
    { "score >= 7", HF_TRUTH_TRUE },
    { "score > 7", HF_TRUTH_FALSE },
    { "score <= 7 and score < 8", HF_TRUTH_TRUE },
    { "score < 10", HF_TRUTH_TRUE },
    { "why includes people", HF_TRUTH_TRUE },
    { "why includes peop", HF_TRUTH_FALSE },
    { "b = yes", HF_TRUTH_FALSE },
    { "b != yes", HF_TRUTH_FALSE },
    { "c = yes", HF_TRUTH_UNKNOWN },
    { "c = yes and told = no", HF_TRUTH_FALSE },
    { "c = yes or told = yes", HF_TRUTH_TRUE },
    { "c = yes or told = no", HF_TRUTH_UNKNOWN },
    { "told = no and b = x or score = 7", HF_TRUTH_TRUE },
    { "told = no and (b = x or score = 7)", HF_TRUTH_FALSE },
    { "( ( told = yes ) )", HF_TRUTH_TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfCondition) condition = hf_condition_parse (cases[i].text);
      g_assert_nonnull (condition);
      g_assert_cmpint (hf_condition_evaluate (condition, look_up, NULL), ==, cases[i].truth);
    }
  g_assert_cmpint (hf_condition_evaluate (NULL, look_up, NULL), ==, HF_TRUTH_TRUE);
}

static void
test_what_is_no_condition (void)
{
  static const char *const bad[] = {
    "",       "a",         "a =",         "= a",         "a = b and",     "a = b or or c = d",
    "(a = b", "a = b)",    "a is b",      "a = 'b'",     "a = b; c",      "A = b",
    "a == b", "a = b c=d", "and = b and", "includes = ", "a includesb c", "()",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (hf_condition_parse (bad[i]));
  g_autofree char *deep = g_strnfill (100000, '(');
  g_assert_null (hf_condition_parse (deep));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/question/good", test_good_answers_get_one_form);
  g_test_add_func ("/question/bad", test_bad_answers_are_refused);
  g_test_add_func ("/question/skip", test_only_optional_questions_can_be_skipped);
  g_test_add_func ("/question/pair", test_a_pair_needs_both_numbers);
  g_test_add_func ("/question/referral", test_a_referral_needs_a_name);
  g_test_add_func ("/question/known-age", test_known_answers_grow_old);
  g_test_add_func ("/question/known-speech", test_known_answers_are_confirmed);
  g_test_add_func ("/question/limit", test_long_words_have_a_limit);
  g_test_add_func ("/question/shown", test_answers_are_shown_by_their_labels);
  g_test_add_func ("/condition/holds", test_conditions_hold_or_not);
  g_test_add_func ("/condition/bad", test_what_is_no_condition);
  return g_test_run ();
}
