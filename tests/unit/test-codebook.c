#include "config.h"

#include <string.h>

#include "hf-codebook.h"
#include "hf-locale.h"
#include "hf-starter.h"

/* The first level as reports and databases know it. */
static const char *const top_codes[] = {
  "staff-turnover",
  "competitor-offer",
  "channel-blocked",
  "service-lapse",
  "market-unheard",
  "weak-service-awareness",
  "price",
  "product-quality",
  "complaint-mishandled",
  "involuntary",
  "other",
  "unknown",
};

static HfCodebook *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  return hf_codebook_parse (file, error);
}

static void
test_starter_has_the_first_level (void)
{
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  guint position = 0, below = 0;
  for (guint i = 0; i < codebook->codes->len; i++)
    {
      HfCode *code = codebook->codes->pdata[i];
      if (code->parent != NULL)
        {
          below++;
          continue;
        }
      g_assert_cmpuint (position, <, G_N_ELEMENTS (top_codes));
      g_assert_cmpstr (code->id, ==, top_codes[position]);
      g_assert_cmpuint (code->position, ==, position);
      position++;
    }
  g_assert_cmpuint (position, ==, G_N_ELEMENTS (top_codes));
  g_assert_cmpuint (below, >=, 40);
}

static void
test_starter_speaks_every_language (void)
{
  static const char *const languages[] = { "en", "zh_CN", "zh_TW" };
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  for (guint i = 0; i < codebook->codes->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        HfCode *code = codebook->codes->pdata[i];
        HfWording *texts[] = { code->name, code->definition, code->include, code->exclude,
                               code->example };
        for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
          if (hf_wording_get_exact (texts[k], languages[j]) == NULL)
            g_error ("%s lacks text %zu in %s", code->id, k, languages[j]);
      }
}

static void
test_codes_are_found_by_any_name (void)
{
  static const char *const names[][2] = {
    { "price", "price" },
    { "Price", "price" },
    { "价格", "price" },
    { " PRICE ", "price" },
    { "Service-Lapse.Queues", "service-lapse.queues" },
    { "排長隊", "service-lapse.queues" },
    { "没有做好市场调查", "market-unheard" },
    { "Competitor's offer", "competitor-offer" },
  };
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HfCode *code = hf_codebook_find_by_name (codebook, names[i][0]);
      g_assert_nonnull (code);
      g_assert_cmpstr (code->id, ==, names[i][1]);
    }
  g_assert_null (hf_codebook_find_by_name (codebook, "no such reason"));
  g_assert_null (hf_codebook_find_by_name (codebook, ""));
  g_assert_null (hf_codebook_find_by_name (codebook, NULL));
}

static void
test_no_name_is_given_twice (void)
{
  g_autoptr (HfCodebook) codebook = hf_codebook_new_starter ();
  for (guint i = 0; i < codebook->codes->len; i++)
    {
      HfCode *code = codebook->codes->pdata[i];
      const char *const *languages = hf_wording_get_languages (code->name);
      for (gsize j = 0; languages[j] != NULL; j++)
        g_assert_true (
            hf_codebook_find_by_name (codebook, hf_wording_get_exact (code->name, languages[j]))
            == code);
    }
}

static void
test_names_fall_back (void)
{
  g_autoptr (HfCodebook) codebook = parse ("<codebook><code id='a'><name>Ah</name>"
                                           "<name xml:lang='zh_CN'>啊</name>"
                                           "<definition>D</definition></code></codebook>",
                                           NULL);
  g_autofree char *chinese = hf_codebook_dup_name (codebook, "a", "zh_CN");
  g_assert_cmpstr (chinese, ==, "啊");
  g_autofree char *english = hf_codebook_dup_name (codebook, "a", "fr");
  g_assert_cmpstr (english, ==, "Ah");
  g_autofree char *unknown = hf_codebook_dup_name (codebook, "gone.code", "zh_CN");
  g_assert_cmpstr (unknown, ==, "gone.code");
}

static void
test_languages_as_newer_tools_write_them (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCodebook) codebook = parse ("<codebook><code id='a'><name>Ah</name>"
                                           "<name xml:lang='zh-Hans-CN'>啊</name>"
                                           "<name xml:lang='ja'>あ</name>"
                                           "<definition>D</definition></code></codebook>",
                                           &error);
  g_assert_no_error (error);
  const HfWording *name = hf_codebook_find (codebook, "a")->name;
  g_assert_cmpstr (hf_wording_get_exact (name, "zh_CN"), ==, "啊");
  g_assert_cmpstr (hf_wording_get_exact (name, "ja"), ==, "あ");
}

static void
test_added_codes_keep_the_order (void)
{
  static const char *const order[] = { "a", "a.x", "a.y", "b" };
  g_autoptr (HfCodebook) codebook = hf_codebook_new ();
  g_assert_true (hf_codebook_add (codebook, hf_code_new ("a")));
  g_assert_true (hf_codebook_add (codebook, hf_code_new ("b")));
  for (int i = 0; i < 2; i++)
    {
      HfCode *child = hf_code_new (order[i + 1]);
      child->parent = g_strdup ("a");
      g_assert_true (hf_codebook_add (codebook, child));
      g_assert_cmpuint (child->position, ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (((HfCode *) codebook->codes->pdata[i])->id, ==, order[i]);
  g_assert_cmpstr (hf_codebook_find_top (codebook, "a.y")->id, ==, "a");
  g_assert_cmpstr (hf_codebook_find_top (codebook, "b")->id, ==, "b");
  g_assert_null (hf_codebook_find_top (codebook, "c"));
}

static void
test_codes_that_do_not_fit_are_refused (void)
{
  g_autoptr (HfCodebook) codebook = hf_codebook_new ();
  g_assert_true (hf_codebook_add (codebook, hf_code_new ("a")));
  g_assert_false (hf_codebook_add (codebook, hf_code_new ("a")));
  HfCode *orphan = hf_code_new ("b.x");
  orphan->parent = g_strdup ("b");
  g_assert_false (hf_codebook_add (codebook, orphan));
  g_assert_cmpuint (codebook->codes->len, ==, 1);
}

static void
test_errors_say_where (void)
{
  static const struct
  {
    const char *text, *place;
  } cases[] = {
    { "", "line 1, column 1:" },
    { "<guide/>", "line 1, column 1:" },
    { "<codebook>\n  <cod/></codebook>", "line 2, column 3:" },
    { "<codebook>\n\n<code id='a' colour='red'/></codebook>", "line 3, column 1:" },
    { "<codebook><code id='A b'/></codebook>", "line 1, column 11:" },
    { "<codebook><code/></codebook>", "line 1, column 11:" },
    { "<codebook>啊<b/></codebook>", "line 1, column 12:" },
    { "<codebook>\n<code id='a'><name>A</name></code></codebook>", "line 2, column 1:" },
    { "<codebook>\n<code id='a'><name> </name></code></codebook>", "line 2, column 14:" },
    { "<codebook><code id='a'><name>A</name>\n<name>B</name></code></codebook>",
      "line 2, column 1:" },
    { "<codebook><code id='a'><name>A</name><definition>D</definition>\n"
      " <code id='b.x'/></code></codebook>",
      "line 2, column 2:" },
    { "<codebook><code id='a'><name>A</name><definition>D</definition></code>\n"
      "<code id='a'><name>A</name><definition>D</definition></code></codebook>",
      "line 2, column 1:" },
    { "<codebook>\n<code id='a'></codebook>", "line 2, column 14:" },
    { "<codebook>\n<code", "line 2, column" },
    { "<codebook/>\n<codebook/>", "line 2, column 1:" },
    { "<codebook>\n \xff</codebook>", "line 2, column 2:" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfCodebook) codebook = parse (cases[i].text, &error);
      g_assert_null (codebook);
      g_assert_error (error, HF_MARKUP_ERROR, HF_MARKUP_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i].place))
        g_error ("%s: %s", cases[i].text, error->message);
    }
}

static void
test_huge_and_deep_files_are_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *huge = g_strnfill (5 * 1024 * 1024, ' ');
  g_assert_null (parse (huge, &error));
  g_assert_error (error, HF_MARKUP_ERROR, HF_MARKUP_ERROR_INVALID);
  g_clear_error (&error);
  GString *deep = g_string_new (NULL);
  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  g_assert_null (parse (deep->str, &error));
  g_assert_error (error, HF_MARKUP_ERROR, HF_MARKUP_ERROR_INVALID);
  g_string_free (deep, TRUE);
}

static void
test_a_byte_order_mark_is_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCodebook) codebook = parse ("\xEF\xBB\xBF<codebook/>", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (codebook->codes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/codebook/first-level", test_starter_has_the_first_level);
  g_test_add_func ("/codebook/languages", test_starter_speaks_every_language);
  g_test_add_func ("/codebook/find", test_codes_are_found_by_any_name);
  g_test_add_func ("/codebook/unique", test_no_name_is_given_twice);
  g_test_add_func ("/codebook/fall-back", test_names_fall_back);
  g_test_add_func ("/codebook/order", test_added_codes_keep_the_order);
  g_test_add_func ("/codebook/refused", test_codes_that_do_not_fit_are_refused);
  g_test_add_func ("/codebook/errors", test_errors_say_where);
  g_test_add_func ("/codebook/huge", test_huge_and_deep_files_are_refused);
  g_test_add_func ("/codebook/mark", test_a_byte_order_mark_is_nothing);
  g_test_add_func ("/codebook/language-tags", test_languages_as_newer_tools_write_them);
  return g_test_run ();
}
