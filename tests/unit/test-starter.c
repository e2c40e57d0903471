#include "config.h"

#include <string.h>

#include "hf-guide.h"
#include "hf-guide-fields.h"
#include "hf-interview-flow.h"
#include "hf-locale.h"
#include "hf-speech.h"
#include "hf-starter.h"

static const char *const languages[] = { "en", "zh_CN", "zh_TW" };

typedef void (*Visit) (HfGuide *guide);

static void
for_each_guide (Visit visit)
{
  g_auto (GStrv) codes = hf_starter_list_guides ();
  g_assert_cmpuint (g_strv_length (codes), ==, 5);
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (HfGuide) guide = hf_guide_new_starter (codes[i]);
      g_assert_cmpstr (guide->code, ==, codes[i]);
      visit (guide);
    }
}

static void
assert_spoken (const char *where, const HfWording *wording)
{
  for (gsize i = 0; wording != NULL && i < G_N_ELEMENTS (languages); i++)
    if (hf_wording_get_exact (wording, languages[i]) == NULL)
      g_error ("%s lacks a text in %s: %s", where, languages[i],
               hf_wording_get (wording, "en"));
}

static void
assert_all_spoken (const char *where, const GPtrArray *wordings)
{
  for (guint i = 0; i < wordings->len; i++)
    assert_spoken (where, wordings->pdata[i]);
}

static void
check_languages (HfGuide *guide)
{
  assert_spoken (guide->code, guide->title);
  for (guint i = 0; i < guide->objections->len; i++)
    {
      HfObjection *objection = guide->objections->pdata[i];
      assert_spoken (objection->id, objection->title);
      assert_all_spoken (objection->id, objection->texts);
    }
  for (guint i = 0; i < guide->questions->len; i++)
    {
      HfQuestion *question = guide->questions->pdata[i];
      assert_spoken (question->id, question->part);
      assert_spoken (question->id, question->note);
      assert_spoken (question->id, question->low);
      assert_spoken (question->id, question->high);
      assert_spoken (question->id, question->first);
      assert_spoken (question->id, question->second);
      assert_spoken (question->id, question->still);
      assert_all_spoken (question->id, question->texts);
      assert_all_spoken (question->id, question->probes);
      for (guint j = 0; j < question->options->len; j++)
        assert_spoken (question->id, ((HfOption *) question->options->pdata[j])->label);
    }
}

static void
test_every_text_is_there_in_every_language (void)
{
  for_each_guide (check_languages);
}

static void
check_fields (HfGuide *guide)
{
  for (guint i = 0; i < guide->questions->len; i++)
    {
      HfQuestion *question = guide->questions->pdata[i];
      for (guint j = 0; j < question->texts->len; j++)
        {
          const HfWording *way = question->texts->pdata[j];
          g_auto (GStrv) source = hf_speech_list_fields (hf_wording_get (way, "en"));
          for (gsize k = 1; k < G_N_ELEMENTS (languages); k++)
            {
              g_auto (GStrv) own = hf_speech_list_fields (hf_wording_get (way, languages[k]));
              g_assert_cmpuint (g_strv_length (own), ==, g_strv_length (source));
              for (gsize l = 0; own[l] != NULL; l++)
                g_assert_true (g_strv_contains ((const char *const *) source, own[l]));
            }
        }
    }
}

static void
test_languages_use_the_same_fields (void)
{
  for_each_guide (check_fields);
}

static void
check_readable (HfGuide *guide)
{
  g_autoptr (HfCustomer) nobody = hf_customer_new ();
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GHashTable) fields = hf_guide_fields_new (nobody, NULL, NULL, languages[i]);
      for (guint j = 0; j < guide->questions->len; j++)
        {
          g_autofree char *text = hf_interview_flow_dup_text (
              guide, answers, guide->questions->pdata[j], languages[i], fields);
          g_assert_nonnull (text);
          g_assert_null (strpbrk (text, "{}"));
        }
    }
}

static void
test_a_customer_of_whom_nothing_is_known (void)
{
  for_each_guide (check_readable);
}

/* Some answer to a question, another one for each number. */
static char *
make_answer (const HfQuestion *question, guint number)
{
  if (question->kind == HF_QUESTION_CHOICE || question->kind == HF_QUESTION_SEVERAL)
    return g_strdup (
        ((HfOption *) question->options->pdata[number % question->options->len])->id);
  if (question->kind == HF_QUESTION_SCALE)
    return g_strdup_printf ("%u", question->lowest
                                      + number % (question->highest - question->lowest + 1));
  if (question->kind == HF_QUESTION_PAIR)
    return g_strdup_printf ("%d\n%d", question->lowest, question->highest);
  if (question->kind == HF_QUESTION_MONEY)
    return g_strdup_printf ("%u", number);
  if (question->kind == HF_QUESTION_DATE)
    return g_strdup ("2024-03-12");
  if (question->kind == HF_QUESTION_REASONS)
    return g_strdup ("price");
  return g_strdup (question->kind == HF_QUESTION_SAY ? HF_QUESTION_SAID : "words");
}

/* One interview with answers by chance; every question that it shows is noted in seen. */
static void
run_interview (HfGuide *guide, GHashTable *seen)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                          g_free);
  HfQuestion *question;
  guint steps = 0;
  while ((question = hf_interview_flow_first_open (guide, answers)) != NULL)
    {
      guint count;
      guint position = hf_interview_flow_position (guide, answers, question, &count);
      g_assert_cmpuint (position, ==, ++steps);
      g_assert_cmpuint (position, <=, count);
      char *value = make_answer (question, (guint) g_test_rand_int_range (0, 1000));
      g_assert_true (hf_question_check (question, value, NULL));
      g_hash_table_insert (answers, question->id, value);
      g_hash_table_add (seen, question->id);
    }
  g_assert_true (hf_interview_flow_is_complete (guide, answers));
  g_assert_cmpfloat (hf_interview_flow_progress (guide, answers), ==, 1);
}

static void
check_reachable (HfGuide *guide)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < 1000; i++)
    run_interview (guide, seen);
  for (guint i = 0; i < guide->questions->len; i++)
    if (!g_hash_table_contains (seen, ((HfQuestion *) guide->questions->pdata[i])->id))
      g_error ("%s is never asked", ((HfQuestion *) guide->questions->pdata[i])->id);
}

static void
test_every_question_can_be_reached (void)
{
  for_each_guide (check_reachable);
}

static void
check_refusal (HfGuide *guide)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (answers, (gpointer) "opening", (gpointer) HF_QUESTION_SAID);
  g_hash_table_insert (answers, (gpointer) "consent", (gpointer) "no");
  HfQuestion *left = hf_interview_flow_first_open (guide, answers);
  g_assert_cmpint (left->kind, ==, HF_QUESTION_SAY);
  g_assert_null (hf_interview_flow_next (guide, answers, left));
}

static void
test_who_refuses_is_only_thanked (void)
{
  for_each_guide (check_refusal);
}

static void
test_the_lost_customer_guide_feeds_the_figures (void)
{
  static const struct
  {
    const char *id;
    HfQuestionKind kind;
    const char *options;
  } questions[] = {
    { "what-happened", HF_QUESTION_VERBATIM, "" },
    { "reasons", HF_QUESTION_REASONS, "" },
    { "dissatisfied", HF_QUESTION_CHOICE, "yes no " },
    { "problem-size", HF_QUESTION_CHOICE, "minor major " },
    { "told-us", HF_QUESTION_CHOICE, "yes-formally yes-staff no " },
    { "told-outcome", HF_QUESTION_CHOICE, "quickly solved unsolved no-reply " },
    { "looked-after", HF_QUESTION_CHOICE, "same changed nobody unsure " },
    { "competitor", HF_QUESTION_COMPETITOR, "" },
    { "compare-price", HF_QUESTION_CHOICE, "better same worse unsure " },
    { "win-back", HF_QUESTION_CHOICE, "yes perhaps no " },
    { "what-else", HF_QUESTION_VERBATIM, "" },
  };
  g_autoptr (HfGuide) guide = hf_guide_new_starter ("lost-customer");
  g_assert_cmpint (guide->kind, ==, HF_INTERVIEW_LOST);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      HfQuestion *question = hf_guide_find (guide, questions[i].id);
      g_assert_nonnull (question);
      g_assert_cmpint (question->kind, ==, questions[i].kind);
      g_autoptr (GString) options = g_string_new (NULL);
      for (guint j = 0; j < question->options->len; j++)
        g_string_append_printf (options, "%s ", ((HfOption *) question->options->pdata[j])->id);
      g_assert_cmpstr (options->str, ==, questions[i].options);
    }
  g_assert_cmpuint (guide->objections->len, ==, 4);
}

static void
test_the_thank_you_guide_has_the_five_factors (void)
{
  static const char *const factors[] = { "satisfaction", "initiative", "repurchase",
                                         "recommend", "resistance" };
  g_autoptr (HfGuide) guide = hf_guide_new_starter ("thank-you");
  g_assert_cmpint (guide->kind, ==, HF_INTERVIEW_THANK_YOU);
  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      HfQuestion *factor = hf_guide_find (guide, factors[i]);
      g_assert_nonnull (factor);
      g_assert_cmpint (factor->kind, ==, HF_QUESTION_SCALE);
    }
  g_assert_cmpint (hf_guide_find (guide, "recommend")->lowest, ==, 0);
  g_assert_cmpint (hf_guide_find (guide, "recommend")->highest, ==, 10);
}

static void
test_every_kind_of_call_has_a_guide (void)
{
  g_auto (GStrv) codes = hf_starter_list_guides ();
  guint kinds = 0;
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (HfGuide) guide = hf_guide_new_starter (codes[i]);
      kinds |= 1u << guide->kind;
    }
  g_assert_cmpuint (kinds, ==, (1u << (HF_INTERVIEW_WIN_BACK + 1)) - 1);
}

/* Before anything is asked, the customer hears who calls and that the call is recorded. */
static void
check_opening (HfGuide *guide)
{
  const HfQuestion *opening = guide->questions->pdata[0];
  g_assert_cmpint (opening->kind, ==, HF_QUESTION_SAY);
  for (guint i = 0; i < opening->texts->len; i++)
    g_assert_nonnull (strstr (hf_wording_get (opening->texts->pdata[i], "en"), "recorded"));
  g_assert_cmpuint (guide->objections->len, ==, 4);
  gboolean sells = guide->kind == HF_INTERVIEW_WIN_BACK;
  const HfQuestion *consent = hf_guide_find (guide, "consent");
  const char *words = hf_wording_get (consent->texts->pdata[consent->texts->len - 1], "en");
  g_assert_true ((strstr (words, "I sell nothing") == NULL) == sells);
  g_assert_true ((hf_guide_find (guide, "offer") != NULL) == sells);
}

static void
test_service_calls_sell_nothing (void)
{
  for_each_guide (check_opening);
}

static void
test_there_is_no_other_guide (void)
{
  g_assert_null (hf_starter_load_guide ("gone"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/starter/languages", test_every_text_is_there_in_every_language);
  g_test_add_func ("/starter/fields", test_languages_use_the_same_fields);
  g_test_add_func ("/starter/nobody", test_a_customer_of_whom_nothing_is_known);
  g_test_add_func ("/starter/reachable", test_every_question_can_be_reached);
  g_test_add_func ("/starter/refusal", test_who_refuses_is_only_thanked);
  g_test_add_func ("/starter/lost-customer", test_the_lost_customer_guide_feeds_the_figures);
  g_test_add_func ("/starter/thank-you", test_the_thank_you_guide_has_the_five_factors);
  g_test_add_func ("/starter/kinds", test_every_kind_of_call_has_a_guide);
  g_test_add_func ("/starter/opening", test_service_calls_sell_nothing);
  g_test_add_func ("/starter/gone", test_there_is_no_other_guide);
  return g_test_run ();
}
