#include "config.h"

#include "hf-call-log-closures.h"
#include "hf-outcome-keys.h"
#include "hf-outcome.h"
#include "hf-review-closures.h"
#include "hf-time.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

static void
assert_when (const char *typed, const char *expected)
{
  gint64 moment = 0;
  g_assert_true (hf_call_log_read_when (typed, NOW, &moment));
  g_autofree char *read = hf_time_format_moment (moment);
  g_assert_cmpstr (read, ==, expected);
}

static void
test_when_a_call_was (void)
{
  gint64 moment;
  assert_when ("", "2026-02-02 10:00");
  assert_when (" 9:50 ", "2026-02-02 09:50");
  assert_when ("10:00", "2026-02-02 10:00");
  /* A time that is still to come was yesterday's. */
  assert_when ("18:30", "2026-02-01 18:30");
  assert_when ("2026-01-30 14:05", "2026-01-30 14:05");
  g_assert_false (hf_call_log_read_when ("2026-02-02 10:01", NOW, &moment));
  g_assert_false (hf_call_log_read_when ("25:00", NOW, &moment));
  g_assert_false (hf_call_log_read_when ("a while ago", NOW, &moment));
}

/* Every outcome has a key of its own, which is none of those that say when to call again. */
static void
test_each_outcome_has_a_key (void)
{
  gsize n_outcomes;
  hf_outcome_list (&n_outcomes);
  for (guint i = 0; i < n_outcomes; i++)
    {
      g_autofree char *label = hf_outcome_keys_dup_label (i);
      g_assert_nonnull (label);
      g_assert_cmpint (hf_outcome_keys_find (g_utf8_get_char (label)), ==, i);
      g_assert_cmpint (hf_outcome_keys_find (g_ascii_tolower (label[0])), ==, i);
    }
  for (const char *other = "HATWMBOFhatwmbof-"; *other != '\0'; other++)
    g_assert_cmpint (hf_outcome_keys_find (*other), ==, -1);
  g_assert_cmpint (hf_outcome_keys_find (0), ==, -1);
  g_assert_cmpint (hf_outcome_keys_find (0x58f9), ==, -1);
}

static void
assert_span (const char *from, const char *to, const char *expected)
{
  const HfReviewFilter filter = { .from = (char *) from, .to = (char *) to };
  g_autofree char *words = hf_review_words_span (&filter);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_days_of_reviews (void)
{
  assert_span (NULL, NULL, NULL);
  assert_span ("2026-01-01", NULL, "since 2026-01-01");
  assert_span (NULL, "2026-01-31", "until 2026-01-31");
  assert_span ("2026-01-01", "2026-01-31", "2026-01-01 to 2026-01-31");
}

static void
test_what_became_of_a_review (void)
{
  g_autofree char *none = hf_review_words_changed (0);
  g_autofree char *one = hf_review_words_changed (1);
  g_autofree char *more = hf_review_words_changed (2);
  g_assert_cmpstr (none, ==, "Handed in again; no answer was changed");
  g_assert_cmpstr (one, ==, "Handed in again; 1 answer was changed");
  g_assert_cmpstr (more, ==, "Handed in again; 2 answers were changed");
  g_autofree char *fresh = hf_review_words_before (NULL, "", "en");
  g_assert_cmpstr (fresh, ==, "Not answered before it was returned");
}

static void
test_lines_of_reviews (void)
{
  g_autoptr (HfReview) review = hf_review_new ();
  g_autoptr (HfReviewComment) comment = hf_review_comment_new ();
  review->kind = HF_INTERVIEW_THANK_YOU;
  review->ended_at = NOW;
  g_autofree char *nobody = hf_review_words_line (review);
  g_assert_cmpstr (nobody, ==, "Thank-you call · 2026-02-02 · —");
  review->staff = g_strdup ("李明");
  g_autofree char *somebody = hf_review_words_line (review);
  g_assert_cmpstr (somebody, ==, "Thank-you call · 2026-02-02 · 李明");
  comment->words = g_strdup ("请再问一次");
  g_autofree char *said = hf_review_words_comment (comment);
  g_assert_cmpstr (said, ==, "请再问一次");
  comment->staff = g_strdup ("王店长");
  g_autofree char *said_by = hf_review_words_comment (comment);
  g_assert_cmpstr (said_by, ==, "王店长: 请再问一次");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call-log-words/when", test_when_a_call_was);
  g_test_add_func ("/call-log-words/keys", test_each_outcome_has_a_key);
  g_test_add_func ("/review-words/days", test_days_of_reviews);
  g_test_add_func ("/review-words/changed", test_what_became_of_a_review);
  g_test_add_func ("/review-words/lines", test_lines_of_reviews);
  return g_test_run ();
}
