#include "config.h"

#include "hf-silent-words.h"

#include <glib/gi18n.h>

#include "hf-number-words.h"

#define ASSUMPTION_CONTEXT "assumption"

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, HF_SILENT_CONTEXT, text);
}

/**
 * hf_silent_words_preset:
 * @name: (nullable): such as "by-loss"
 *
 * Names the shares by which the silent are estimated.
 *
 * Returns: the preset's label; words for own values where it is %NULL
 */
const char *
hf_silent_words_preset (const char *name)
{
  const HfSilentPreset *preset = hf_silent_preset_find (name);
  return preset != NULL ? translate (preset->label) : _ ("Own values");
}

/**
 * hf_silent_words_range:
 * @figures: an estimate
 *
 * Says how far the published shares lie apart for our complaints.
 *
 * Returns: (transfer full): a sentence; "" where nothing was complained of
 */
char *
hf_silent_words_range (const HfSilentFigures *figures)
{
  if (figures->most <= 0)
    return g_strdup ("");
  g_autofree char *least = hf_number_words_count (figures->least);
  g_autofree char *most = hf_number_words_count (figures->most);
  /* Translators: the fewest and the most dissatisfied customers. */
  return g_strdup_printf (_ ("Between %s and %s dissatisfied by other sources."), least, most);
}

/**
 * hf_silent_words_reach:
 * @figures: an estimate
 *
 * Says how many people hear of it from the dissatisfied.
 *
 * Returns: (transfer full): a few sentences
 */
char *
hf_silent_words_reach (const HfSilentFigures *figures)
{
  g_autofree char *reach = hf_number_words_count (figures->reach);
  /* Translators: how many people, and how many each customer tells, such as 9. */
  return g_strdup_printf (_ ("Reach by word of mouth: %s people, if each of the dissatisfied "
                             "tells %.4g. It enters into no other number."),
                          reach, figures->people_told);
}

static char *
say_not_ready (const HfOwnShare *own)
{
  if (own->interviewed < HF_OWN_SHARE_ENOUGH)
    /* Translators: dissatisfied customers who were asked, and how many it takes. */
    return g_strdup_printf (_ ("Not yet: %u of %u interviews."), own->interviewed,
                            HF_OWN_SHARE_ENOUGH);
  return g_strdup (_ ("Not yet: nobody asked says that they had complained."));
}

/**
 * hf_silent_words_rests_on:
 * @preset: a preset
 * @own: what the firm's own interviews found
 *
 * Says where a preset comes from and where it holds, or why it cannot be chosen yet.
 *
 * Returns: (transfer full): two lines
 */
char *
hf_silent_words_rests_on (const HfSilentPreset *preset, const HfOwnShare *own)
{
  const char *holds = translate (preset->holds);
  g_autofree char *not_yet = NULL;
  const char *first = g_dpgettext2 (GETTEXT_PACKAGE, ASSUMPTION_CONTEXT, preset->source);
  if (!hf_silent_preset_is_ready (preset, own))
    first = not_yet = say_not_ready (own);
  return g_strdup_printf ("%s\n%s", first, holds);
}

/**
 * hf_silent_words_result:
 * @preset: a preset
 * @figures: with our complaints
 *
 * Says what a preset would make of our complaints.
 *
 * Returns: (transfer full): two lines; a dash where its share is not known
 */
char *
hf_silent_words_result (const HfSilentPreset *preset, const HfSilentFigures *figures)
{
  HfSilentEstimate estimate;
  if (!hf_silent_preset_estimate (preset, figures, &estimate))
    return g_strdup ("–");
  g_autofree char *dissatisfied = hf_number_words_count (estimate.dissatisfied);
  g_autofree char *silent = hf_number_words_count (estimate.silent);
  /* Translators: dissatisfied customers, and on a line below how many of them are silent. */
  return g_strdup_printf (_ ("%s dissatisfied\n%s silent"), dissatisfied, silent);
}

/**
 * hf_silent_words_row:
 * @preset: a preset
 * @figures: with our complaints
 *
 * Says to a screen reader in one go what a preset is and gives.
 *
 * Returns: (transfer full): a sentence
 */
char *
hf_silent_words_row (const HfSilentPreset *preset, const HfSilentFigures *figures)
{
  const char *name = translate (preset->label);
  g_autofree char *result = hf_silent_words_result (preset, figures);
  g_strdelimit (result, "\n", ' ');
  if (g_strcmp0 (figures->preset, preset->name) == 0)
    /* Translators: a way to estimate, and what it gives. */
    return g_strdup_printf (_ ("%s, in use: %s"), name, result);
  /* Translators: a way to estimate, and what it gives. */
  return g_strdup_printf (_ ("%s: %s"), name, result);
}

/**
 * hf_silent_words_chosen:
 * @preset: a preset
 *
 * Says that it was chosen.
 *
 * Returns: (transfer full): one line
 */
char *
hf_silent_words_chosen (const HfSilentPreset *preset)
{
  /* Translators: such as “25 to 1, the rule of thumb”. */
  return g_strdup_printf (_ ("Estimated by: %s"), translate (preset->label));
}
