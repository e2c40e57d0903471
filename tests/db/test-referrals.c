#include "config.h"

#include "hf-merge-choices.h"
#include "hf-store-customers.h"
#include "hf-store-interviews.h"
#include "hf-store-merges.h"
#include "hf-store-referrals.h"
#include "hf-store-starter.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

static gpointer
add_customer (HfStoreSession *session, gpointer code_and_phone, GError **error)
{
  const char *const *given = code_and_phone;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup (given[0]);
  customer->name = g_strdup_printf ("客户 %s", given[0]);
  customer->phone = g_strdup (given[1]);
  return hf_store_customers_save (session, customer, error) ? HF_STORE_DONE : NULL;
}

static void
add (HfTestStore *fixture, const char *code, const char *phone)
{
  const char *const given[] = { code, phone };
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, (gpointer) given);
}

static void
set_up (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_set_up (fixture, data);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_starter_fill, NULL);
  add (fixture, "C1", "13900000001");
}

static gint64
key_of (HfStoreSession *session, const char *code)
{
  gint64 id = 0;
  g_assert_true (hf_store_customers_find_id (session, code, &id, NULL));
  return id;
}

/* In the thank-you call, C1 answers these questions: question, value, .. */
static gpointer
hold_call (HfStoreSession *session, gpointer answers, GError **error)
{
  const char *const *given = answers;
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      session, key_of (session, "C1"), HF_INTERVIEW_THANK_YOU, "en", error);
  for (gsize i = 0; interview != NULL && given[i] != NULL; i += 2)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = interview->id;
      answer->question = g_strdup (given[i]);
      answer->value = g_strdup (given[i + 1]);
      if (!hf_store_answers_save (session, answer, error))
        return NULL;
    }
  return interview != NULL
                 && hf_store_interviews_finish (session, interview, "completed",
                                                HF_INTERVIEW_COMPLETED, 0, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
name_somebody (HfTestStore *fixture, const char *value)
{
  const char *const answers[] = { "referral", "yes", "referred", value, NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, (gpointer) answers);
}

static gpointer
list_named (HfStoreSession *session, gpointer code, GError **error)
{
  return hf_store_referrals_list (session, key_of (session, code), error);
}

static gpointer
find_namer (HfStoreSession *session, gpointer code, GError **error)
{
  HfReferral *referral = NULL;
  g_assert_true (hf_store_referrals_find (session, key_of (session, code), &referral, error));
  return referral != NULL ? (gpointer) referral : g_new0 (HfReferral, 1);
}

static void
assert_namer (HfTestStore *fixture, const char *code, const char *title)
{
  g_autoptr (HfReferral) referral = hf_test_store_run (fixture, HF_STORE_READ, find_namer,
                                                       (gpointer) code);
  g_assert_cmpstr (referral->other_title, ==, title);
}

/* Whom C1 named last, and whom they became. */
static void
assert_named (HfTestStore *fixture, guint count, const char *name, const char *became)
{
  g_autoptr (GPtrArray) named = hf_test_store_run (fixture, HF_STORE_READ, list_named,
                                                   (gpointer) "C1");
  g_assert_cmpuint (named->len, ==, count);
  if (count == 0)
    return;
  const HfReferral *referral = named->pdata[0];
  g_assert_cmpstr (referral->name, ==, name);
  g_assert_cmpstr (referral->other_title, ==, became);
}

static void
test_whoever_has_the_number_was_named (HfTestStore *fixture, gconstpointer data)
{
  name_somebody (fixture, "李雷\n138 1234 5678");
  assert_named (fixture, 1, "李雷", NULL);
  add (fixture, "C2", "+86 138-1234-5678");
  assert_named (fixture, 1, "李雷", "客户 C2");
  assert_namer (fixture, "C2", "客户 C1");
  assert_namer (fixture, "C1", NULL);
}

/* A customer of long standing did not come through somebody who names them now. */
static void
test_who_was_there_before_did_not_come_by_it (HfTestStore *fixture, gconstpointer data)
{
  add (fixture, "C2", "13812345678");
  name_somebody (fixture, "李雷\n13812345678");
  assert_named (fixture, 1, "李雷", "客户 C2");
  assert_namer (fixture, "C2", NULL);
}

static gpointer
link_last (HfStoreSession *session, gpointer code, GError **error)
{
  g_autoptr (GPtrArray) named = hf_store_referrals_list (session, key_of (session, "C1"),
                                                         error);
  return hf_store_referrals_link (session, ((HfReferral *) named->pdata[0])->id,
                                  key_of (session, code), error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_a_name_alone_is_linked_by_hand (HfTestStore *fixture, gconstpointer data)
{
  name_somebody (fixture, "韩梅梅");
  add (fixture, "C2", NULL);
  assert_named (fixture, 1, "韩梅梅", NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, link_last, (gpointer) "C2");
  assert_named (fixture, 1, "韩梅梅", "客户 C2");
  assert_namer (fixture, "C2", "客户 C1");
}

static gpointer
merge (HfStoreSession *session, gpointer codes, GError **error)
{
  const char *const *given = codes;
  gint64 merge_id = 0;
  g_autoptr (HfCustomer) kept = hf_store_customers_find (session, given[0], error);
  g_autoptr (HfCustomer) gone = hf_store_customers_find (session, given[1], error);
  g_auto (HfMergeChoices) choices;
  hf_merge_choices_guess (&choices, kept, gone);
  return hf_store_customers_merge (session, kept, gone, &choices, &merge_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_a_merge_keeps_both_ends (HfTestStore *fixture, gconstpointer data)
{
  static const char *const became[] = { "C3", "C2" }, *const named[] = { "C4", "C1" };
  name_somebody (fixture, "韩梅梅");
  add (fixture, "C2", NULL);
  add (fixture, "C3", "13900000003");
  add (fixture, "C4", "13900000004");
  hf_test_store_run (fixture, HF_STORE_WRITE, link_last, (gpointer) "C2");
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, (gpointer) became);
  assert_named (fixture, 1, "韩梅梅", "客户 C3");
  hf_test_store_run (fixture, HF_STORE_WRITE, merge, (gpointer) named);
  assert_namer (fixture, "C3", "客户 C4");
}

static void
test_who_named_nobody_has_none (HfTestStore *fixture, gconstpointer data)
{
  static const char *const answers[] = { "referral", "no", NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, (gpointer) answers);
  assert_named (fixture, 0, NULL, NULL);
}

static gpointer
list_timeline (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_timeline_list (session, key_of (session, "C1"), HF_TIMELINE_NEED, NULL, 9,
                                 error);
}

static void
test_needs_are_on_the_timeline (HfTestStore *fixture, gconstpointer data)
{
  static const char *const answers[] = { "needs", "要换大车", "what-else", "早点提醒",
                                         "liked", "态度好",   NULL };
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, (gpointer) answers);
  g_autoptr (GPtrArray) needs = hf_test_store_run (fixture, HF_STORE_READ, list_timeline, NULL);
  g_assert_cmpuint (needs->len, ==, 2);
  for (guint i = 0; i < needs->len; i++)
    {
      const HfTimelineEntry *entry = needs->pdata[i];
      g_assert_true (g_str_equal (entry->words, "要换大车")
                     || g_str_equal (entry->words, "早点提醒"));
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/referrals/" path, HfTestStore, NULL, set_up, func, hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("number", test_whoever_has_the_number_was_named);
  ADD ("before", test_who_was_there_before_did_not_come_by_it);
  ADD ("by-hand", test_a_name_alone_is_linked_by_hand);
  ADD ("merge", test_a_merge_keeps_both_ends);
  ADD ("nobody", test_who_named_nobody_has_none);
  ADD ("needs", test_needs_are_on_the_timeline);
  return g_test_run ();
}
