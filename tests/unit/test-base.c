#include "config.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-id.h"
#include "hf-locale.h"
#include "hf-text.h"
#include "hf-time.h"

static void
test_amount_reads_what_people_write (void)
{
  static const struct
  {
    const char *text;
    gint64 amount;
  } cases[] = {
    { "0", 0 },           { "53.85", 53850 },    { "1,234.5", 1234500 }, { "¥ 12", 12000 },
    { "-3.0005", -3001 }, { "１２．５", 12500 }, { ".5", 500 },          { "0.0004", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 amount = -1;
      g_assert_true (hf_amount_parse (cases[i].text, &amount));
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

static void
test_amount_refuses_what_is_no_number (void)
{
  static const char *const bad[] = { "",    " ", "abc", "1.2.3",
                                     "1e5", "-", ".",   "9999999999999999" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 amount = 7;
      g_assert_false (hf_amount_parse (bad[i], &amount));
      g_assert_cmpint (amount, ==, 7);
    }
}

static void
test_amount_round_trip (void)
{
  g_autofree char *text = hf_amount_format (-53850);
  g_assert_cmpstr (text, ==, "-53.85");
  g_autofree char *whole = hf_amount_format (12000);
  g_assert_cmpstr (whole, ==, "12");
  g_autofree char *unknown = hf_amount_format (HF_AMOUNT_UNKNOWN);
  g_assert_cmpstr (unknown, ==, "");
}

static void
test_ids_grow (void)
{
  gint64 before = hf_id_new ();
  g_assert_cmpint (before, >, 0);
  for (int i = 0; i < 100000; i++)
    {
      gint64 id = hf_id_new ();
      g_assert_cmpint (id, >, before);
      before = id;
    }
}

static void
test_trim_knows_wide_spaces (void)
{
  g_autofree char *trimmed = hf_text_trim ("　 \t王女士\xc2\xa0\n");
  g_assert_cmpstr (trimmed, ==, "王女士");
  g_assert_true (hf_text_is_blank ("　\xc2\xa0 "));
  g_assert_null (hf_text_trim ("  "));
}

static void
test_phones_compare_equal (void)
{
  static const char *const same[] = { "13812345678", "+86 138-1234-5678", "0086 13812345678",
                                      "１３８１２３４５６７８" };
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *digits = hf_text_phone_digits (same[i]);
      g_assert_cmpstr (digits, ==, "13812345678");
    }
  g_autofree char *masked = hf_text_mask_phone ("+86 138 1234 5678");
  g_assert_cmpstr (masked, ==, "138****5678");
  g_autofree char *local = hf_text_mask_phone ("85671234");
  g_assert_cmpstr (local, ==, "856*1234");
}

static void
test_several_phones_stand_in_one_field (void)
{
  static const struct
  {
    const char *field;
    const char *numbers; /* "|" between them */
    const char *with;    /* 13900000000 in the place of the first */
  } cases[] = {
    { NULL, "", "13900000000" },
    { " ", "", "13900000000" },
    { "13812345678", "13812345678", "13900000000" },
    { "0431-85671234/13900000000", "0431-85671234|13900000000", "13900000000" },
    { "13812345678、13911112222", "13812345678|13911112222", "13900000000 / 13911112222" },
    { "13812345678；13911112222", "13812345678|13911112222", "13900000000 / 13911112222" },
    { "85671234/801", "85671234/801", "13900000000" },
    { "13812345678,\n0431 85671234 ", "13812345678|0431 85671234",
      "13900000000 / 0431 85671234" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) numbers = hf_text_split_phones (cases[i].field);
      g_autofree char *joined = g_strjoinv ("|", numbers);
      g_autofree char *with = hf_text_put_phone_first (cases[i].field, "13900000000");
      g_assert_cmpstr (joined, ==, cases[i].numbers);
      g_assert_cmpstr (with, ==, cases[i].with);
    }
  g_autofree char *dialled = hf_text_phone_uri ("0431-85671234 / 13900000000");
  g_assert_cmpstr (dialled, ==, "tel:043185671234");
}

static void
test_days_are_read (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = {
    { "2024-3-5", "2024-03-05" },
    { "2020/6/8", "2020-06-08" },
    { "2024年3月5日", "2024-03-05" },
    { "20240229", "2024-02-29" },
    { "45356", "2024-03-05" },
    { "2024.12.31 23:59", "2024-12-31" },
    { "2023-02-29", NULL },
    { "2024-13-01", NULL },
    { "2024-3-5x", NULL },
    { "yesterday", NULL },
    { "", NULL },
    { "1024-01-01", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = hf_time_parse_date (cases[i].text);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_months_are_read (void)
{
  static const char *const same[] = { "2024-3", "2024/03", "2024年3月", "202403",
                                      "2024-03-31" };
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *month = hf_time_parse_month (same[i]);
      g_assert_cmpstr (month, ==, "2024-03");
    }
  g_assert_null (hf_time_parse_month ("2024-13"));
  g_assert_null (hf_time_parse_month (""));
}

static void
test_moments_are_local (void)
{
  gint64 moment = 0;
  g_assert_true (hf_time_parse_moment ("2024-03-05 14:07:30", &moment));
  g_autofree char *text = hf_time_format_moment (moment);
  g_assert_cmpstr (text, ==, "2024-03-05 14:07");
  g_assert_false (hf_time_parse_moment ("2024-03-05 25:00", &moment));
}

static void
test_days_are_counted (void)
{
  g_autofree char *later = hf_time_add_days ("2024-02-28", 2);
  g_assert_cmpstr (later, ==, "2024-03-01");
  g_assert_cmpint (hf_time_days_between ("2024-03-01", "2024-02-28"), ==, -2);
}

/* In a process of its own: languages are chosen once. */
static void
test_the_language_shows_in_plain_locales (void)
{
  static const char *const locales[] = { "C", "C.UTF-8", "xx_XX.UTF-8" };
  if (g_test_subprocess ())
    {
      hf_locale_init ("zh_CN");
      g_assert_cmpstr (_ ("not a number"), ==, "不是数字");
      g_assert_null (g_getenv ("LOCPATH"));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_setenv ("LC_ALL", locales[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/reads", test_amount_reads_what_people_write);
  g_test_add_func ("/amount/refuses", test_amount_refuses_what_is_no_number);
  g_test_add_func ("/amount/round-trip", test_amount_round_trip);
  g_test_add_func ("/id/grow", test_ids_grow);
  g_test_add_func ("/locale/plain", test_the_language_shows_in_plain_locales);
  g_test_add_func ("/text/trim", test_trim_knows_wide_spaces);
  g_test_add_func ("/text/phones", test_phones_compare_equal);
  g_test_add_func ("/text/several-phones", test_several_phones_stand_in_one_field);
  g_test_add_func ("/time/days", test_days_are_read);
  g_test_add_func ("/time/months", test_months_are_read);
  g_test_add_func ("/time/moments", test_moments_are_local);
  g_test_add_func ("/time/count", test_days_are_counted);
  return g_test_run ();
}
