#include "config.h"

#include "hf-silent-preset.h"

#include <glib/gi18n.h>
#include <math.h>

/* Ratios are kept as typed or as 1 / share; so near they are the same. */
#define SAME 1e-6

const HfSilentPreset hf_silent_presets[] = {
  { HF_SILENT_PRESET_DEFAULT,
    NC_ ("silent", "25 to 1, the rule of thumb"),
    { 1 / 25.0, 1 / 25.0 },
    HF_SILENT_PRESET_DEFAULT_SOURCE,
    NC_ ("silent", "Packaged goods and small items, by Goodman of TARP; who told only the "
                   "retailer counts as silent") },
  { "twenty-six-silent",
    NC_ ("silent", "26 silent for each complaint"),
    { 1 / 27.0, 1 / 27.0 },
    NC_ ("assumption", "TARP and the White House, as widely quoted: 26 silent for each "
                       "complaint, 3.7 per cent complain"),
    NC_ ("silent", "It names no trade") },
  { "ninety-five",
    NC_ ("silent", "95 per cent silent"),
    { 0.05, 0.05 },
    NC_ (
        "assumption",
        "Article 001: 95 per cent silent; article 003: fewer than 5 per cent complain; Kotler, "
        "14th edition, p. 131: about 5 per cent complain"),
    NC_ ("silent", "Purchases in general, of which one in four dissatisfies") },
  { "by-loss",
    NC_ ("silent", "By type of loss"),
    { 0.03, 0.69 },
    NC_ (
        "assumption",
        "Goodman and Newman: 3 per cent complain of a small problem, 69 per cent of an average "
        "loss of 142 dollars"),
    NC_ ("silent", "Where a major problem costs the customer money; of mistreatment and "
                   "incompetence only 5 to 30 per cent complain") },
  { "software",
    NC_ ("silent", "Business software"),
    { 0.63, 0.63 },
    NC_ ("assumption",
         "Goodman and Newman: of 600 customers of business software 37 per cent stay "
         "silent"),
    NC_ ("silent", "Customers of business software") },
  { "iso-10002",
    NC_ ("silent", "Nearly 70 per cent silent"),
    { 0.30, 0.30 },
    NC_ ("assumption", "Article on ISO 10002: nearly 70 per cent stay silent"),
    NC_ ("silent", "It does not say whose customers were asked") },
  { HF_SILENT_PRESET_OWN,
    NC_ ("silent", "Our own interviews"),
    { 0, 0 },
    NC_ ("assumption", "The firm's own interviews, as they stood when this was chosen"),
    NC_ ("silent", "Our customers; too low a share where only lost customers are asked") },
  { NULL, NULL, { 0, 0 }, NULL, NULL },
};

/**
 * hf_silent_preset_find:
 * @name: such as "by-loss"
 *
 * Finds a preset.
 *
 * Returns: (transfer none) (nullable): the preset
 */
const HfSilentPreset *
hf_silent_preset_find (const char *name)
{
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (g_strcmp0 (preset->name, name) == 0)
      return preset;
  return NULL;
}

static gboolean
is_used (const HfSilentPreset *self, const HfSilentFigures *figures)
{
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    {
      double product = figures->classes[i].ratio
                       * hf_silent_preset_get_share (self, i, &figures->own);
      if (!(fabs (product - 1) < SAME))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_silent_preset_find_used:
 * @figures: with the classes' ratios and the own share
 *
 * Finds the preset whose shares the ratios are.
 *
 * Returns: (transfer none) (nullable): the preset; %NULL where the ratios are of nobody else
 */
const HfSilentPreset *
hf_silent_preset_find_used (const HfSilentFigures *figures)
{
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (is_used (preset, figures))
      return preset;
  return NULL;
}

/**
 * hf_silent_preset_is_own:
 * @self: a preset
 *
 * Tells the firm's own share from those that are published.
 *
 * Returns: whether it is the firm's own
 */
gboolean
hf_silent_preset_is_own (const HfSilentPreset *self)
{
  return g_strcmp0 (self->name, HF_SILENT_PRESET_OWN) == 0;
}

/**
 * hf_silent_preset_is_ready:
 * @self: a preset
 * @own: what the firm's own interviews found
 *
 * Tells whether a preset can be chosen: the own share only once %HF_OWN_SHARE_ENOUGH customers
 * were asked and one of them had complained.
 *
 * Returns: whether it can
 */
gboolean
hf_silent_preset_is_ready (const HfSilentPreset *self, const HfOwnShare *own)
{
  return !hf_silent_preset_is_own (self)
         || (own->interviewed >= HF_OWN_SHARE_ENOUGH && own->share > 0);
}

/**
 * hf_silent_preset_get_share:
 * @self: a preset
 * @part: a class of problems, or %HF_SILENT_UNPLACED
 * @own: what the firm's own interviews found
 *
 * Gives the share of those dissatisfied with such a problem who complain.
 *
 * Returns: above 0 and up to 1; 0 where it is not known
 */
double
hf_silent_preset_get_share (const HfSilentPreset *self, int part, const HfOwnShare *own)
{
  return hf_silent_preset_is_own (self) ? own->share
                                        : self->shares[hf_diagnosis_silent_class (part)];
}

/**
 * hf_silent_preset_estimate:
 * @self: a preset
 * @figures: with the complaints and stay rates of the parts, and the own share
 * @estimate: (out): the sums over the parts, all 0 where there is none
 *
 * Estimates the silent from our complaints as if the preset held, by hf_diagnosis_silent().
 *
 * Returns: whether its shares are known
 */
gboolean
hf_silent_preset_estimate (const HfSilentPreset *self, const HfSilentFigures *figures,
                           HfSilentEstimate *estimate)
{
  *estimate = (HfSilentEstimate){ 0 };
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    {
      HfSilentEstimate part;
      double share = hf_silent_preset_get_share (self, i, &figures->own);
      if (!hf_diagnosis_silent (figures->classes[i].logged, share,
                                figures->classes[i].stay_rate, &part))
        {
          *estimate = (HfSilentEstimate){ 0 };
          return FALSE;
        }
      estimate->dissatisfied += part.dissatisfied;
      estimate->silent += part.silent;
      estimate->silent_and_lost += part.silent_and_lost;
    }
  return TRUE;
}

/**
 * hf_silent_preset_range:
 * @figures: with the complaints and stay rates of the parts
 * @least: (out): the fewest dissatisfied customers
 * @most: (out): the most dissatisfied customers
 *
 * Gives how far the published presets lie apart for our complaints.
 *
 * Returns: %FALSE where nothing was complained of; both are then 0
 */
gboolean
hf_silent_preset_range (const HfSilentFigures *figures, double *least, double *most)
{
  HfSilentEstimate estimate;
  *least = *most = 0;
  for (const HfSilentPreset *preset = hf_silent_presets; preset->name != NULL; preset++)
    if (!hf_silent_preset_is_own (preset)
        && hf_silent_preset_estimate (preset, figures, &estimate))
      {
        *least = *most > 0 ? MIN (*least, estimate.dissatisfied) : estimate.dissatisfied;
        *most = MAX (*most, estimate.dissatisfied);
      }
  return *most > 0;
}
