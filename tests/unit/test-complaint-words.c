#include "config.h"

#include "hf-complaint-words.h"
#include "hf-starter.h"

/* What is found, "|" between; "" for nothing. */
static const struct
{
  const char *said;
  const char *found;
} cases[] = {
  { "客户说要投诉，没人回电话", "投诉|没人回" },
  { "客戶說要投訴，沒人回電話", "投訴|沒人回" },
  { "說話不算數，再也不會去", "說話不算數|再也不會" },
  { "服务态度太差", "太差" },
  { "没有投诉", "" },
  { "他没有任何不满", "" },
  { "他沒有提出過投訴", "" },
  { "有没有投诉：没有", "" },
  { "并没有生气", "" },
  { "不是抱怨，只是建议", "" },
  { "是否要投诉", "" },
  { "投诉：无", "" },
  { "投诉: 无", "" },
  { "投诉：发动机异响", "投诉" },
  { "没有退款，很失望", "失望" },
  { "退款没有到账", "退款" },
  { "从来没人管", "没人管" },
  { "没有问题，价格也好。就是等了太久", "等了太久" },
  { "没有时间来，抱怨了很久", "抱怨" },
  { "告诉了他投诉电话", "" },
  { "质保不满一年", "" },
  { "对质量不满", "不满" },
  { "质量不错，满意", "" },
  { "她不太满意", "不太满意" },
  { "很高兴", "" },
  { "", "" },
  { "Wants to COMPLAIN about the bill", "COMPLAIN" },
  { "complaints about the bill", "complaint" },
  { "No complaints.", "" },
  { "He did not complain", "" },
  { "She didn't really complain", "" },
  { "She didn’t complain", "" },
  { "never complained before", "" },
  { "Not now. Complained about noise", "Complain" },
  { "nobody called back, never again", "nobody called|never again" },
  { "She was not happy", "not happy" },
  { "He is happy", "" },
  { "The crude oil price", "" },
  { "staff were rude", "rude" },
  { "was not rude at all", "" },
  { "sent him the complaint form", "" },
  { "ｗａｎｔｓ ａ ｒｅｆｕｎｄ", "ｒｅｆｕｎｄ" },
  { "Kept\nwaiting", "Kept\nwaiting" },
  { "打了12315", "12315" },
};

static HfComplaintWords *
load_shipped (void)
{
  g_autofree char *text = hf_starter_load_complaint_words ();
  return hf_complaint_words_new (text);
}

static char *
find (HfComplaintWords *words, const char *said)
{
  g_autoptr (GArray) spans = hf_complaint_words_find (words, said);
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      const HfTextSpan *span = &g_array_index (spans, HfTextSpan, i);
      if (i > 0)
        g_string_append_c (found, '|');
      g_string_append_len (found, said + span->start, span->length);
    }
  return g_string_free (found, FALSE);
}

static void
test_what_sounds_like_a_complaint (void)
{
  g_autoptr (HfComplaintWords) words = load_shipped ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (words, cases[i].said);
      g_test_message ("%s", cases[i].said);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_a_firm_has_its_own_words (void)
{
  g_autoptr (HfComplaintWords) words = hf_complaint_words_new (
      "# ours\r\n\r\n  Squeak \r\n"
      "not: kein\nexcept: squeaky clean");
  g_assert_cmpuint (hf_complaint_words_count (words), ==, 1);
  g_autofree char *found = find (words, "It SQUEAKS; kein squeak; Squeaky clean; complaint");
  g_assert_cmpstr (found, ==, "SQUEAK");
}

static void
test_each_list_has_its_version (void)
{
  g_autoptr (HfComplaintWords) one = hf_complaint_words_new ("a");
  g_autoptr (HfComplaintWords) same = hf_complaint_words_new ("a");
  g_autoptr (HfComplaintWords) other = hf_complaint_words_new ("b");
  g_assert_cmpstr (hf_complaint_words_get_version (one), ==,
                   hf_complaint_words_get_version (same));
  g_assert_cmpstr (hf_complaint_words_get_version (one), !=,
                   hf_complaint_words_get_version (other));
}

static void
test_an_empty_list_finds_nothing (void)
{
  g_autoptr (HfComplaintWords) words = hf_complaint_words_new ("");
  g_autofree char *found = find (words, "投诉");
  g_assert_cmpstr (found, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complaint-words/shipped", test_what_sounds_like_a_complaint);
  g_test_add_func ("/complaint-words/own", test_a_firm_has_its_own_words);
  g_test_add_func ("/complaint-words/version", test_each_list_has_its_version);
  g_test_add_func ("/complaint-words/empty", test_an_empty_list_finds_nothing);
  return g_test_run ();
}
