#include "config.h"

#include <string.h>

#include "hf-field.h"
#include "hf-figures-json.h"
#include "hf-store-branch-decisions.h"
#include "hf-store-figures.h"
#include "hf-store-scorecard.h"
#include "hf-store-staff.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)

/* A manager who decides on the branch A, and then otherwise. */
static gpointer
decide (HfStoreSession *session, gpointer data, GError **error)
{
  HfJudgement decision = GPOINTER_TO_INT (data);
  g_autoptr (HfBranchDecision) made = hf_branch_decision_new ();
  if (!hf_store_branches_ensure (session, "A", &made->branch_id, error))
    return NULL;
  const char *name = hf_judgements[decision].name;
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  hf_store_session_set_staff_id (session, staff->id);
  hf_store_session_set_now (session, NOW + decision);
  made->period = g_strdup ("2026-Q1");
  made->decision = decision;
  made->proposal = HF_JUDGEMENT_TALK;
  made->note = g_strdup (decision == HF_JUDGEMENT_REWARD ? " " : "三个月后再看");
  return hf_store_branch_decisions_add (session, made, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_decisions (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_branch_decisions_list (session, period, error);
}

static void
test_decisions_are_kept (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, GINT_TO_POINTER (HF_JUDGEMENT_REWARD));
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, GINT_TO_POINTER (HF_JUDGEMENT_PENALTY));
  g_autoptr (GPtrArray) kept = hf_test_store_run (fixture, HF_STORE_READ, list_decisions,
                                                  "2026-Q1");
  g_autoptr (GPtrArray) none = hf_test_store_run (fixture, HF_STORE_READ, list_decisions,
                                                  "2026-01");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (kept->len, ==, 2);
  const HfBranchDecision *last = kept->pdata[0], *first = kept->pdata[1];
  g_assert_cmpint (last->decision, ==, HF_JUDGEMENT_PENALTY);
  g_assert_cmpint (last->proposal, ==, HF_JUDGEMENT_TALK);
  g_assert_cmpstr (last->note, ==, "三个月后再看");
  g_assert_cmpstr (last->staff, ==, "penalty");
  g_assert_cmpint (last->at, ==, NOW + HF_JUDGEMENT_PENALTY);
  g_assert_cmpstr (first->staff, ==, "reward");
  g_assert_null (first->note);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, decide,
                               GINT_TO_POINTER (HF_JUDGEMENT_TOO_FEW), NULL, &error));
  g_assert_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING);
}

/* One of a branch and a time. */
typedef struct
{
  const char *branch, *period;
  HfJudgement decision;
} Made;

static gpointer
decide_all (HfStoreSession *session, gpointer unused, GError **error)
{
  static const Made all[] = {
    { "A", "2025-12", HF_JUDGEMENT_TALK },    { "A", "2026-Q1", HF_JUDGEMENT_PENALTY },
    { "A", "2026-Q1", HF_JUDGEMENT_REWARD },  { "B", "2026-02", HF_JUDGEMENT_NONE },
    { "B", "2026-03", HF_JUDGEMENT_PENALTY }, { "B", "2025", HF_JUDGEMENT_TALK },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (HfBranchDecision) made = hf_branch_decision_new ();
      hf_store_session_set_now (session, NOW + i);
      if (!hf_store_branches_ensure (session, all[i].branch, &made->branch_id, error))
        return NULL;
      made->period = g_strdup (all[i].period);
      made->decision = all[i].decision;
      if (!hf_store_branch_decisions_add (session, made, error))
        return NULL;
    }
  return HF_STORE_DONE;
}

static gpointer
compute (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_scorecard_compute (session, period, 0, NOW, error);
}

static void
assert_made (const HfScorecard *card, guint i, const char *branch, const char *period,
             HfJudgement decision)
{
  const HfBranchDecision *made = card->decisions->pdata[i];
  g_assert_cmpstr (made->branch, ==, branch);
  g_assert_cmpstr (made->period, ==, period);
  g_assert_cmpint (made->decision, ==, decision);
}

/* The newest of each branch and time, of the times that have a day in the period. */
static void
test_a_scorecard_has_those_that_hold (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (HfPeriod) period = hf_period_new ("2026-01-15", "2026-02-15");
  g_autoptr (HfPeriod) before = hf_period_new (NULL, "2025-11-30");
  hf_test_store_run (fixture, HF_STORE_WRITE, decide_all, NULL);
  g_autoptr (HfScorecard) card = hf_test_store_run (fixture, HF_STORE_READ, compute, period);
  g_assert_cmpuint (card->decisions->len, ==, 2);
  assert_made (card, 0, "A", "2026-Q1", HF_JUDGEMENT_REWARD);
  assert_made (card, 1, "B", "2026-02", HF_JUDGEMENT_NONE);
  g_autoptr (HfScorecard) old = hf_test_store_run (fixture, HF_STORE_READ, compute, before);
  g_assert_cmpuint (old->decisions->len, ==, 1);
  assert_made (old, 0, "B", "2025", HF_JUDGEMENT_TALK);
}

static gpointer
compute_figures (HfStoreSession *session, gpointer period, GError **error)
{
  return hf_store_figures_compute (session, period, NULL, error);
}

static void
test_json_has_them (HfTestStore *fixture, gconstpointer data)
{
  static const char *const members[] = {
    "\"name\" : \"A\"",
    "\"period\" : \"2026-Q1\"",
    "\"decision\" : \"penalty\"",
    "\"proposal\" : \"talk\"",
    "\"note\" : \"三个月后再看\"",
    "\"decided_by\" : \"penalty\"",
    "\"decided_at\" : \"2026-02-02",
  };
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  hf_test_store_run (fixture, HF_STORE_WRITE, decide, GINT_TO_POINTER (HF_JUDGEMENT_PENALTY));
  g_autoptr (HfFigures) figures = hf_test_store_run (fixture, HF_STORE_READ, compute_figures,
                                                     all);
  g_autofree char *json = hf_figures_to_json (figures);
  const char *at = strstr (json, "\"decisions\"");
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_assert_nonnull (at);
      at = strstr (at, members[i]);
    }
  g_assert_nonnull (at);
}

#define ADD(path, func)                                                                        \
  g_test_add ("/branch-decisions/" path, HfTestStore, NULL, hf_test_store_set_up, func,        \
              hf_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
  ADD ("kept", test_decisions_are_kept);
  ADD ("holding", test_a_scorecard_has_those_that_hold);
  ADD ("json", test_json_has_them);
  return g_test_run ();
}
