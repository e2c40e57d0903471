#include "config.h"

#include <string.h>

#include "hf-guide.h"
#include "hf-guide-fields.h"
#include "hf-locale.h"
#include "hf-speech.h"

#define HEAD "<guide code='g' version='2' kind='lost'><title>G</title>\n"
#define TEXT "<text>T</text>"
#define YES_NO                                                                                 \
  "<option id='yes'><label>Yes</label></option><option id='no'><label>No</label></option>"

static HfGuide *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  return hf_guide_parse (file, error);
}

static HfGuide *
parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  HfGuide *guide = parse (text, &error);
  g_assert_no_error (error);
  return guide;
}

static void
test_a_guide_is_read_whole (void)
{
  g_autoptr (HfGuide) guide = parse_good (
      HEAD "<objection id='busy'><title>No time</title><text>Later</text></objection>"
           "<question id='start' kind='say'>" TEXT "</question>"
           "<part when='start = said'><title>Why</title>"
           "<question id='score' kind='scale' from='0' to='10' optional='yes' fresh-days='90'>"
           "<text>How?</text><note>Wait</note><probe>One</probe><probe xml:lang='zh_CN'>一"
           "</probe><probe>Two</probe><low>Bad</low><high>Good</high></question></part>"
           "</guide>");
  g_assert_cmpstr (guide->code, ==, "g");
  g_assert_cmpuint (guide->version, ==, 2);
  g_assert_cmpint (guide->kind, ==, HF_INTERVIEW_LOST);
  g_assert_cmpuint (guide->objections->len, ==, 1);
  g_assert_cmpuint (guide->questions->len, ==, 2);

  HfQuestion *score = hf_guide_find (guide, "score");
  g_assert_cmpint (score->kind, ==, HF_QUESTION_SCALE);
  g_assert_cmpint (score->highest, ==, 10);
  g_assert_true (score->optional);
  g_assert_cmpuint (score->fresh_days, ==, 90);
  g_assert_nonnull (score->part_when);
  g_assert_cmpstr (hf_wording_get (score->part, "en"), ==, "Why");
  g_assert_cmpstr (hf_wording_get (score->note, "en"), ==, "Wait");
  g_assert_cmpstr (hf_wording_get (score->high, "en"), ==, "Good");
  g_assert_cmpuint (score->probes->len, ==, 2);
  g_assert_cmpstr (hf_wording_get (score->probes->pdata[0], "zh_CN"), ==, "一");
  g_assert_cmpstr (hf_wording_get (score->probes->pdata[1], "zh_CN"), ==, "Two");
  g_assert_null (hf_guide_find (guide, "gone"));
}

static void
test_a_guide_may_be_written_in_chinese (void)
{
  g_autoptr (HfGuide) guide = parse_good (
      "<guide code='g' version='1' kind='thank_you' language='zh_CN'><title>谢</title>"
      "<question id='a' kind='text'><text>您好</text></question></guide>");
  g_auto (GStrv) languages = hf_guide_list_languages (guide);
  g_assert_cmpstr (languages[0], ==, "zh_CN");
  HfQuestion *question = guide->questions->pdata[0];
  g_autofree char *text = hf_speech_dup_text (question->texts, "en", NULL);
  g_assert_cmpstr (text, ==, "您好");
}

static void
test_errors_say_where (void)
{
  static const struct
  {
    const char *text, *place, *what;
  } cases[] = {
    { "<codebook/>", "line 1, column 1:", "not a guide" },
    { "<guide version='1' kind='lost'/>", "line 1, column 1:", "code" },
    { "<guide code='g' kind='lost'/>", "line 1, column 1:", "version" },
    { "<guide code='g' version='1' kind='x'/>", "line 1, column 1:", "no known kind: x" },
    { "<guide code='g' version='1' kind='lost' colour='red'/>", "line 1, column 1:", "colour" },
    { HEAD "</guide>", "line 1, column 1:", "no questions" },
    { "<guide code='g' version='1' kind='lost'>\n<question id='a' kind='say'>" TEXT
      "</question></guide>",
      "line 1, column 1:", "<title>" },
    { HEAD "\n  <page/></guide>", "line 3, column 3:", "<page>" },
    { HEAD "<question id='a' kind='say'>" TEXT "</question>\n<question id='a' kind='say'>" TEXT
           "</question></guide>",
      "line 3, column 1:", "two questions “a”" },
    { HEAD "<question id='A' kind='say'/></guide>", "line 2, column 1:", "id" },
    { HEAD "<question id='a' kind='song'/></guide>", "line 2, column 1:", "song" },
    { HEAD "<question id='a' kind='say'/></guide>", "line 2, column 1:", "<text>" },
    { HEAD "<question id='a' kind='say'><text/></question></guide>",
      "line 2, column 29:", "empty" },
    { HEAD "<question id='a' kind='say'><text xml:lang='zh_CN'>一</text></question></guide>",
      "line 2, column 1:", "language en" },
    { HEAD "<question id='a' kind='say'><text>{colour}</text></question></guide>",
      "line 2, column 1:", "{colour}" },
    { HEAD "<question id='a' kind='say'><text>Is it {name}?</text></question></guide>",
      "line 2, column 1:", "without fields" },
    { HEAD "<question id='a' kind='say'><text>Is it {name?</text></question></guide>",
      "line 2, column 1:", "brace" },
    { HEAD "<question id='a' kind='say'>" TEXT "<probe>{name}?</probe></question></guide>",
      "line 2, column 1:", "<probe>" },
    { HEAD "<question id='a' kind='say'>" TEXT "<note xml:lang='zh_CN'>一</note></question>"
           "</guide>",
      "line 2, column 1:", "<note>" },
    { HEAD "<question id='a' kind='choice'>" TEXT "</question></guide>",
      "line 2, column 1:", "two options" },
    { HEAD "<question id='a' kind='text'>" TEXT YES_NO "</question></guide>",
      "line 2, column 1:", "no options" },
    { HEAD "<question id='a' kind='choice'>" TEXT YES_NO
           "\n<option id='no'><label>N</label></option></question></guide>",
      "line 3, column 1:", "two options “no”" },
    { HEAD "<question id='a' kind='choice'>" TEXT "\n<option id='x'/></question></guide>",
      "line 3, column 1:", "<label>" },
    { HEAD "<question id='a' kind='scale' from='5' to='5'>" TEXT "</question></guide>",
      "line 2, column 1:", "scale" },
    { HEAD "<question id='a' kind='scale' to='5'>" TEXT "</question></guide>",
      "line 2, column 1:", "scale" },
    { HEAD "<question id='a' kind='scale' from='1' to='99'>" TEXT "</question></guide>",
      "line 2, column 1:", "“to”" },
    { HEAD "<question id='a' kind='say' optional='1'>" TEXT "</question></guide>",
      "line 2, column 1:", "“optional”" },
    { HEAD "<question id='a' kind='text' when='b = yes'>" TEXT "</question>"
           "<question id='b' kind='choice'>" TEXT YES_NO "</question></guide>",
      "line 2, column 1:", "“b”, which is no earlier question" },
    { HEAD "<question id='b' kind='choice'>" TEXT YES_NO "</question>\n"
           "<question id='a' kind='text' when='b = maybe'>" TEXT "</question></guide>",
      "line 3, column 1:", "“maybe”" },
    { HEAD "<question id='b' kind='choice'>" TEXT YES_NO "</question>\n"
           "<question id='a' kind='text' when='b >= 3'>" TEXT "</question></guide>",
      "line 3, column 1:", "“3”" },
    { HEAD "<question id='a' kind='text' when='b ='>" TEXT "</question></guide>",
      "line 2, column 1:", "not a condition" },
    { HEAD "<part when='a = yes'><title>P</title><question id='a' kind='choice'>" TEXT YES_NO
           "</question></part></guide>",
      "line 2, column 1:", "“a”" },
    { HEAD "<part><question id='a' kind='say'>" TEXT "</question></part></guide>",
      "line 2, column 1:", "<title>" },
    { HEAD "<question id='a' kind='pair'>" TEXT "</question></guide>",
      "line 2, column 1:", "scale" },
    { HEAD "<question id='a' kind='text' stale-days='5'>" TEXT "</question></guide>",
      "line 2, column 1:", "“fresh-days”" },
    { HEAD "<question id='a' kind='text' fresh-days='9' stale-days='9'>" TEXT
           "</question></guide>",
      "line 2, column 1:", "more than" },
    { HEAD "<question id='a' kind='text' fresh-days='9'>" TEXT
           "<still>Still so?</still></question></guide>",
      "line 2, column 1:", "{answer}" },
    { HEAD "<question id='a' kind='text' fresh-days='9'>" TEXT
           "<still>{answer}, {name}?</still></question></guide>",
      "line 2, column 1:", "{answer}" },
    { HEAD "<objection id='x'><title>X</title></objection></guide>",
      "line 2, column 1:", "<text>" },
    { HEAD "<objection id='x'><title>X</title>" TEXT "</objection>\n<objection id='x'><title>"
           "X</title>" TEXT "</objection></guide>",
      "line 3, column 1:", "two objections “x”" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfGuide) guide = parse (cases[i].text, &error);
      g_assert_null (guide);
      g_assert_error (error, HF_MARKUP_ERROR, HF_MARKUP_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i].place)
          || strstr (error->message, cases[i].what) == NULL)
        g_error ("%s: %s", cases[i].text, error->message);
    }
}

static void
test_no_sentence_has_a_hole (void)
{
  g_autoptr (HfGuide) guide = parse_good (
      HEAD "<question id='a' kind='say'><text>{name}, {manager} left?</text>"
           "<text xml:lang='zh_CN'>{name}，{manager}走了？</text>"
           "<text>{name}, who left?</text><text>Who left?</text></question></guide>");
  GPtrArray *ways = ((HfQuestion *) guide->questions->pdata[0])->texts;
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *nobody = hf_speech_dup_text (ways, "en", fields);
  g_assert_cmpstr (nobody, ==, "Who left?");
  g_hash_table_insert (fields, (gpointer) "name", (gpointer) "Wang");
  g_hash_table_insert (fields, (gpointer) "manager", (gpointer) " ");
  g_autofree char *some = hf_speech_dup_text (ways, "en", fields);
  g_assert_cmpstr (some, ==, "Wang, who left?");
  g_hash_table_insert (fields, (gpointer) "manager", (gpointer) "老张");
  g_autofree char *all = hf_speech_dup_text (ways, "zh_CN", fields);
  g_assert_cmpstr (all, ==, "Wang，老张走了？");
}

static void
test_fields_are_spoken_in_the_guides_language (void)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (GHashTable) empty = hf_guide_fields_new (customer, NULL, NULL, "en");
  g_assert_cmpuint (g_hash_table_size (empty), ==, 0);
  customer->name = g_strdup ("王女士");
  customer->lost_on = g_strdup ("2024-03-05");
  g_autoptr (GHashTable) english = hf_guide_fields_new (customer, "ACME", NULL, "en");
  g_assert_cmpstr (g_hash_table_lookup (english, "lost_on"), ==, "5 March 2024");
  g_assert_cmpstr (g_hash_table_lookup (english, "name"), ==, "王女士");
  g_assert_cmpstr (g_hash_table_lookup (english, "firm"), ==, "ACME");
  g_assert_null (g_hash_table_lookup (english, "caller"));
  g_autoptr (GHashTable) chinese = hf_guide_fields_new (customer, NULL, NULL, "zh_CN");
  g_assert_cmpstr (g_hash_table_lookup (chinese, "lost_on"), ==, "2024年3月5日");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/guide/whole", test_a_guide_is_read_whole);
  g_test_add_func ("/guide/language", test_a_guide_may_be_written_in_chinese);
  g_test_add_func ("/guide/errors", test_errors_say_where);
  g_test_add_func ("/guide/holes", test_no_sentence_has_a_hole);
  g_test_add_func ("/guide/fields", test_fields_are_spoken_in_the_guides_language);
  return g_test_run ();
}
