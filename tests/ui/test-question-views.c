#include "config.h"

#include <adwaita.h>

#include "hf-choice-view.h"
#include "hf-pair-view.h"
#include "hf-question-view.h"
#include "hf-test-ui.h"

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

static gboolean
is_focused (GtkWidget *window, HfQuestionView *view, const char *row)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *wanted = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (view), HF_TYPE_PAIR_VIEW, row));
  return focus != NULL && gtk_widget_is_ancestor (focus, wanted);
}

/* The focus goes on to the second number once no further digit of the first can come. */
static void
test_a_pair_is_typed_in_a_row (void)
{
  HfQuestionView *view = make_view (HF_QUESTION_PAIR);
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  assert_value (view, NULL);
  hf_question_view_pick (view, 1);
  g_assert_true (is_focused (window, view, "first"));
  hf_question_view_pick (view, 0);
  g_assert_true (is_focused (window, view, "second"));
  assert_value (view, "10\n");
  hf_question_view_pick (view, 4);
  assert_value (view, "10\n4");
  hf_pair_view_set_competitor (HF_PAIR_VIEW (view), "某某快修");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (
                       GTK_WIDGET (view), HF_TYPE_PAIR_VIEW, "second_name"))),
                   ==, "某某快修");
  hf_question_view_set_value (view, "");
  assert_value (view, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_a_number_alone_is_no_referral (void)
{
  HfQuestionView *view = make_view (HF_QUESTION_REFERRAL);
  g_autoptr (HfQuestion) question = make_question (HF_QUESTION_REFERRAL);
  assert_value (view, "");
  hf_question_view_set_value (view, "\n13800138000");
  assert_value (view, "\n13800138000");
  g_autofree char *value = hf_question_view_dup_value (view);
  g_assert_false (hf_question_check (question, value, NULL));
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/question-views/values", test_each_kind_gives_back_its_value);
  g_test_add_func ("/question-views/choice", test_numbers_choose_one);
  g_test_add_func ("/question-views/several", test_what_stands_alone_drops_the_others);
  g_test_add_func ("/question-views/pair", test_a_pair_is_typed_in_a_row);
  g_test_add_func ("/question-views/referral", test_a_number_alone_is_no_referral);
  g_test_add_func ("/question-views/ten", test_ten_takes_two_keys);
  return g_test_run ();
}
