#include "config.h"

#include <glib.h>

#include "hf-complaint.h"
#include "hf-diagnosis-recovery.h"

#define NOW 1000

/* Nobody's complaint; what is not said is not known. */
static const HfRecoveryCase asked = { .told = "no", .size = "minor" };

static void
test_states_by_hand (void)
{
  static const struct
  {
    HfRecoveryCase customer;
    int state; /* -1: not decided */
  } cases[] = {
    { { .told = "no" }, HF_RECOVERY_SILENT },
    { { .told = "yes-staff" }, -1 },
    { { .told = "yes-staff", .outcome = "quickly" }, HF_RECOVERY_QUICKLY },
    { { .told = "yes-formally", .outcome = "solved" }, HF_RECOVERY_RESOLVED },
    { { .told = "yes-formally", .outcome = "unsolved" }, HF_RECOVERY_UNRESOLVED },
    { { .told = "yes-formally", .outcome = "no-reply" }, HF_RECOVERY_UNRESOLVED },
    /* The register: answered in time, too late, without a promise. */
    { { .complained = TRUE, .due_at = 500, .answered_at = 500 }, HF_RECOVERY_QUICKLY },
    { { .complained = TRUE, .due_at = 500, .answered_at = 501 }, HF_RECOVERY_RESOLVED },
    { { .complained = TRUE, .answered_at = 400 }, HF_RECOVERY_RESOLVED },
    /* Not answered: late, not due yet, nothing promised. */
    { { .complained = TRUE, .due_at = 999 }, HF_RECOVERY_UNRESOLVED },
    { { .complained = TRUE, .due_at = 1000 }, -1 },
    { { .complained = TRUE }, -1 },
    /* What a second follow-up found goes before the answer. */
    { { .complained = TRUE, .due_at = 500, .answered_at = 400, .result = "unsatisfied" },
      HF_RECOVERY_UNRESOLVED },
    { { .complained = TRUE, .due_at = 500, .answered_at = 400, .result = "partly" },
      HF_RECOVERY_UNRESOLVED },
    { { .complained = TRUE, .due_at = 500, .answered_at = 400, .result = "satisfied" },
      HF_RECOVERY_QUICKLY },
    /* The customer's own words go before the register, and the register before silence. */
    { { .complained = TRUE, .due_at = 500, .answered_at = 400, .outcome = "no-reply" },
      HF_RECOVERY_UNRESOLVED },
    { { .complained = TRUE, .due_at = 500, .answered_at = 400, .told = "no" },
      HF_RECOVERY_QUICKLY },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfRecoveryState state;
      gboolean known = hf_diagnosis_recovery_state (&cases[i].customer, NOW, &state);
      g_assert_cmpint (known ? (int) state : -1, ==, cases[i].state);
    }
}

static void
test_customers_fall_into_their_cells (void)
{
  HfRecoveryTable table = { 0 };
  const HfRecoveryCase customers[] = {
    asked,
    { .told = "no", .size = "minor", .again = TRUE },
    { .told = "no", .size = "major" },
    { .told = "no" },
    { .told = "no", .size = "huge" },
    { .complained = TRUE, .severity = HF_COMPLAINT_MAJOR, .answered_at = 9, .again = TRUE },
    /* The register knows how serious it was. */
    { .complained = TRUE, .severity = HF_COMPLAINT_MAJOR, .size = "minor", .answered_at = 9 },
    { .complained = TRUE, .severity = HF_COMPLAINT_MINOR },
    { .complained = TRUE, .severity = HF_COMPLAINT_SEVERITY_UNKNOWN, .answered_at = 9 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    hf_diagnosis_recovery_add (&table, &customers[i], NOW);
  const HfRecoveryCell *minor = table.cells[HF_COMPLAINT_MINOR];
  const HfRecoveryCell *major = table.cells[HF_COMPLAINT_MAJOR];
  g_assert_cmpuint (minor[HF_RECOVERY_SILENT].customers, ==, 2);
  g_assert_cmpuint (minor[HF_RECOVERY_SILENT].again, ==, 1);
  g_assert_cmpuint (major[HF_RECOVERY_SILENT].customers, ==, 1);
  g_assert_cmpuint (major[HF_RECOVERY_RESOLVED].customers, ==, 2);
  g_assert_cmpuint (major[HF_RECOVERY_RESOLVED].again, ==, 1);
  g_assert_cmpuint (minor[HF_RECOVERY_RESOLVED].customers, ==, 0);
  g_assert_cmpuint (table.open, ==, 1);
  g_assert_cmpuint (table.unplaced, ==, 3);
  g_assert_cmpfloat (hf_diagnosis_recovery_share (&major[HF_RECOVERY_RESOLVED]), ==, 0.5);
  g_assert_cmpfloat (hf_diagnosis_recovery_share (&minor[HF_RECOVERY_RESOLVED]), ==, 0);
}

static void
test_ten_are_enough (void)
{
  const HfRecoveryCell nine = { 9, 9 }, ten = { 10, 0 };
  g_assert_false (hf_diagnosis_recovery_is_enough (&nine));
  g_assert_true (hf_diagnosis_recovery_is_enough (&ten));
}

/* TARP: minor 37, 46, 70, 95; major 9, 19, 54, 82. */
static void
test_published_rates (void)
{
  static const double rates[2][4] = { { 37, 46, 70, 95 }, { 9, 19, 54, 82 } };
  for (int severity = 0; severity < HF_SILENT_N_CLASSES; severity++)
    for (int state = 0; state < HF_RECOVERY_N_STATES; state++)
      g_assert_cmpfloat_with_epsilon (hf_diagnosis_recovery_published (severity, state) * 100,
                                      rates[severity][state], 1e-9);
  g_assert_cmpuint (hf_choice_count (hf_recovery_states), ==, HF_RECOVERY_N_STATES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/states", test_states_by_hand);
  g_test_add_func ("/recovery/cells", test_customers_fall_into_their_cells);
  g_test_add_func ("/recovery/enough", test_ten_are_enough);
  g_test_add_func ("/recovery/published", test_published_rates);
  return g_test_run ();
}
