#include <string.h>

#include "hf-pinyin.h"
#include "hf-search-key.h"
#include "hf-search-query.h"

/* What a database does with a key and a query, in the plainest way. */
typedef struct
{
  char **tokens;
  const char *at;
} Evaluation;

static gboolean evaluate_or (Evaluation *self);

static void
pass_spaces (Evaluation *self)
{
  while (*self->at == ' ')
    self->at++;
}

static gboolean
evaluate_token (Evaluation *self)
{
  g_assert_cmpint (*self->at, ==, '\'');
  const char *end = strchr (self->at + 1, '\'');
  g_autofree char *wanted = g_strndup (self->at + 1, end - self->at - 1);
  gboolean begins = g_str_has_prefix (end + 1, ":*");
  self->at = end + (begins ? strlen ("':*") : strlen ("'"));
  for (char **token = self->tokens; *token != NULL; token++)
    if (begins ? g_str_has_prefix (*token, wanted) : g_str_equal (*token, wanted))
      return TRUE;
  return FALSE;
}

static gboolean
evaluate_part (Evaluation *self)
{
  pass_spaces (self);
  if (*self->at != '(')
    return evaluate_token (self);
  self->at++;
  gboolean found = evaluate_or (self);
  g_assert_cmpint (*self->at++, ==, ')');
  return found;
}

static gboolean
evaluate_and (Evaluation *self)
{
  gboolean found = evaluate_part (self);
  for (pass_spaces (self); *self->at == '&'; pass_spaces (self))
    {
      self->at++;
      found &= evaluate_part (self);
    }
  return found;
}

static gboolean
evaluate_or (Evaluation *self)
{
  gboolean found = evaluate_and (self);
  for (pass_spaces (self); *self->at == '|'; pass_spaces (self))
    {
      self->at++;
      found |= evaluate_and (self);
    }
  return found;
}

static gboolean
finds (const char *typed, const HfSearchTexts *texts)
{
  g_autoptr (GString) key = g_string_new (NULL);
  hf_search_key_append (key, texts);
  g_auto (GStrv) tokens = g_strsplit (key->str, " ", -1);
  g_autofree char *query = hf_search_query (typed);
  Evaluation evaluation = { .tokens = tokens, .at = query };
  gboolean found = evaluate_or (&evaluation);
  g_assert_cmpstr (evaluation.at, ==, "");
  return found;
}

static void
assert_finds (const HfSearchTexts *texts, const char *const *typed, gboolean expected)
{
  for (; *typed != NULL; typed++)
    if (finds (*typed, texts) != expected)
      g_error ("%s %s %s", *typed, expected ? "does not find" : "finds", texts->name);
}

static void
test_name (void)
{
  const HfSearchTexts texts = { .name = "王炳泉" };
  assert_finds (&texts,
                (const char *const[]){ "王",
                                       "炳",
                                       "泉",
                                       "王炳",
                                       "炳泉",
                                       "王炳泉",
                                       "wangbingquan",
                                       "WangBingQuan",
                                       "wang bing quan",
                                       "wang",
                                       "wangb",
                                       "wangbi",
                                       "wangbing",
                                       "wangbingq",
                                       "wbq",
                                       "WBQ",
                                       "wb",
                                       "bq",
                                       "w",
                                       "b",
                                       "q",
                                       "wangbq",
                                       "wbingquan",
                                       "wbingq",
                                       "bingquan",
                                       "bing",
                                       "quan",
                                       "ｗｂｑ",
                                       "wa",
                                       "王 quan",
                                       "王泉",
                                       "wáng bǐng quán",
                                       NULL },
                TRUE);
  assert_finds (&texts,
                (const char *const[]){ "泉王", "wq", "qb", "wangquan", "bingwang", "lbq",
                                       "wbqq", "wangbingquanx", "yu", "ang", "x", NULL },
                FALSE);
}

static void
test_all_readings (void)
{
  const HfSearchTexts city = { .name = "长春" };
  assert_finds (&city,
                (const char *const[]){ "changchun", "zhangchun", "cc", "zc", "chch", "zhch",
                                       "zhc", "changc", "zhangch", "長春", "长", "長", NULL },
                TRUE);
  const HfSearchTexts surname = { .name = "单雄信" };
  assert_finds (&surname,
                (const char *const[]){ "shan", "dan", "chan", "sxx", "dxx", "shanxx",
                                       "danxiong", "單雄信", "單", NULL },
                TRUE);
  const HfSearchTexts west = { .name = "西安" };
  assert_finds (&west, (const char *const[]){ "xian", "xi'an", "xia", "xa", NULL }, TRUE);
}

static void
test_u_umlaut (void)
{
  const HfSearchTexts texts = { .name = "吕绿" };
  assert_finds (
      &texts, (const char *const[]){ "lv", "lu", "lü", "LÜ", "lvlv", "lulu", "ll", "呂", NULL },
      TRUE);
}

static void
test_forms (void)
{
  const HfSearchTexts texts = { .name = "陳國臺" };
  assert_finds (&texts,
                (const char *const[]){ "陈国台", "陳国", "国臺", "國檯", "台", "cgt", NULL },
                TRUE);
  const HfSearchTexts other = { .name = "吴坤" };
  assert_finds (&other, (const char *const[]){ "吴堃", "堃", NULL }, FALSE);
}

/* A word that is read as syllables may as well be initials. */
static void
test_initials_like_a_syllable (void)
{
  const HfSearchTexts texts = { .name = "刘安娜" };
  assert_finds (&texts,
                (const char *const[]){ "lan", "la", "an", "liuan", "anna", "liuanna", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "lang", "lian", NULL }, FALSE);
}

static void
test_company (void)
{
  const HfSearchTexts texts = { .name = "李一", .company = "长春市Auto服务有限公司" };
  assert_finds (&texts,
                (const char *const[]){ "有限", "限公", "yxgs", "ccs", "auto", "au", "AUTO",
                                       "fuwu", "changchunshi", "li 有限", "李 auto", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "utos", "sf", "市服", NULL }, FALSE);
}

static void
test_words (void)
{
  const HfSearchTexts texts = { .name = "Renée Müller-Lüdenscheidt" };
  assert_finds (&texts,
                (const char *const[]){ "RENÉE", "renee", "ren", "re", "r", "muller", "lüden",
                                       "mull ren", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "enee", "scheidt", "reneee", NULL }, FALSE);
}

static void
test_phone_and_code (void)
{
  const HfSearchTexts texts = { .name = "王",
                                .code = "C-0001 b",
                                .email = "Zhang.San@mail.example",
                                .phone = "+86 138 1234 5678",
                                .aliases = "D7 E8" };
  assert_finds (&texts,
                (const char *const[]){ "13812345678", "138-1234-5678", "+86 138 1234 5678",
                                       "8613812345678", "１３８１２３４５６７８", "5678",
                                       "wang 5678", "c-0001", "C-0001 B", "0001",
                                       "zhang.san@mail.example", "zhang", "d7", "E8", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "1234", "0002", "mail", "zh.san", NULL }, FALSE);
}

/* Spaced out to the width of other names, in the table that it came from. */
static void
test_spaced_name (void)
{
  const HfSearchTexts texts = { .name = "李　小 龙", .company = "长春 (汽车) 公司" };
  assert_finds (&texts,
                (const char *const[]){ "李小龙", "李 小龙", "李龙", "lixiaolong", "lxl", "小龙",
                                       "汽车", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "龙长", "春汽", "长汽", NULL }, FALSE);
}

static void
test_any_two_characters (void)
{
  const HfSearchTexts name = { .name = "歐陽娜娜" };
  const HfSearchTexts company = { .name = "长春客运站" };
  assert_finds (&name, (const char *const[]){ "欧娜", "阳娜", "歐娜", "娜娜", NULL }, TRUE);
  assert_finds (&company, (const char *const[]){ "长客", "春运", NULL }, FALSE);
}

static void
test_u_umlaut_as_typed (void)
{
  const HfSearchTexts lv = { .name = "吕布" };
  const HfSearchTexts lu = { .name = "卢布" };
  const HfSearchTexts city = { .name = "Lüneburg" };
  assert_finds (&lv,
                (const char *const[]){ "lü", "lǚ bù", "lübu", "LÜB", "lv", "lu", "lvbu", NULL },
                TRUE);
  assert_finds (&lu, (const char *const[]){ "lu", "lubu", NULL }, TRUE);
  assert_finds (&lu, (const char *const[]){ "lü", "lv", "lübu", NULL }, FALSE);
  assert_finds (&city, (const char *const[]){ "lün", "lüneb", "lune", "LÜNEBURG", NULL }, TRUE);
}

static void
test_several_phones (void)
{
  const HfSearchTexts texts = { .name = "王建国",
                                .code = "VIP-2024-007",
                                .phone = "13812345678 / 0431-88881234转802" };
  assert_finds (&texts,
                (const char *const[]){ "13812345678", "5678", "043188881234", "0431-8888-1234",
                                       "1234", "0431-88881234 转 802", "wang5678", "wangjg1234",
                                       "VIP-2024-007", "vip2024007", "2024-007", "007", NULL },
                TRUE);
  assert_finds (&texts, (const char *const[]){ "wang5679", "li5678", "2024-008", NULL }, FALSE);
}

static void
test_nothing (void)
{
  const char *const blank[] = { "", "  ", "+-!", "'", "\"'()|&:*", "\\" };
  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autofree char *query = hf_search_query (blank[i]);
      g_assert_cmpstr (query, ==, "");
    }
  const HfSearchTexts texts = { .name = "王' | 'x" };
  assert_finds (&texts, (const char *const[]){ "王'", "x' & '王", NULL }, TRUE);
  assert_finds (&texts, (const char *const[]){ "x' | 'y", NULL }, FALSE);
}

/* A key is as small as it can be: it is written for each customer, and read at each search. */
static void
test_key_is_small (void)
{
  const HfSearchTexts texts = { .name = "王炳泉", .code = "C000123", .phone = "13812345678" };
  g_autoptr (GString) key = g_string_new (NULL);
  hf_search_key_append (key, &texts);
  g_assert_cmpstr (key->str, ==,
                   "王 wang 炳 王炳 bing wb 泉 炳泉 quan bq 王泉 =c000123 =13812345678 =5678");
}

/* However long a company's name is, and however many readings its characters have. */
static void
test_key_is_bounded (void)
{
  g_autoptr (GString) company = g_string_new (NULL);
  for (int i = 0; i < 1000; i++)
    g_string_append (company, "单");
  const HfSearchTexts texts = { .company = company->str };
  g_autoptr (GString) key = g_string_new (NULL);
  hf_search_key_append (key, &texts);
  g_assert_cmpuint (key->len, <, 1000 * strlen ("单 单单 ") + 24 * 100);
}

static void
assert_parses (const char *word, const char *expected)
{
  HfPinyin parses[4];
  gsize n_parses = hf_pinyin_parse (word, strlen (word), parses, G_N_ELEMENTS (parses));
  g_autoptr (GString) said = g_string_new (NULL);
  for (gsize i = 0; i < n_parses; i++)
    {
      const char *part = parses[i].word;
      for (gsize k = 0; k < parses[i].n_parts; part += parses[i].lengths[k++])
        g_string_append_printf (said, "%s%.*s%s",
                                k > 0   ? " "
                                : i > 0 ? ", "
                                        : "",
                                (int) parses[i].lengths[k], part,
                                parses[i].whole[k] ? "" : "-");
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_parse (void)
{
  assert_parses ("wangbing", "wang bing");
  assert_parses ("wangbingquan", "wang bing quan, wang bing qu an");
  assert_parses ("wangbq", "wang b- q-");
  assert_parses ("wbq", "w- b- q-");
  assert_parses ("xian", "xian, xi an");
  assert_parses ("fangan", "fang an, fan gan");
  assert_parses ("zhch", "zh- ch-");
  assert_parses ("bo", "bo");
  assert_parses ("zhongg", "zhong g-");
  assert_parses ("vip", "");
  assert_parses ("i", "");
  assert_parses ("", "");
  g_autofree char *long_word = g_strnfill (400, 'a');
  assert_parses (long_word, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/name", test_name);
  g_test_add_func ("/search/all-readings", test_all_readings);
  g_test_add_func ("/search/u-umlaut", test_u_umlaut);
  g_test_add_func ("/search/forms", test_forms);
  g_test_add_func ("/search/initials-like-a-syllable", test_initials_like_a_syllable);
  g_test_add_func ("/search/company", test_company);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/phone-and-code", test_phone_and_code);
  g_test_add_func ("/search/spaced-name", test_spaced_name);
  g_test_add_func ("/search/any-two-characters", test_any_two_characters);
  g_test_add_func ("/search/u-umlaut-as-typed", test_u_umlaut_as_typed);
  g_test_add_func ("/search/several-phones", test_several_phones);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/key-is-small", test_key_is_small);
  g_test_add_func ("/search/key-is-bounded", test_key_is_bounded);
  g_test_add_func ("/search/parse", test_parse);
  return g_test_run ();
}
