#include "config.h"

#include "hf-complaint.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-store-figures.h"
#include "hf-store-interviews.h"
#include "hf-store-purchases.h"
#include "hf-store-settings.h"
#include "hf-store-silent.h"
#include "hf-test-place.h"
#include "hf-test-store.h"

/* Monday, 2 February 2026, 10:00 in Shanghai. */
#define NOW (G_GINT64_CONSTANT (1769997600) * G_USEC_PER_SEC)
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static gpointer
compute (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfPeriod) all = hf_period_new (NULL, NULL);
  return hf_store_figures_compute (session, all, NULL, error);
}

static HfFigures *
get_figures (HfTestStore *fixture)
{
  return hf_test_store_run (fixture, HF_STORE_READ, compute, NULL);
}

static gpointer
read_ratio (HfStoreSession *session, gpointer key, GError **error)
{
  return hf_store_assumptions_find (session, key, error);
}

static HfAssumption *
get_ratio (HfTestStore *fixture, const char *key)
{
  return hf_test_store_run (fixture, HF_STORE_READ, read_ratio, key);
}

static gpointer
change_ratio (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfAssumption) ratio = hf_store_assumptions_find (
      session, HF_ASSUMPTION_COMPLAINT_RATIO, error);
  ratio->value = 40;
  return hf_store_assumptions_save (session, ratio, error) ? HF_STORE_DONE : NULL;
}

static void
test_a_choice_is_taken_back (HfTestStore *fixture, gconstpointer data)
{
  const HfSilentPreset *preset = hf_silent_preset_find ("by-loss");
  const HfOwnShare nobody = { 0 };
  g_autoptr (HfSilentChoice) choice = hf_silent_choice_new (preset, &nobody);
  g_autoptr (HfAssumption) before = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_silent_choose, choice);
  g_autoptr (HfAssumption) minor = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO);
  g_autoptr (HfAssumption) major = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR);
  g_autoptr (HfFigures) figures = get_figures (fixture);
  g_assert_cmpfloat_with_epsilon (minor->value, 1 / 0.03, 1e-9);
  g_assert_cmpfloat_with_epsilon (major->value, 1 / 0.69, 1e-9);
  g_assert_cmpstr (minor->source, ==, preset->source);
  g_assert_cmpstr (figures->silent.preset, ==, "by-loss");

  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_silent_take_back, choice);
  g_autoptr (HfAssumption) after = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO);
  g_autoptr (HfFigures) as_before = get_figures (fixture);
  g_assert_cmpfloat (after->value, ==, before->value);
  g_assert_cmpstr (after->source, ==, before->source);
  g_assert_cmpstr (as_before->silent.preset, ==, HF_SILENT_PRESET_DEFAULT);
}

/* What somebody else has changed since stays. */
static void
test_a_later_change_is_not_taken_back (HfTestStore *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const HfOwnShare nobody = { 0 };
  g_autoptr (HfSilentChoice) choice = hf_silent_choice_new (hf_silent_preset_find ("software"),
                                                            &nobody);
  hf_test_store_run (fixture, HF_STORE_WRITE, hf_store_silent_choose, choice);
  hf_test_store_run (fixture, HF_STORE_WRITE, change_ratio, NULL);
  g_assert_null (hf_store_run (fixture->store, HF_STORE_WRITE, hf_store_silent_take_back,
                               choice, NULL, &error));
  g_assert_error (error, HF_STORE_ERROR, HF_STORE_ERROR_CONFLICT);
  g_autoptr (HfAssumption) ratio = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO);
  g_autoptr (HfAssumption) major = get_ratio (fixture, HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR);
  g_assert_cmpfloat (ratio->value, ==, 40);
  g_assert_cmpfloat_with_epsilon (major->value, 1 / 0.63, 1e-9);
}

/* A customer, and what became of a problem of theirs. */
typedef struct
{
  const char *code;
  HfCustomerStatus status;
  int severity;             /* of a complaint, -1 where there is none */
  int due, answered;        /* hours after it, 0: not promised, not answered */
  const char *answers[7];   /* of an interview: question, answer, .. */
  const char *bought_month; /* NULL: nothing */
} Matter;

static const Matter matters[] = {
  { "C1", HF_CUSTOMER_ACTIVE, HF_COMPLAINT_MINOR, 24, 2 },
  { "C2", HF_CUSTOMER_LOST, HF_COMPLAINT_MINOR, 24, 30, { NULL }, "2026-02" },
  { "C3", HF_CUSTOMER_LOST, HF_COMPLAINT_MINOR, 24, 30, { NULL }, "2026-03" },
  { "C4", HF_CUSTOMER_AT_RISK, HF_COMPLAINT_MAJOR, 24, 0 },
  { "C5", HF_CUSTOMER_WON_BACK, HF_COMPLAINT_MAJOR, 0, 2 },
  { "C6",
    HF_CUSTOMER_LOST,
    -1,
    0,
    0,
    { "dissatisfied", "yes", "problem-size", "major", "told-us", "no" } },
  { "C7", HF_CUSTOMER_LOST, -1, 0, 0, { "dissatisfied", "yes", "told-us", "no" } },
  { "C8", HF_CUSTOMER_LOST, -1, 0, 0, { "dissatisfied", "no" } },
  /* In the customer's own words it was never put right. */
  { "C9",
    HF_CUSTOMER_LOST,
    HF_COMPLAINT_MINOR,
    24,
    2,
    { "told-us", "yes-formally", "told-outcome", "unsolved" } },
  /* The register does not know how serious it was. */
  { "C10", HF_CUSTOMER_ACTIVE, HF_COMPLAINT_SEVERITY_UNKNOWN, 24, 2 },
};

static gboolean
complain (HfStoreSession *session, const Matter *self, GError **error)
{
  g_autoptr (HfComplaint) complaint = hf_complaint_new ();
  complaint->customer_code = g_strdup (self->code);
  complaint->received_at = NOW;
  complaint->severity = self->severity;
  complaint->due_at = self->due > 0 ? NOW + self->due * HOUR : 0;
  if (!hf_store_complaints_save (session, complaint, error))
    return FALSE;
  hf_store_session_set_now (session, NOW + self->answered * HOUR);
  return self->answered == 0
         || hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, NULL, error);
}

static gboolean
interview (HfStoreSession *session, const Matter *self, gint64 customer_id, GError **error)
{
  g_autoptr (HfInterview) talk = hf_store_interviews_start (session, customer_id,
                                                            HF_INTERVIEW_LOST, "en", error);
  for (gsize i = 0; talk != NULL && i < 6 && self->answers[i] != NULL; i += 2)
    {
      g_autoptr (HfAnswer) answer = hf_answer_new ();
      answer->interview_id = talk->id;
      answer->question = g_strdup (self->answers[i]);
      answer->value = g_strdup (self->answers[i + 1]);
      if (!hf_store_answers_save (session, answer, error))
        return FALSE;
    }
  return talk != NULL;
}

static gpointer
add_matter (HfStoreSession *session, gpointer input, GError **error)
{
  const Matter *self = input;
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  g_autoptr (HfPurchase) purchase = hf_purchase_new ();
  hf_store_session_set_now (session, NOW);
  customer->code = g_strdup (self->code);
  customer->name = g_strdup (self->code);
  customer->status = self->status;
  if (!hf_store_customers_save (session, customer, error))
    return NULL;
  purchase->customer_id = customer->id;
  purchase->customer_code = g_strdup (self->code);
  purchase->month = g_strdup (self->bought_month);
  purchase->amount = 1000;
  if ((self->bought_month != NULL && !hf_store_purchases_save (session, purchase, error))
      || (self->severity >= 0 && !complain (session, self, error))
      || (self->answers[0] != NULL && !interview (session, self, customer->id, error)))
    return NULL;
  return HF_STORE_DONE;
}

static void
assert_cell (const HfFigures *figures, int severity, HfRecoveryState state, guint customers,
             guint again)
{
  const HfRecoveryCell *cell = &figures->recovery.cells[severity][state];
  g_assert_cmpuint (cell->customers, ==, customers);
  g_assert_cmpuint (cell->again, ==, again);
}

static void
test_who_bought_again_is_counted (HfTestStore *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (matters); i++)
    hf_test_store_run (fixture, HF_STORE_WRITE, add_matter, &matters[i]);
  g_autoptr (HfFigures) figures = get_figures (fixture);
  /* C7: silent, but nobody knows about what; C8 was not dissatisfied. */
  assert_cell (figures, HF_COMPLAINT_MINOR, HF_RECOVERY_SILENT, 0, 0);
  assert_cell (figures, HF_COMPLAINT_MINOR, HF_RECOVERY_UNRESOLVED, 1, 0);
  /* What was bought in the month of the complaint may be from before it. */
  assert_cell (figures, HF_COMPLAINT_MINOR, HF_RECOVERY_RESOLVED, 2, 1);
  assert_cell (figures, HF_COMPLAINT_MINOR, HF_RECOVERY_QUICKLY, 1, 1);
  assert_cell (figures, HF_COMPLAINT_MAJOR, HF_RECOVERY_SILENT, 1, 0);
  assert_cell (figures, HF_COMPLAINT_MAJOR, HF_RECOVERY_UNRESOLVED, 1, 0);
  assert_cell (figures, HF_COMPLAINT_MAJOR, HF_RECOVERY_RESOLVED, 1, 1);
  assert_cell (figures, HF_COMPLAINT_MAJOR, HF_RECOVERY_QUICKLY, 0, 0);
  g_assert_cmpuint (figures->recovery.open, ==, 0);
  g_assert_cmpuint (figures->recovery.unplaced, ==, 2);
  g_assert_cmpuint (figures->complaints.by_severity[HF_COMPLAINT_SEVERITY_UNKNOWN], ==, 1);
  g_assert_cmpuint (figures->silent.classes[HF_SILENT_UNPLACED].logged, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->silent.dissatisfied,
                                  25.0 * figures->complaints.logged, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_test_place_check ();
#define ADD(path, function)                                                                    \
  g_test_add (path, HfTestStore, NULL, hf_test_store_set_up, function, hf_test_store_tear_down)
  ADD ("/silent-figures/choice", test_a_choice_is_taken_back);
  ADD ("/silent-figures/conflict", test_a_later_change_is_not_taken_back);
  ADD ("/silent-figures/recovery", test_who_bought_again_is_counted);
#undef ADD
  return g_test_run ();
}
