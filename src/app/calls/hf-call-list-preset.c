#include "config.h"

#include "hf-call-list-preset.h"

#include <glib/gi18n.h>

#include "hf-text.h"

/* A usual call list; at least one for each kind. */
typedef struct
{
  const char *label;
  HfInterviewKind kind;
  HfCampaignRule rule;
} Preset;

static const Preset presets[HF_CALL_LIST_N_PRESETS] = {
  { NC_ ("call list", "Lost 2 to 6 weeks ago"),
    HF_INTERVIEW_LOST,
    { .status = (char *) "lost", .lost_from_days = 14, .lost_to_days = 42 } },
  { NC_ ("call list", "Class A thank-you"),
    HF_INTERVIEW_THANK_YOU,
    { .grade = (char *) "a", .not_called_days = 90 } },
  { NC_ ("call list", "Two scores below 6"),
    HF_INTERVIEW_LOW_SCORE,
    { .low_scores = 2, .low_below = 6000 } },
  { NC_ ("call list", "Complaints answered"), HF_INTERVIEW_FOLLOW_UP, { .answered_days = 30 } },
  { NC_ ("call list", "Low scores asked again"),
    HF_INTERVIEW_FOLLOW_UP,
    { .low_scores = 1, .low_below = 6000, .not_called_days = 7 } },
};

/**
 * hf_call_list_preset_label:
 * @preset: a preset, below %HF_CALL_LIST_N_PRESETS
 *
 * Names a usual call list.
 *
 * Returns: the name, translated
 */
const char *
hf_call_list_preset_label (guint preset)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "call list", presets[preset].label);
}

/**
 * hf_call_list_preset_name:
 * @label: what a call list is
 * @today: the present day
 *
 * Names a new call list, apart from another of its sort.
 *
 * Returns: (transfer full): the name
 */
char *
hf_call_list_preset_name (const char *label, const char *today)
{
  /* Translators: the name of a call list: what it is, and the day on which it was made. */
  return g_strdup_printf (C_ ("call list", "%s, %s"), label, today);
}

/**
 * hf_call_list_preset_new:
 * @preset: a preset, below %HF_CALL_LIST_N_PRESETS
 * @today: the present day
 *
 * Makes a usual call list, which can be changed before it is stored.
 *
 * Returns: (transfer full): the call list
 */
HfCampaign *
hf_call_list_preset_new (guint preset, const char *today)
{
  HfCampaign *self = hf_campaign_new ();
  self->kind = presets[preset].kind;
  hf_campaign_rule_free (self->rule);
  self->rule = hf_campaign_rule_copy (&presets[preset].rule);
  self->name = hf_call_list_preset_name (hf_call_list_preset_label (preset), today);
  return self;
}
