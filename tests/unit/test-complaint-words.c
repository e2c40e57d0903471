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
  { "打电话问满意不满意", "" },
  { "打電話問滿意不滿意", "" },
  { "没有一个人问过我满不满意", "" },
  { "沒有一個人問過我滿不滿意", "" },
  { "满意不满意都要说", "" },
  { "问他失望不失望，他说很失望", "失望" },
  { "不知生气没生气", "" },
  { "不知生氣沒生氣", "" },
  { "问她要不要投诉", "" },
  { "是不是不满意", "" },
  { "对处理满意，对价格不满意", "不满" },
  { "很不满，不满的是态度", "不满|不满" },
  { "退款没退", "退款" },
  { "不得不投诉", "不得不投诉" },
  { "问有什么不满，说都好", "" },
  { "問有什麼不滿，說都好", "" },
  { "有什么不满：等了太久", "等了太久" },
  { "如有投诉请打电话", "" },
  { "如果再不修，我就投诉", "投诉" },
  { "从来没让我失望", "" },
  { "從來沒讓人失望", "" },
  { "真让人失望", "失望" },
  { "不用退款了", "" },
  { "不给退款", "退款" },
  { "不能退款", "退款" },
  { "没收到退款", "退款" },
  { "退款已到账，谢谢", "" },
  { "谈不上抱怨", "" },
  { "算不上很差", "" },
  { "去年零投诉", "" },
  { "写了投诉箱", "" },
  { "购车不满半年", "" },
  { "購車不滿三個月", "" },
  { "公里数不满5000", "" },
  { "不满4S店的态度", "不满" },
  { "不满一直没人管", "不满|没人管" },
  { "不满足保修条件", "" },
  { "以为是诈骗电话就挂了", "" },
  { "我被骗了", "骗" },
  { "想多收集一些意见", "" },
  { "多收了两百", "多收" },
  { "生意太差，把车卖了", "" },
  { "天氣太差，改天再來", "" },
  { "保险赔偿后没再买", "" },
  { "不用等很久", "" },
  { "等很久也没人招呼", "等很久|没人招呼" },
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
  { "nothing to complain about", "" },
  { "Asked if she was unhappy", "" },
  { "Asked whether he was angry", "" },
  { "Have you any complaints?", "" },
  { "zero complaints last year", "" },
  { "hardly disappointed", "" },
  { "put it in the complaint box", "" },
  { "awfully nice people", "" },
  { "It was awful", "awful" },
  { "stayed at home in terrible weather", "" },
  { "waits for a tax refund", "" },
  { "The refund arrived, thank you", "" },
  { "The refund never arrived", "refund" },
  { "She works as a lawyer", "" },
  { "My lawyer will write to you", "lawyer" },
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
