#include "config.h"

#include "hf-figures.h"

#include "hf-campaign-share.h"

G_DEFINE_FINAL_TYPE (HfFigures, hf_figures, G_TYPE_OBJECT)

static void
reason_free (gpointer data)
{
  HfReasonCount *reason = data;
  g_free (reason->code);
  g_free (reason);
}

static void
month_free (gpointer data)
{
  HfMonthCount *month = data;
  g_free (month->month);
  g_free (month);
}

static void
competitor_free (gpointer data)
{
  HfCompetitorCount *competitor = data;
  g_free (competitor->name);
  g_free (competitor);
}

static void
escalation_free (gpointer data)
{
  HfEscalationCount *escalation = data;
  g_free (escalation->step);
  g_free (escalation->name);
  g_free (escalation);
}

static void
hf_figures_finalize (GObject *object)
{
  HfFigures *self = HF_FIGURES (object);
  g_clear_pointer (&self->period, hf_period_free);
  g_free (self->branch);
  g_free (self->company);
  g_free (self->currency);
  hf_scorecard_free (self->scorecard);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->months);
  g_ptr_array_unref (self->competitors);
  g_ptr_array_unref (self->escalations);
  g_ptr_array_unref (self->call_lists);
  g_ptr_array_unref (self->call_list_shares);
  g_ptr_array_unref (self->promises_by_staff);
  g_ptr_array_unref (self->promises_by_branch);
  G_OBJECT_CLASS (hf_figures_parent_class)->finalize (object);
}

static void
hf_figures_class_init (HfFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_figures_finalize;
}

static void
hf_figures_init (HfFigures *self)
{
  self->scorecard = hf_scorecard_new ();
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->months = g_ptr_array_new_with_free_func (month_free);
  self->competitors = g_ptr_array_new_with_free_func (competitor_free);
  self->escalations = g_ptr_array_new_with_free_func (escalation_free);
  self->call_lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->call_list_shares = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_campaign_share_free);
  self->promises_by_staff = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_promise_tally_free);
  self->promises_by_branch = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_promise_tally_free);
}

/**
 * hf_figures_new:
 * @period: the days to count over
 * @branch: (nullable): a branch's code, %NULL for all
 *
 * Makes a set of figures in which everything is still zero.
 *
 * Returns: (transfer full): the figures
 */
HfFigures *
hf_figures_new (const HfPeriod *period, const char *branch)
{
  HfFigures *self = g_object_new (HF_TYPE_FIGURES, NULL);
  self->period = hf_period_new (period->from, period->to);
  self->branch = g_strdup (branch);
  return self;
}

/**
 * hf_figures_add_reason:
 * @self: figures
 * @code: a first-level code
 *
 * Adds a reason with no counts.
 *
 * Returns: (transfer none): the reason
 */
HfReasonCount *
hf_figures_add_reason (HfFigures *self, const char *code)
{
  HfReasonCount *reason = g_new0 (HfReasonCount, 1);
  reason->code = g_strdup (code);
  g_ptr_array_add (self->reasons, reason);
  return reason;
}

/**
 * hf_figures_add_month:
 * @self: figures
 * @month: YYYY-MM
 *
 * Adds a month with no counts.
 *
 * Returns: (transfer none): the month
 */
HfMonthCount *
hf_figures_add_month (HfFigures *self, const char *month)
{
  HfMonthCount *count = g_new0 (HfMonthCount, 1);
  count->month = g_strdup (month);
  g_ptr_array_add (self->months, count);
  return count;
}

/**
 * hf_figures_add_competitor:
 * @self: figures
 * @name: what customers call it
 *
 * Adds a competitor with no counts.
 *
 * Returns: (transfer none): the competitor
 */
HfCompetitorCount *
hf_figures_add_competitor (HfFigures *self, const char *name)
{
  HfCompetitorCount *competitor = g_new0 (HfCompetitorCount, 1);
  competitor->name = g_strdup (name);
  g_ptr_array_add (self->competitors, competitor);
  return competitor;
}

/**
 * hf_figures_add_escalation:
 * @self: figures
 * @step: a step's code
 * @name: (nullable): as the firm calls it
 *
 * Adds a step of the escalation ladder with no counts.
 *
 * Returns: (transfer none): the step
 */
HfEscalationCount *
hf_figures_add_escalation (HfFigures *self, const char *step, const char *name)
{
  HfEscalationCount *count = g_new0 (HfEscalationCount, 1);
  count->step = g_strdup (step);
  count->name = g_strdup (name);
  g_ptr_array_add (self->escalations, count);
  return count;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const HfReasonCount *first = *(HfReasonCount *const *) a;
  const HfReasonCount *second = *(HfReasonCount *const *) b;
  if (first->primary != second->primary)
    return first->primary > second->primary ? -1 : 1;
  if (first->contributing != second->contributing)
    return first->contributing > second->contributing ? -1 : 1;
  return g_strcmp0 (first->code, second->code);
}

/**
 * hf_figures_sort_reasons:
 * @self: figures
 *
 * Puts the reasons in the order of a Pareto chart: most primary first, then most contributing,
 * then by code.
 */
void
hf_figures_sort_reasons (HfFigures *self)
{
  g_ptr_array_sort (self->reasons, compare_reasons);
}
