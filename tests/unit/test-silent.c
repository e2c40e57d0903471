#include "config.h"

#include <glib.h>
#include <math.h>

#include "hf-complaint.h"
#include "hf-silent-preset.h"
#include "hf-source-conflict.h"

static HfSilentFigures
make_figures (guint minor, guint major, double minor_ratio, double major_ratio)
{
  HfSilentFigures figures = { .people_told = 9 };
  figures.classes[HF_COMPLAINT_MINOR] = (HfSilentClass){ minor, minor_ratio, 0.37 };
  figures.classes[HF_COMPLAINT_MAJOR] = (HfSilentClass){ major, major_ratio, 0.09 };
  return figures;
}

/* 30 x 25 = 750, less 30 are 720, of whom 63 % go; 10 x 2 = 20, less 10 are 10, 91 % go. */
static void
test_classes_by_hand (void)
{
  HfSilentFigures figures = make_figures (30, 10, 25, 2);
  g_assert_true (hf_diagnosis_silent_classes (&figures));
  const HfSilentClass *minor = &figures.classes[HF_COMPLAINT_MINOR];
  const HfSilentClass *major = &figures.classes[HF_COMPLAINT_MAJOR];
  g_assert_cmpfloat_with_epsilon (minor->dissatisfied, 750, 1e-9);
  g_assert_cmpfloat_with_epsilon (minor->silent, 720, 1e-9);
  g_assert_cmpfloat_with_epsilon (minor->silent_and_lost, 453.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (major->dissatisfied, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (major->silent, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (major->silent_and_lost, 9.1, 1e-9);

  g_assert_cmpfloat_with_epsilon (figures.dissatisfied, 770, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.silent, 730, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.silent_and_lost, 462.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.ratio, 770 / 40.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.stay_rate, 1 - 462.7 / 730, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.reach, 770 * 9, 1e-9);
}

/* They count in all and in no class, by the shares of minor problems. */
static void
test_what_is_in_no_class_counts_in_all (void)
{
  HfSilentFigures figures = make_figures (30, 10, 25, 2);
  figures.classes[HF_SILENT_UNPLACED].logged = 4;
  g_assert_true (hf_diagnosis_silent_classes (&figures));
  const HfSilentClass *unplaced = &figures.classes[HF_SILENT_UNPLACED];
  g_assert_cmpfloat_with_epsilon (unplaced->dissatisfied, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (unplaced->silent, 96, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.classes[HF_COMPLAINT_MINOR].silent, 720, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.classes[HF_COMPLAINT_MAJOR].silent, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.dissatisfied, 870, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.silent, 826, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.ratio, 870 / 44.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.stay_rate, 1 - figures.silent_and_lost / 826, 1e-9);

  HfSilentEstimate estimate;
  g_assert_true (
      hf_silent_preset_estimate (hf_silent_preset_find ("by-loss"), &figures, &estimate));
  g_assert_cmpfloat_with_epsilon (estimate.dissatisfied, 34 / 0.03 + 10 / 0.69, 1e-9);
}

/* What agrees in both classes is that number, and no other near it. */
static void
test_equal_classes_keep_their_values (void)
{
  HfSilentFigures figures = make_figures (31, 9, 25, 25);
  figures.classes[HF_COMPLAINT_MAJOR].stay_rate = 0.37;
  g_assert_true (hf_diagnosis_silent_classes (&figures));
  g_assert_cmpfloat (figures.ratio, ==, 25);
  g_assert_cmpfloat (figures.stay_rate, ==, 0.37);

  HfSilentFigures nothing = make_figures (0, 0, 25, 2);
  g_assert_true (hf_diagnosis_silent_classes (&nothing));
  g_assert_cmpfloat (nothing.ratio, ==, 25);
  g_assert_cmpfloat (nothing.stay_rate, ==, 0.37);
  g_assert_cmpfloat (nothing.dissatisfied, ==, 0);
  g_assert_cmpfloat (nothing.most, ==, 0);
}

static void
test_a_class_out_of_range_counts_nothing (void)
{
  static const double bad[] = { 0, 0.5, -25, NAN };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HfSilentFigures figures = make_figures (30, 10, 25, bad[i]);
      g_assert_false (hf_diagnosis_silent_classes (&figures));
      g_assert_cmpfloat (figures.classes[HF_COMPLAINT_MAJOR].dissatisfied, ==, 0);
      g_assert_cmpfloat_with_epsilon (figures.silent, 720, 1e-9);
    }
}

/* 40 complaints, as facts have them: 25:1, 1:27, 5 %, by loss, 63 %, 30 %. */
static void
test_presets_by_hand (void)
{
  static const struct
  {
    const char *name;
    double minor_only, major_only, mixed; /* 40 and 0, 0 and 40, 30 and 10 */
  } cases[] = {
    { "rule-of-thumb", 1000, 1000, 1000 },
    { "twenty-six-silent", 1080, 1080, 1080 },
    { "ninety-five", 800, 800, 800 },
    { "by-loss", 1333, 58, 1014 },
    { "software", 63, 63, 63 },
    { "iso-10002", 133, 133, 133 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HfSilentPreset *preset = hf_silent_preset_find (cases[i].name);
      const HfSilentFigures minor = make_figures (40, 0, 25, 25);
      const HfSilentFigures major = make_figures (0, 40, 25, 25);
      const HfSilentFigures mixed = make_figures (30, 10, 25, 25);
      HfSilentEstimate estimate;
      g_assert_nonnull (preset);
      g_assert_true (hf_silent_preset_estimate (preset, &minor, &estimate));
      g_assert_cmpfloat (round (estimate.dissatisfied), ==, cases[i].minor_only);
      g_assert_cmpfloat (round (estimate.silent), ==, cases[i].minor_only - 40);
      g_assert_true (hf_silent_preset_estimate (preset, &major, &estimate));
      g_assert_cmpfloat (round (estimate.dissatisfied), ==, cases[i].major_only);
      g_assert_true (hf_silent_preset_estimate (preset, &mixed, &estimate));
      g_assert_cmpfloat (round (estimate.dissatisfied), ==, cases[i].mixed);
    }
}

static void
test_presets_say_where_they_are_from (void)
{
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    {
      g_assert_true (hf_silent_preset_find (preset->name) == preset);
      g_assert_nonnull (preset->label);
      g_assert_nonnull (preset->source);
      g_assert_nonnull (preset->holds);
      for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
        if (hf_silent_preset_is_own (preset))
          g_assert_cmpfloat (preset->shares[i], ==, 0);
        else
          g_assert_true (preset->shares[i] > 0 && preset->shares[i] <= 1);
    }
  g_assert_cmpstr (hf_silent_presets[0].name, ==, HF_SILENT_PRESET_DEFAULT);
  g_assert_null (hf_silent_preset_find ("guess"));
  g_assert_null (hf_silent_preset_find (NULL));
}

static void
test_range_covers_the_published (void)
{
  HfSilentFigures figures = make_figures (40, 0, 25, 25);
  figures.own = hf_diagnosis_own_share (100, 99);
  g_assert_true (hf_diagnosis_silent_classes (&figures));
  g_assert_cmpfloat (round (figures.least), ==, 63);
  g_assert_cmpfloat (round (figures.most), ==, 1333);

  figures = make_figures (0, 40, 25, 25);
  g_assert_true (hf_diagnosis_silent_classes (&figures));
  g_assert_cmpfloat (round (figures.least), ==, 58);
  g_assert_cmpfloat (round (figures.most), ==, 1080);
}

static void
test_the_preset_in_use_is_known (void)
{
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    {
      HfSilentFigures figures = make_figures (3, 1, 0, 0);
      figures.own = hf_diagnosis_own_share (40, 7);
      for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
        figures.classes[i].ratio = 1 / hf_silent_preset_get_share (preset, i, &figures.own);
      hf_diagnosis_silent_classes (&figures);
      g_assert_cmpstr (figures.preset, ==, preset->name);
    }
  HfSilentFigures mine = make_figures (3, 1, 25, 2);
  hf_diagnosis_silent_classes (&mine);
  g_assert_null (mine.preset);
}

static void
test_own_waits_for_thirty (void)
{
  const HfSilentPreset *own = hf_silent_preset_find (HF_SILENT_PRESET_OWN);
  HfSilentFigures figures = make_figures (40, 0, 25, 25);
  HfSilentEstimate estimate;
  g_assert_false (hf_silent_preset_estimate (own, &figures, &estimate));
  g_assert_cmpfloat (estimate.dissatisfied, ==, 0);

  figures.own = hf_diagnosis_own_share (29, 4);
  g_assert_false (hf_silent_preset_is_ready (own, &figures.own));
  g_assert_true (hf_silent_preset_estimate (own, &figures, &estimate));
  g_assert_cmpfloat_with_epsilon (estimate.dissatisfied, 290, 1e-9);
  figures.own = hf_diagnosis_own_share (30, 4);
  g_assert_true (hf_silent_preset_is_ready (own, &figures.own));
  figures.own = hf_diagnosis_own_share (30, 0);
  g_assert_false (hf_silent_preset_is_ready (own, &figures.own));
  g_assert_true (hf_silent_preset_is_ready (&hf_silent_presets[0], &figures.own));
}

static void
test_conflicts_name_their_sources (void)
{
  static const char *const names[] = { "silent-share", "people-told", "time-to-answer",
                                       "come-back" };
  guint count = 0;
  for (const HfSourceConflict *conflict = hf_source_conflicts; conflict->name != NULL;
       conflict++)
    {
      guint claims = hf_source_conflict_count_claims (conflict);
      g_assert_cmpuint (count, <, G_N_ELEMENTS (names));
      g_assert_cmpstr (conflict->name, ==, names[count++]);
      g_assert_nonnull (conflict->remark);
      g_assert_cmpuint (claims, >=, 2);
      for (guint i = 0; i < claims; i++)
        g_assert_nonnull (conflict->claims[i].source);
    }
  g_assert_cmpuint (count, ==, G_N_ELEMENTS (names));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/silent/classes/by-hand", test_classes_by_hand);
  g_test_add_func ("/silent/classes/unplaced", test_what_is_in_no_class_counts_in_all);
  g_test_add_func ("/silent/classes/equal", test_equal_classes_keep_their_values);
  g_test_add_func ("/silent/classes/refuses", test_a_class_out_of_range_counts_nothing);
  g_test_add_func ("/silent/presets/by-hand", test_presets_by_hand);
  g_test_add_func ("/silent/presets/sources", test_presets_say_where_they_are_from);
  g_test_add_func ("/silent/presets/range", test_range_covers_the_published);
  g_test_add_func ("/silent/presets/in-use", test_the_preset_in_use_is_known);
  g_test_add_func ("/silent/presets/own", test_own_waits_for_thirty);
  g_test_add_func ("/silent/conflicts", test_conflicts_name_their_sources);
  return g_test_run ();
}
