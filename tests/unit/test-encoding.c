#include "config.h"

#include <string.h>

#include "hf-decoder.h"
#include "hf-encoding.h"

/* Short and long, for both readings of the same bytes to be tried on. */
static const char *const simplified[] = {
  "张伟",
  "投诉",
  "客户",
  "姓名,电话",
  "编号,姓名,手机\nC1,王女士,13812345678\n",
  "发动机异响，4S店拒绝保修",
  "老张走了以后就没人管我了。",
  "价格太高",
  "长春示范店",
  "系统",
  "没有关系",
  "说会回电，一直没有。",
};

static const char *const traditional[] = {
  "陳美玲",
  "客訴",
  "客戶",
  "姓名,電話",
  "編號,姓名,手機\nC1,王小姐,0912345678\n",
  "引擎異響，經銷商拒絕保固",
  "老張走了以後就沒有人理我了。",
  "價格太高",
  "台北示範店",
  "選項",
  "由誰服務您",
};

static void
assert_found (const char *text, const char *encoding)
{
  gsize length = 0;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  HfEncoding found;
  hf_encoding_find (bytes, length, &found);
  g_test_message ("%s: %s", text, found.name);
  g_assert_cmpstr (found.name, ==, encoding);
  g_assert_false (found.is_mixed);
}

static void
test_chinese_is_told_apart (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (simplified); i++)
    {
      assert_found (simplified[i], "GB18030");
      assert_found (simplified[i], "UTF-8");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (traditional); i++)
    {
      assert_found (traditional[i], "BIG5");
      assert_found (traditional[i], "UTF-8");
    }
}

static void
test_other_scripts_are_utf8 (void)
{
  static const char *const texts[] = {
    "café crème, Müller, niño", "Привет мир", "έλληνας", "Große Straße", "żółć", "שלום",
    "naïve\ndéjà vu\n"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_found (texts[i], "UTF-8");
}

static void
test_western_files_are_known (void)
{
  static const char *const texts[] = {
    "code,name,city\nC1,Müller,Köln\nC2,Weiß,Größe\n",
    "code;nom;ville\r\nC1;André;Besançon\r\nC2;Élodie;Orléans\r\n",
    "Señor Núñez – 20 €, 5 °C",
    "Jürgen",
    "Straße 5, Öffnungszeiten: täglich",
    "São Paulo, Conceição",
    "„Schöne Grüße“ an Jörg",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      assert_found (texts[i], "WINDOWS-1252");
      assert_found (texts[i], "UTF-8");
    }
}

/* Rare characters are bad Chinese, and yet none of a Western language's words. */
static void
test_what_is_doubtful_is_chinese (void)
{
  static const struct
  {
    const char *text, *encoding;
  } cases[] = {
    { "编号,姓名\nC1,喆\n", "GB18030" }, { "VIP客户a", "GB18030" },
    { "a张b\nc李d\ne王f\n", "GB18030" }, { "喆", "GB18030" },
    { "朱镕基 A座B栋", "GB18030" },      { "A點B\nC點D\n", "BIG5" },
    { "三,一,丁,七\n", "BIG5" },         { "code,name\nA1,鑫\nA2,淼\n", "BIG5" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL,
                                          &length, NULL);
      HfEncoding found;
      g_assert_nonnull (bytes);
      hf_encoding_find (bytes, length, &found);
      g_assert_cmpstr (found.name, !=, "WINDOWS-1252");
    }
}

static void
test_marks_are_believed (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *name;
    guint bom_length;
  } cases[] = {
    { "\xEF\xBB\xBF"
      "a",
      4, "UTF-8", 3 },
    { "\xFF\xFE"
      "a\0",
      4, "UTF-16LE", 2 },
    { "\xFE\xFF"
      "\0a",
      4, "UTF-16BE", 2 },
    { "\xFF\xFE", 2, "UTF-16LE", 2 },
    { "abc", 3, "UTF-8", 0 },
    { "", 0, "UTF-8", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfEncoding found;
      hf_encoding_find (cases[i].bytes, cases[i].length, &found);
      g_assert_cmpstr (found.name, ==, cases[i].name);
      g_assert_cmpuint (found.bom_length, ==, cases[i].bom_length);
    }
}

static void
test_utf8_is_strict (void)
{
  static const char *const bad[] = { "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE5\xA7",
                                     "\x80" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HfEncoding found;
      hf_encoding_find (bad[i], strlen (bad[i]), &found);
      g_assert_cmpstr (found.name, !=, "UTF-8");
    }
}

static void
test_damaged_utf8_stays_utf8 (void)
{
  HfEncoding found;
  const char *text = "王女士,服务不好\n\xFF李先生\n";
  hf_encoding_find (text, strlen (text), &found);
  g_assert_cmpstr (found.name, ==, "UTF-8");
}

static void
test_two_encodings_are_noticed (void)
{
  HfEncoding found;
  const char *text = "\xCD\xF5\xC5\xAE\xCA\xBF,\xB7\xFE\xCE\xF1\xB2\xBB\xBA\xC3\n"
                     "\xC0\xEE\xCF\xC8\xC9\xFA,\xBA\xC3\n王女士\n";
  hf_encoding_find (text, strlen (text), &found);
  g_assert_cmpstr (found.name, ==, "GB18030");
  g_assert_true (found.is_mixed);
  g_assert_cmpuint (found.mixed_at, ==, strstr (text, "王") - text);
}

static void
test_names_are_known (void)
{
  g_assert_cmpstr (hf_encoding_canonical ("GBK"), ==, "GB18030");
  g_assert_cmpstr (hf_encoding_canonical ("gb2312"), ==, "GB18030");
  g_assert_cmpstr (hf_encoding_canonical ("Big-5"), ==, "BIG5");
  g_assert_cmpstr (hf_encoding_canonical ("utf8"), ==, "UTF-8");
  g_assert_cmpstr (hf_encoding_canonical ("latin1"), ==, "WINDOWS-1252");
  g_assert_cmpstr (hf_encoding_canonical ("EUC-KR"), ==, "EUC-KR");
}

static void
test_letters_are_cut_anywhere (void)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE" };
  const char *text = "價格 a 客戶\n";
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (HfDecoder) decoder = hf_decoder_new (encodings[i]);
      g_autoptr (GString) decoded = g_string_new (NULL);
      for (gsize at = 0; at < length; at++)
        g_assert_true (hf_decoder_decode (decoder, bytes + at, 1, decoded));
      g_assert_true (hf_decoder_finish (decoder));
      g_assert_cmpuint (hf_decoder_get_position (decoder), ==, length);
      g_assert_cmpstr (decoded->str, ==, text);
    }
}

static void
test_bad_bytes_have_a_position (void)
{
  static const struct
  {
    const char *encoding, *bytes;
    gsize position;
  } cases[] = {
    { "UTF-8", "abc\xFF", 3 },
    { "UTF-8", "王\xE5 ", 3 },
    { "GB18030", "\xCD\xF5\xFF", 2 },
    { "BIG5", "ab\xFF", 2 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfDecoder) decoder = hf_decoder_new (cases[i].encoding);
      g_autoptr (GString) text = g_string_new (NULL);
      g_assert_false (
          hf_decoder_decode (decoder, cases[i].bytes, strlen (cases[i].bytes), text));
      g_assert_cmpuint (hf_decoder_get_position (decoder), ==, cases[i].position);
    }
  g_assert_null (hf_decoder_new ("klingon"));
}

static void
test_a_cut_letter_is_noticed (void)
{
  g_autoptr (HfDecoder) decoder = hf_decoder_new ("GB18030");
  g_autoptr (GString) text = g_string_new (NULL);
  g_assert_true (hf_decoder_decode (decoder, "\xCD\xF5\xC5", 3, text));
  g_assert_false (hf_decoder_finish (decoder));
  g_assert_cmpstr (text->str, ==, "王");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/chinese", test_chinese_is_told_apart);
  g_test_add_func ("/encoding/other-scripts", test_other_scripts_are_utf8);
  g_test_add_func ("/encoding/western", test_western_files_are_known);
  g_test_add_func ("/encoding/doubtful", test_what_is_doubtful_is_chinese);
  g_test_add_func ("/encoding/marks", test_marks_are_believed);
  g_test_add_func ("/encoding/strict", test_utf8_is_strict);
  g_test_add_func ("/encoding/damaged", test_damaged_utf8_stays_utf8);
  g_test_add_func ("/encoding/mixed", test_two_encodings_are_noticed);
  g_test_add_func ("/encoding/names", test_names_are_known);
  g_test_add_func ("/decoder/cut", test_letters_are_cut_anywhere);
  g_test_add_func ("/decoder/bad", test_bad_bytes_have_a_position);
  g_test_add_func ("/decoder/end", test_a_cut_letter_is_noticed);
  return g_test_run ();
}
