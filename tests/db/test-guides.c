#include "config.h"

#include <string.h>

#include "hf-guide.h"
#include "hf-starter.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-interviews.h"
#include "hf-store-starter.h"
#include "hf-store-timeline.h"
#include "hf-store.h"
#include "hf-test-care.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

#define GUIDE(title)                                                                           \
  "<guide code='own' version='1' kind='low_score'><title>" title "</title>"                    \
  "<question id='a' kind='say'><text>A</text></question></guide>"

static gpointer
try_run (HfTestStore *fixture, HfStoreAccess access, HfStoreFunc func, gpointer input,
         GError **error)
{
  return hf_store_run (fixture->store, access, func, input, NULL, error);
}

static void
set_up (HfTestStore *fixture, gconstpointer data)
{
  hf_test_store_set_up (fixture, data);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_starter_fill, NULL);
}

static gpointer
get_latest (HfStoreSession *session, gpointer kind, GError **error)
{
  return hf_store_guides_get_latest (session, *(HfInterviewKind *) kind, error);
}

/* The code and version with which a call of this kind is led. */
static void
assert_latest (HfTestStore *fixture, HfInterviewKind kind, const char *expected)
{
  g_autoptr (HfStoredGuide) guide = hf_test_store_run (fixture, HF_STORE_READ, get_latest,
                                                       &kind);
  g_autofree char *latest = g_strdup_printf ("%s %d", guide->code, guide->version);
  g_assert_cmpstr (latest, ==, expected);
  g_assert_false (guide->draft);
}

static gpointer
begin_draft (HfStoreSession *session, gpointer xml, GError **error)
{
  return hf_store_guides_begin_draft (session, "low-score", HF_INTERVIEW_LOW_SCORE, xml, error);
}

static gpointer
save_draft (HfStoreSession *session, gpointer draft, GError **error)
{
  return hf_store_guides_save_draft (session, draft, error) ? HF_STORE_DONE : NULL;
}

static gpointer
publish (HfStoreSession *session, gpointer draft, GError **error)
{
  return hf_store_guides_publish (session, draft, error) ? HF_STORE_DONE : NULL;
}

static gpointer
discard (HfStoreSession *session, gpointer draft, GError **error)
{
  return hf_store_guides_discard (session, draft, error) ? HF_STORE_DONE : NULL;
}

static void
test_every_kind_has_a_guide (HfTestStore *fixture, gconstpointer data)
{
  assert_latest (fixture, HF_INTERVIEW_LOST, "lost-customer 1");
  assert_latest (fixture, HF_INTERVIEW_THANK_YOU, "thank-you 1");
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 1");
  assert_latest (fixture, HF_INTERVIEW_FOLLOW_UP, "follow-up 1");
  assert_latest (fixture, HF_INTERVIEW_WIN_BACK, "win-back 1");
}

static void
test_a_draft_is_used_once_it_is_published (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfStoredGuide) draft = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                       (gpointer) GUIDE ("One"));
  g_assert_true (draft->draft);
  g_assert_cmpint (draft->version, ==, 2);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 1");

  g_autoptr (HfStoredGuide) same = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                      (gpointer) GUIDE ("Two"));
  g_assert_cmpint (same->id, ==, draft->id);
  g_assert_cmpstr (same->xml, ==, GUIDE ("One"));
  g_free (draft->xml);
  draft->xml = g_strdup ("<guide");
  hf_test_store_run (fixture, HF_STORE_WRITE, save_draft, draft);
  g_free (draft->xml);
  draft->xml = g_strdup (GUIDE ("Three"));
  hf_test_store_run (fixture, HF_STORE_WRITE, publish, draft);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 2");
}

static void
test_a_published_version_never_changes (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfStoredGuide) draft = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                       (gpointer) GUIDE ("One"));
  g_autoptr (HfStoredGuide) late = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                      (gpointer) GUIDE ("One"));
  const HfStoreFunc ways[] = { save_draft, publish, discard };
  hf_test_store_run (fixture, HF_STORE_WRITE, publish, draft);
  late->revision = draft->revision;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (try_run (fixture, HF_STORE_WRITE, ways[i], late, &error));
      g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
    }
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 2");
}

static void
test_two_desks_do_not_overwrite_a_draft (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStoredGuide) mine = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                      (gpointer) GUIDE ("One"));
  g_autoptr (HfStoredGuide) theirs = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                        (gpointer) GUIDE ("One"));
  hf_test_store_run (fixture, HF_STORE_WRITE, save_draft, theirs);
  g_assert_null (try_run (fixture, HF_STORE_WRITE, save_draft, mine, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  hf_test_store_run (fixture, HF_STORE_WRITE, discard, theirs);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 1");
}

/* What the firm made of a guide outlives the next start of the program. */
static void
test_a_starter_guide_takes_nothing_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfStoredGuide) draft = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                       (gpointer) GUIDE ("One"));
  hf_test_store_run (fixture, HF_STORE_WRITE, publish, draft);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_starter_fill, NULL);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 2");
}

typedef struct
{
  gint64 id;
  gboolean retired;
} Retirement;

static gpointer
retire (HfStoreSession *session, gpointer input, GError **error)
{
  const Retirement *retirement = input;
  return hf_store_guides_retire (session, retirement->id, retirement->retired, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
test_one_guide_of_each_kind_stays_in_use (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HfInterviewKind kind = HF_INTERVIEW_LOW_SCORE;
  g_autoptr (HfStoredGuide) first = hf_test_store_run (fixture, HF_STORE_READ, get_latest,
                                                       &kind);
  g_autoptr (HfStoredGuide) draft = hf_test_store_run (fixture, HF_STORE_WRITE, begin_draft,
                                                       (gpointer) GUIDE ("One"));
  Retirement retirement = { first->id, TRUE };
  g_assert_null (try_run (fixture, HF_STORE_WRITE, retire, &retirement, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_INVALID);
  hf_test_store_run (fixture, HF_STORE_WRITE, publish, draft);
  retirement.id = draft->id;
  hf_test_store_run (fixture, HF_STORE_WRITE, retire, &retirement);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 1");
  retirement.retired = FALSE;
  hf_test_store_run (fixture, HF_STORE_WRITE, retire, &retirement);
  assert_latest (fixture, HF_INTERVIEW_LOW_SCORE, "low-score 2");
}

static gpointer
add_customer (HfStoreSession *session, gpointer id, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  customer->code = g_strdup ("C1");
  customer->need = 1250500;
  complaint->customer_code = g_strdup ("C1");
  complaint->channel = HF_COMPLAINT_PHONE;
  complaint->words = g_strdup ("Too slow");
  complaint->wish = g_strdup ("A call back");
  complaint->received_at = hf_store_session_get_now (session);
  if (!hf_store_customers_save (session, customer, error)
      || !hf_store_complaints_save (session, complaint, error))
    return NULL;
  *(gint64 *) id = customer->id;
  return HF_STORE_DONE;
}

static gpointer
list_known (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_answers_list_known (session, *(gint64 *) id, 0, error);
}

static void
test_what_was_told_otherwise_is_known (HfTestStore *fixture, gconstpointer data)
{
  gint64 id = 0;
  guint found = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, &id);
  g_autoptr (GPtrArray) known = hf_test_store_run (fixture, HF_STORE_READ, list_known, &id);
  for (guint i = 0; i < known->len; i++)
    {
      const HfAnswer *answer = known->pdata[i];
      if (strcmp (answer->question, "wish") == 0)
        {
          g_assert_cmpstr (answer->value, ==, "A call back");
          g_assert_cmpstr (answer->channel, ==, "phone");
          found++;
        }
      else if (strcmp (answer->question, "need") == 0)
        {
          g_assert_cmpstr (answer->value, ==, "1250.5");
          g_assert_cmpstr (answer->channel, ==, HF_ANSWER_FROM_FILE);
          found++;
        }
      g_assert_cmpint (answer->at, >, 0);
    }
  g_assert_cmpuint (found, ==, 2);
  g_assert_cmpuint (known->len, ==, 2);
}

typedef struct
{
  gint64 customer_id;
  HfInterviewKind kind;
  const char *const *answers; /* question, value, .. */
} Call;

static gpointer
hold_call (HfStoreSession *session, gpointer input, GError **error)
{
  const Call *call = input;
  return hf_test_care_hold (session, call->customer_id, call->kind, call->answers, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, NULL, error);
}

static void
test_figures_of_thanks_by_hand (HfTestStore *fixture, gconstpointer data)
{
  static const char *const happy[] = {
    "satisfaction", "5",   "initiative", "3",   "repurchase", "5",
    "recommend",    "10",  "resistance", "1",   "referred",   "李雷\n138",
    "need",         "900", "gesture",    "yes", NULL
  };
  static const char *const cool[] = { "satisfaction", "3", "recommend", "6",
                                      "referred",     "",  NULL };
  static const char *const offered[] = { "offer", "Free check", "offer-result", "considering",
                                         NULL };
  static const char *const taken[] = { "offer", "Free check", "offer-result", "accepted",
                                       NULL };
  static const char *const lost[] = { "win-back-call", "yes", NULL };
  gint64 id = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, &id);
  Call calls[] = { { id, HF_INTERVIEW_THANK_YOU, happy },
                   { id, HF_INTERVIEW_THANK_YOU, cool },
                   { id, HF_INTERVIEW_LOST, lost },
                   { id, HF_INTERVIEW_WIN_BACK, offered },
                   { id, HF_INTERVIEW_WIN_BACK, taken } };
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    hf_test_store_run (fixture, HF_STORE_WRITE, hold_call, &calls[i]);
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
  static const double scores[] = { 75, 50, 100, 80, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_assert_cmpfloat_with_epsilon (figures->thanks.factors[i].score, scores[i], 1e-9);
      g_assert_cmpfloat_with_epsilon (figures->thanks.factors[i].weight, 0.2, 1e-9);
    }
  g_assert_cmpuint (figures->thanks.factors[0].answers, ==, 2);
  g_assert_cmpuint (figures->thanks.factors[1].answers, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->thanks.loyalty, 61, 1e-9);
  g_assert_cmpuint (figures->thanks.called, ==, 2);
  g_assert_cmpuint (figures->thanks.promoters.promoters, ==, 1);
  g_assert_cmpuint (figures->thanks.promoters.detractors, ==, 1);
  g_assert_cmpfloat (figures->thanks.promoters.score, ==, 0);
  g_assert_cmpuint (figures->thanks.referrals, ==, 1);
  g_assert_cmpuint (figures->thanks.needs, ==, 1);
  g_assert_cmpuint (figures->thanks.gestures, ==, 1);
  g_assert_cmpuint (figures->win_back.allowed, ==, 1);
  g_assert_cmpuint (figures->win_back.offered, ==, 1);
  g_assert_cmpuint (figures->win_back.accepted, ==, 1);
  g_assert_cmpuint (figures->win_back.considering, ==, 0);
}

static gpointer
list_timeline (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_timeline_list (session, *(gint64 *) id, HF_TIMELINE_ALL, NULL, 100, error);
}

static void
test_offers_and_referrals_are_on_the_timeline (HfTestStore *fixture, gconstpointer data)
{
  static const char *const thanked[] = { "referred", "李雷\n138", NULL };
  static const char *const offered[] = { "offer", "Free check", "offer-result", "declined",
                                         NULL };
  gint64 id = 0;
  guint found = 0;
  hf_test_store_run (fixture, HF_STORE_WRITE, add_customer, &id);
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call,
                     &(Call){ id, HF_INTERVIEW_THANK_YOU, thanked });
  hf_test_store_run (fixture, HF_STORE_WRITE, hold_call,
                     &(Call){ id, HF_INTERVIEW_WIN_BACK, offered });
  g_autoptr (GPtrArray) timeline = hf_test_store_run (fixture, HF_STORE_READ, list_timeline,
                                                      &id);
  for (guint i = 0; i < timeline->len; i++)
    {
      const HfTimelineEntry *entry = timeline->pdata[i];
      if (entry->kind == HF_TIMELINE_REFERRAL)
        {
          g_assert_cmpstr (entry->words, ==, "李雷 · 138");
          found++;
        }
      if (entry->kind != HF_TIMELINE_OFFER)
        continue;
      g_assert_cmpstr (entry->words, ==, "Free check");
      g_assert_cmpstr (entry->state, ==, "declined");
      found++;
    }
  g_assert_cmpuint (found, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();

#define ADD(name, func)                                                                        \
  g_test_add ("/guides/" name, HfTestStore, NULL, set_up, func, hf_test_store_tear_down)
  ADD ("kinds", test_every_kind_has_a_guide);
  ADD ("draft", test_a_draft_is_used_once_it_is_published);
  ADD ("published", test_a_published_version_never_changes);
  ADD ("two-desks", test_two_desks_do_not_overwrite_a_draft);
  ADD ("starter", test_a_starter_guide_takes_nothing_back);
  ADD ("retire", test_one_guide_of_each_kind_stays_in_use);
  ADD ("known", test_what_was_told_otherwise_is_known);
  ADD ("figures", test_figures_of_thanks_by_hand);
  ADD ("timeline", test_offers_and_referrals_are_on_the_timeline);
  return g_test_run ();
}
