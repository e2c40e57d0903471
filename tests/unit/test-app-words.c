#include "config.h"

#include <gio/gio.h>

#include "hf-amount.h"
#include "hf-number-words.h"
#include "hf-shell-closures.h"
#include "hf-translations.h"

#define NBSP "\u00a0"

static void
test_counts_have_their_thousands_apart (void)
{
  static const struct
  {
    double count;
    const char *words;
  } cases[] = {
    { 0, "0" },          { 7, "7" },          { 999, "999" },
    { 1000, "1,000" },   { 2880.4, "2,880" }, { 999999.5, "1,000,000" },
    { -1234, "-1,234" }, { -0.2, "0" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_number_words_count (cases[i].count);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_small_shares_keep_a_decimal (void)
{
  static const struct
  {
    double share;
    const char *words;
  } cases[] = {
    { 0, "0" NBSP "%" },       { 0.32, "32" NBSP "%" }, { 0.0449, "4.5" NBSP "%" },
    { 0.0996, "10" NBSP "%" }, { 1, "100" NBSP "%" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_number_words_percent (cases[i].share);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_shares_as_people_say_them (void)
{
  static const struct
  {
    double share;
    const char *words;
  } cases[] = {
    { 1.0 / 25, "1 in 25" }, { 0.17, "1 in 5.9" }, { 0.5, "1 in 2" },
    { 1, "1 in 1" },         { 0, "–" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_number_words_one_in (cases[i].share);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_amounts_have_their_currency (void)
{
  g_autofree char *with = hf_number_words_amount (12400500 * HF_AMOUNT_UNIT, "CNY");
  g_autofree char *without = hf_number_words_amount (1500, NULL);
  g_assert_cmpstr (with, ==, "CNY 12,400,500");
  g_assert_cmpstr (without, ==, "2");
}

static void
test_large_amounts_are_short (void)
{
  static const struct
  {
    gint64 amount;
    const char *words;
  } cases[] = {
    { 999999, "CNY 999,999" },    { 1000000, "CNY 1.00 M" },     { 9344086, "CNY 9.34 M" },
    { -12345678, "CNY -12.3 M" }, { 1234567890, "CNY 1,235 M" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hf_number_words_amount_short (cases[i].amount * HF_AMOUNT_UNIT,
                                                             "CNY");
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_autofree char *bare = hf_number_words_amount_short (2500000 * HF_AMOUNT_UNIT, NULL);
  g_assert_cmpstr (bare, ==, "2.50 M");
}

static void
test_badges (void)
{
  g_autofree char *few = hf_shell_badge (NULL, 7);
  g_autofree char *many = hf_shell_badge (NULL, 100);
  g_autofree char *label = hf_shell_page_label ("Today", 7);
  g_autofree char *nothing = hf_shell_page_label ("Today", 0);
  g_assert_cmpstr (few, ==, "7");
  g_assert_cmpstr (many, ==, "99+");
  g_assert_cmpstr (label, ==, "Today, 7 due");
  g_assert_cmpstr (nothing, ==, "Today");
  g_assert_true (hf_shell_shows_badge (NULL, 1, FALSE));
  g_assert_false (hf_shell_shows_badge (NULL, 1, TRUE));
  g_assert_false (hf_shell_shows_badge (NULL, 0, FALSE));
  g_assert_true (hf_shell_shows_dot (NULL, 1, TRUE));
  g_assert_false (hf_shell_shows_dot (NULL, 0, TRUE));
}

static void
test_state_of_the_database (void)
{
  /* 12:03 in Shanghai, where the tests live. */
  gint64 noon = G_GINT64_CONSTANT (1719979380) * G_USEC_PER_SEC;
  g_autofree char *saved = hf_shell_saved (noon, FALSE);
  g_autofree char *at_first = hf_shell_saved (0, FALSE);
  g_autofree char *lost = hf_shell_saved (noon, TRUE);
  g_autofree char *name = hf_shell_database_name (NULL, "/home/li/长春示范店.huifang");
  g_autofree char *none = hf_shell_database_name (NULL, NULL);
  g_assert_cmpstr (saved, ==, "Saved 12:03");
  g_assert_cmpstr (at_first, ==, "Everything is saved");
  g_assert_cmpstr (lost, ==, "What you type is not kept");
  g_assert_cmpstr (name, ==, "长春示范店.huifang");
  g_assert_cmpstr (none, ==, "");
}

static void
test_translations_are_counted_honestly (void)
{
  g_autofree char *nearly = hf_translations_describe ("简体中文", 999, 1000);
  g_autofree char *whole = hf_translations_describe ("English", 1, 1);
  g_autofree char *unknown = hf_translations_describe ("Français", 0, 0);
  g_assert_cmpstr (nearly, ==, "简体中文: 99 %");
  g_assert_cmpstr (whole, ==, "English: 100 %");
  g_assert_cmpstr (unknown, ==, "Français");

  g_auto (GStrv) lines = hf_translations_list ();
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_strv_contains ((const char *const *) lines, "English: 100 %"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-words/counts", test_counts_have_their_thousands_apart);
  g_test_add_func ("/number-words/shares", test_small_shares_keep_a_decimal);
  g_test_add_func ("/number-words/one-in", test_shares_as_people_say_them);
  g_test_add_func ("/number-words/amounts", test_amounts_have_their_currency);
  g_test_add_func ("/number-words/short", test_large_amounts_are_short);
  g_test_add_func ("/shell/badges", test_badges);
  g_test_add_func ("/shell/state", test_state_of_the_database);
  g_test_add_func ("/translations/shares", test_translations_are_counted_honestly);
  return g_test_run ();
}
