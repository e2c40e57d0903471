#include "config.h"

#include <locale.h>

#include "hf-customer-match.h"
#include "hf-find-commands.h"
#include "hf-find-words.h"

static void
assert_match (const char *typed, HfCustomerMatch expected, const char *expected_reading)
{
  g_autofree char *reading = NULL;
  HfCustomerMatch match = hf_customer_match (typed, "王炳泉", "长春汽车", "C0001",
                                             "138 1234 5678", &reading);
  g_test_message ("match %s", typed);
  g_assert_cmpint (match, ==, expected);
  g_assert_cmpstr (reading, ==, expected_reading);
}

static void
test_match (void)
{
  assert_match ("c0001", HF_CUSTOMER_MATCH_CODE, NULL);
  assert_match ("C00", HF_CUSTOMER_MATCH_CODE_BEGINS, NULL);
  assert_match ("+86 13812345678", HF_CUSTOMER_MATCH_PHONE, NULL);
  assert_match ("5678", HF_CUSTOMER_MATCH_LAST_DIGITS, NULL);
  assert_match ("1381", HF_CUSTOMER_MATCH_PHONE_BEGINS, NULL);
  assert_match ("王炳泉", HF_CUSTOMER_MATCH_NAME, NULL);
  assert_match ("王", HF_CUSTOMER_MATCH_NAME_BEGINS, NULL);
  assert_match ("炳泉", HF_CUSTOMER_MATCH_IN_NAME, NULL);
  assert_match ("WBQ", HF_CUSTOMER_MATCH_NAME_READ_SO, "wang bing quan");
  assert_match ("wangb", HF_CUSTOMER_MATCH_NAME_READ_SO, "wang bing");
  assert_match ("wang bing", HF_CUSTOMER_MATCH_NAME_READ_WHOLE, "wang bing");
  assert_match ("wángbǐng", HF_CUSTOMER_MATCH_NAME_READ_WHOLE, "wang bing");
  assert_match ("bq", HF_CUSTOMER_MATCH_IN_NAME_READ_SO, "bing quan");
  assert_match ("長春", HF_CUSTOMER_MATCH_COMPANY, NULL);
  assert_match ("zcqc", HF_CUSTOMER_MATCH_COMPANY_READ_SO, "zhang chun qi che");
  assert_match ("zz", HF_CUSTOMER_MATCH_OTHER, NULL);
  assert_match ("", HF_CUSTOMER_MATCH_OTHER, NULL);
}

static void
test_match_of_little (void)
{
  g_autofree char *reading = NULL;
  g_assert_cmpint (hf_customer_match ("wang", NULL, NULL, "C1", NULL, &reading), ==,
                   HF_CUSTOMER_MATCH_OTHER);
  g_assert_null (reading);
}

/* Who is read so comes before who is only read so at first: shan is 单 before it is 上. */
static void
test_whole_syllables_come_first (void)
{
  g_autofree char *reading = NULL;
  HfCustomerMatch whole = hf_customer_match ("shan", "单田芳", NULL, "C1", NULL, &reading);
  g_free (g_steal_pointer (&reading));
  HfCustomerMatch begun = hf_customer_match ("shan", "上官勇", NULL, "C2", NULL, &reading);
  g_assert_cmpint (whole, <, begun);
}

static void
assert_customer (const char *typed, const char *name, const char *phone,
                 HfCustomerMatch expected)
{
  g_autofree char *reading = NULL;
  g_assert_cmpint (hf_customer_match (typed, name, NULL, "C1", phone, &reading), ==, expected);
}

static void
test_match_as_it_was_entered (void)
{
  assert_customer ("李小龙", "李　小龙", NULL, HF_CUSTOMER_MATCH_NAME);
  assert_customer ("李 小龙", "李小龙", NULL, HF_CUSTOMER_MATCH_NAME);
  assert_customer ("lixl", "李 小龙", NULL, HF_CUSTOMER_MATCH_NAME_READ_SO);
  assert_customer ("lü", "吕布", NULL, HF_CUSTOMER_MATCH_NAME_READ_WHOLE);
  assert_customer ("lü", "卢布", NULL, HF_CUSTOMER_MATCH_OTHER);
  assert_customer ("5678", "王", "138 1234 5678 / 0431-88881234",
                   HF_CUSTOMER_MATCH_LAST_DIGITS);
  assert_customer ("1234", "王", "138 1234 5678 / 0431-88881234",
                   HF_CUSTOMER_MATCH_LAST_DIGITS);
  assert_customer ("1234", "王", "0431-88881234转802", HF_CUSTOMER_MATCH_LAST_DIGITS);
  assert_customer ("1234", "王", "138 1234 5678", HF_CUSTOMER_MATCH_OTHER);
}

static HfFinding *
make_finding (HfFindingKind kind, const char *state)
{
  HfFinding *finding = hf_finding_new (kind);
  finding->name = g_strdup ("王炳泉");
  finding->company = g_strdup ("长春汽车");
  finding->code = g_strdup ("C0001");
  finding->phone = g_strdup ("13812345678");
  finding->state = g_strdup (state);
  finding->at = G_GINT64_CONSTANT (1000000000) * G_USEC_PER_SEC;
  return finding;
}

static void
assert_words (const HfFinding *finding, const char *title, const char *subtitle,
              const char *state)
{
  g_autofree char *is_title = hf_find_words_title (finding);
  g_autofree char *is_subtitle = hf_find_words_subtitle (finding);
  g_assert_cmpstr (is_title, ==, title);
  g_assert_cmpstr (is_subtitle, ==, subtitle);
  g_assert_cmpstr (hf_find_words_state (finding), ==, state);
}

static void
test_words (void)
{
  g_autoptr (HfFinding) customer = make_finding (HF_FINDING_CUSTOMER, "lost");
  assert_words (customer, "王炳泉", "C0001 · 长春汽车 · 138****5678", "Lost");
  g_autoptr (HfFinding) complaint = make_finding (HF_FINDING_COMPLAINT, "closed");
  complaint->number = g_strdup ("2026-7");
  complaint->words = g_strdup ("刹车\n异响");
  assert_words (complaint, "王炳泉", "2026-7 · 2001-09-09 · 刹车 异响", "Closed");
  g_autoptr (HfFinding) promise = make_finding (HF_FINDING_PROMISE, "open");
  promise->words = g_strdup ("免费复检");
  assert_words (promise, "免费复检", "王炳泉 · 2001-09-09", "To be kept");
  g_autoptr (HfFinding) nobody = hf_finding_new (HF_FINDING_COMPLAINT);
  assert_words (nobody, "Anonymous", "", "");
}

static void
test_why (void)
{
  g_autoptr (HfFinding) finding = make_finding (HF_FINDING_CUSTOMER, "lost");
  g_assert_null (hf_find_words_why (finding));
  finding->match = HF_CUSTOMER_MATCH_LAST_DIGITS;
  g_autofree char *digits = hf_find_words_why (finding);
  g_assert_cmpstr (digits, ==, "last four digits");
  finding->reading = g_strdup ("wang");
  g_autofree char *read = hf_find_words_why (finding);
  g_assert_cmpstr (read, ==, "wang");
}

static guint
count_commands (const char *typed)
{
  gsize n_commands;
  guint found = 0;
  const HfFindCommand *commands = hf_find_commands (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    found += hf_find_command_matches (&commands[i], typed);
  return found;
}

static void
test_commands (void)
{
  g_assert_cmpuint (count_commands ("complaint"), ==, 3);
  g_assert_cmpuint (count_commands ("Spread"), ==, 1);
  g_assert_cmpuint (count_commands ("pread"), ==, 0);
  g_assert_cmpuint (count_commands ("new"), ==, 4);
  g_assert_cmpuint (count_commands (""), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-words/match", test_match);
  g_test_add_func ("/find-words/match-of-little", test_match_of_little);
  g_test_add_func ("/find-words/match-whole-syllables", test_whole_syllables_come_first);
  g_test_add_func ("/find-words/match-as-entered", test_match_as_it_was_entered);
  g_test_add_func ("/find-words/words", test_words);
  g_test_add_func ("/find-words/why", test_why);
  g_test_add_func ("/find-words/commands", test_commands);
  return g_test_run ();
}
