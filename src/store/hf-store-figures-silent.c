#include "config.h"

#include "hf-complaint.h"
#include "hf-store-figures-private.h"
#include "hf-store-settings.h"

static gboolean
count_own_share (const HfFiguresScope *scope, GError **error)
{
  guint interviewed = 0, complained = 0;
  if (!hf_figures_scope_read (
          scope,
          "SELECT count(*), count (CASE WHEN a.value LIKE 'yes%' THEN 1 END) FROM interview i "
          "JOIN customer c ON c.id = i.customer_id "
          "JOIN answer a ON a.interview_id = i.id AND a.question = 'told-us' "
          "AND a.state = 'current' LEFT JOIN answer d ON d.interview_id = i.id "
          "AND d.question = 'dissatisfied' AND d.state = 'current' "
          "WHERE coalesce (d.value, 'yes') <> 'no' AND " DAY_IN_PERIOD (
              "i.started_on") " AND " IN_BRANCH,
          (guint *[]){ &interviewed, &complained }, 2, error))
    return FALSE;
  scope->figures->silent.own = hf_diagnosis_own_share (interviewed, complained);
  return TRUE;
}

/**
 * hf_figures_estimate_silent:
 * @scope: what is counted over; complaints are counted
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Estimates the silent from the complaints by their severity and from what is assumed.
 *
 * Returns: whether it could be read
 */
gboolean
hf_figures_estimate_silent (const HfFiguresScope *scope, GError **error)
{
  HfSilentFigures *silent = &scope->figures->silent;
  HfSilentClass *minor = &silent->classes[HF_COMPLAINT_MINOR];
  HfSilentClass *major = &silent->classes[HF_COMPLAINT_MAJOR];
  const struct
  {
    const char *key;
    double *value;
  } assumed[] = {
    { HF_ASSUMPTION_COMPLAINT_RATIO, &minor->ratio },
    { HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR, &major->ratio },
    { HF_ASSUMPTION_SILENT_STAY_RATE, &minor->stay_rate },
    { HF_ASSUMPTION_SILENT_STAY_RATE_MAJOR, &major->stay_rate },
    { HF_ASSUMPTION_PEOPLE_TOLD, &silent->people_told },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (assumed); i++)
    if (!hf_store_assumptions_get (scope->session, assumed[i].key, assumed[i].value, error))
      return FALSE;
  for (int i = 0; i < HF_SILENT_N_PARTS; i++)
    silent->classes[i].logged = scope->figures->complaints.by_severity[i];
  if (!count_own_share (scope, error))
    return FALSE;
  hf_diagnosis_silent_classes (silent);
  return TRUE;
}
