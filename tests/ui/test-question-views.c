#include "config.h"

#include <adwaita.h>

#include "hf-choice-view.h"
#include "hf-question-view.h"

static HfQuestion *
make_question (HfQuestionKind kind)
{
  static const char *const ids[] = { "a", "b", "none" };
  HfQuestion *question = hf_question_new ("q", kind);
  question->highest = 10;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (kind == HF_QUESTION_CHOICE || kind == HF_QUESTION_SEVERAL)
      {
        HfOption *option = hf_question_add_option (question, ids[i]);
        hf_wording_set (option->label, "en", ids[i]);
        option->alone = i == 2;
      }
  return question;
}

static HfQuestionView *
make_view (HfQuestionKind kind)
{
  g_autoptr (HfQuestion) question = make_question (kind);
  return g_object_ref_sink (hf_question_view_new (question, "en"));
}

static void
assert_value (HfQuestionView *view, const char *expected)
{
  g_autofree char *value = hf_question_view_dup_value (view);
  g_assert_cmpstr (value, ==, expected);
}

static void
count (HfQuestionView *view, guint *changes)
{
  ++*changes;
}

static void
test_each_kind_gives_back_its_value (void)
{
  static const struct
  {
    HfQuestionKind kind;
    const char *value;
  } cases[] = {
    { HF_QUESTION_SAY, HF_QUESTION_SAID },
    { HF_QUESTION_CHOICE, "b" },
    { HF_QUESTION_SEVERAL, "a\nb" },
    { HF_QUESTION_SCALE, "7" },
    { HF_QUESTION_NUMBER, "1234.5" },
    { HF_QUESTION_MONEY, "99" },
    { HF_QUESTION_DATE, "2024-03-12" },
    { HF_QUESTION_TEXT, "one\ntwo" },
    { HF_QUESTION_VERBATIM, "老张走了" },
    { HF_QUESTION_COMPETITOR, "某某快修" },
    { HF_QUESTION_PROMISE, "Call on Monday" },
    { HF_QUESTION_PAIR, "2\n10" },
    { HF_QUESTION_REFERRAL, "李雷\n13800138000" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfQuestionView *view = make_view (cases[i].kind);
      guint changes = 0;
      g_signal_connect (view, "changed", G_CALLBACK (count), &changes);
      hf_question_view_set_value (view, cases[i].value);
      assert_value (view, cases[i].value);
      hf_question_view_set_language (view, "zh_CN");
      assert_value (view, cases[i].value);
      g_assert_cmpuint (changes, ==, 0);
      g_assert_finalize_object (view);
    }
}

static void
test_numbers_choose_one (void)
{
  HfQuestionView *view = make_view (HF_QUESTION_CHOICE);
  guint changes = 0;
  g_signal_connect (view, "changed", G_CALLBACK (count), &changes);
  assert_value (view, "");
  g_assert_true (hf_question_view_pick (view, 2));
  g_assert_true (hf_question_view_pick (view, 1));
  g_assert_false (hf_question_view_pick (view, 4));
  g_assert_false (hf_question_view_pick (view, 0));
  assert_value (view, "a");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_finalize_object (view);
}

static void
test_what_stands_alone_drops_the_others (void)
{
  HfQuestionView *view = make_view (HF_QUESTION_SEVERAL);
  hf_question_view_pick (view, 1);
  hf_question_view_pick (view, 2);
  assert_value (view, "a\nb");
  hf_question_view_pick (view, 3);
  assert_value (view, "none");
  hf_question_view_pick (view, 2);
  assert_value (view, "b");
  hf_question_view_pick (view, 2);
  assert_value (view, "");
  g_assert_finalize_object (view);
}

static void
test_ten_takes_two_keys (void)
{
  HfQuestionView *view = make_view (HF_QUESTION_SCALE);
  hf_question_view_pick (view, 0);
  assert_value (view, "0");
  hf_question_view_pick (view, 1);
  assert_value (view, "1");
  hf_question_view_pick (view, 0);
  assert_value (view, "10");
  hf_question_view_pick (view, 0);
  assert_value (view, "0");
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/question-views/values", test_each_kind_gives_back_its_value);
  g_test_add_func ("/question-views/choice", test_numbers_choose_one);
  g_test_add_func ("/question-views/several", test_what_stands_alone_drops_the_others);
  g_test_add_func ("/question-views/ten", test_ten_takes_two_keys);
  return g_test_run ();
}
