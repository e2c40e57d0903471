#include "config.h"

#include "hf-figures-json.h"

#include <json-glib/json-glib.h>

#include "hf-amount.h"
#include "hf-campaign-share.h"
#include "hf-complaint.h"
#include "hf-scorecard-json.h"
#include "hf-escalation-step.h"

/* Up to here a double is a whole number exactly. */
#define LARGEST_WHOLE 9007199254740992.0

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, guint count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

/* A whole number has no point: 25, not 25.0. */
static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  if (number > -LARGEST_WHOLE && number < LARGEST_WHOLE && number == (double) (gint64) number)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_scope (JsonBuilder *builder, const HfFigures *figures)
{
  add_text (builder, "company", figures->company);
  add_text (builder, "currency", figures->currency);
  add_text (builder, "branch", figures->branch);
  begin_object (builder, "period");
  add_text (builder, "from", figures->period->from);
  add_text (builder, "to", figures->period->to);
  json_builder_end_object (builder);
}

static void
add_customers (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "customers");
  add_count (builder, "total", figures->customers.total);
  add_count (builder, "active", figures->customers.active);
  add_count (builder, "at_risk", figures->customers.at_risk);
  add_count (builder, "lost", figures->customers.lost);
  add_count (builder, "won_back", figures->customers.won_back);
  add_count (builder, "lost_undated", figures->customers.lost_undated);
  json_builder_end_object (builder);
}

static void
add_churn (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "churn");
  add_count (builder, "at_start", figures->churn.at_start);
  add_count (builder, "lost", figures->churn.lost);
  add_number (builder, "rate", figures->churn.rate);
  add_number (builder, "retention", figures->churn.retention);
  add_number (builder, "value_lost", hf_amount_to_double (figures->churn.value_lost));
  add_count (builder, "value_known", figures->churn.value_known);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder *builder, const HfFigures *figures)
{
  begin_array (builder, "reasons");
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, "code", reason->code);
      add_count (builder, "primary", reason->primary);
      add_count (builder, "contributing", reason->contributing);
      add_count (builder, "said", reason->said);
      add_count (builder, "inferred", reason->inferred);
      add_count (builder, "recorded", reason->recorded);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_months (JsonBuilder *builder, const HfFigures *figures)
{
  begin_array (builder, "months");
  for (guint i = 0; i < figures->months->len; i++)
    {
      const HfMonthCount *month = figures->months->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, "month", month->month);
      add_count (builder, "at_start", month->at_start);
      add_count (builder, "lost", month->lost);
      add_count (builder, "complaints", month->complaints);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_competitors (JsonBuilder *builder, const HfFigures *figures)
{
  begin_array (builder, "competitors");
  for (guint i = 0; i < figures->competitors->len; i++)
    {
      const HfCompetitorCount *competitor = figures->competitors->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, "name", competitor->name);
      add_count (builder, "customers", competitor->customers);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_split (JsonBuilder *builder, const char *name, const HfChoice *choices, const guint *counts)
{
  begin_object (builder, name);
  for (guint i = 0; choices[i].name != NULL; i++)
    add_count (builder, choices[i].name, counts[i]);
  json_builder_end_object (builder);
}

static void
add_escalations (JsonBuilder *builder, const HfFigures *figures)
{
  begin_array (builder, "by_step");
  for (guint i = 0; i < figures->escalations->len; i++)
    {
      const HfEscalationCount *count = figures->escalations->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, "step", count->step);
      add_text (builder, "name", hf_escalation_name (count->step, count->name));
      add_count (builder, "complaints", count->complaints);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_complaints (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "complaints");
  add_count (builder, "logged", figures->complaints.logged);
  add_count (builder, "open", figures->complaints.open);
  add_count (builder, "late", figures->complaints.late);
  add_count (builder, "closed", figures->complaints.closed);
  add_split (builder, "by_channel", hf_complaint_channels, figures->complaints.by_channel);
  add_split (builder, "by_category", hf_complaint_categories, figures->complaints.by_category);
  add_split (builder, "by_severity", hf_complaint_severities, figures->complaints.by_severity);
  add_count (builder, "escalated", figures->complaints.escalated);
  add_escalations (builder, figures);
  json_builder_end_object (builder);
}

static void
add_silent_class (JsonBuilder *builder, const char *name, const HfSilentClass *class)
{
  begin_object (builder, name);
  add_count (builder, "logged", class->logged);
  add_number (builder, "ratio", class->ratio);
  add_number (builder, "dissatisfied", class->dissatisfied);
  add_number (builder, "silent", class->silent);
  add_number (builder, "stay_rate", class->stay_rate);
  add_number (builder, "silent_and_lost", class->silent_and_lost);
  json_builder_end_object (builder);
}

static void
add_silent (JsonBuilder *builder, const HfFigures *figures)
{
  const HfOwnShare *own = &figures->silent.own;
  begin_object (builder, "silent");
  add_number (builder, "ratio", figures->silent.ratio);
  add_number (builder, "dissatisfied", figures->silent.dissatisfied);
  add_number (builder, "silent", figures->silent.silent);
  add_number (builder, "stay_rate", figures->silent.stay_rate);
  add_number (builder, "silent_and_lost", figures->silent.silent_and_lost);
  begin_object (builder, "by_severity");
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    add_silent_class (builder, hf_complaint_severities[i].name, &figures->silent.classes[i]);
  json_builder_end_object (builder);
  add_text (builder, "preset", figures->silent.preset);
  add_number (builder, "least_dissatisfied", figures->silent.least);
  add_number (builder, "most_dissatisfied", figures->silent.most);
  add_number (builder, "people_told", figures->silent.people_told);
  add_number (builder, "reach", figures->silent.reach);
  begin_object (builder, "own");
  add_count (builder, "interviewed", own->interviewed);
  add_count (builder, "complained", own->complained);
  add_number (builder, "share", own->share);
  add_number (builder, "low", own->low);
  add_number (builder, "high", own->high);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_recovery (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "recovery");
  for (int severity = 0; severity < HF_SILENT_N_CLASSES; severity++)
    {
      begin_object (builder, hf_complaint_severities[severity].name);
      for (int state = 0; state < HF_RECOVERY_N_STATES; state++)
        {
          const HfRecoveryCell *cell = &figures->recovery.cells[severity][state];
          begin_object (builder, hf_recovery_states[state].name);
          add_count (builder, "customers", cell->customers);
          add_count (builder, "again", cell->again);
          add_number (builder, "rate", hf_diagnosis_recovery_share (cell));
          add_number (builder, "published", hf_diagnosis_recovery_published (severity, state));
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  add_count (builder, "open", figures->recovery.open);
  add_count (builder, "unplaced", figures->recovery.unplaced);
  json_builder_end_object (builder);
}

static void
add_interviews (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "interviews");
  add_count (builder, "started", figures->interviews.started);
  add_count (builder, "completed", figures->interviews.completed);
  add_count (builder, "refused", figures->interviews.refused);
  add_count (builder, "lost_customers", figures->interviews.lost_customers);
  add_count (builder, "attempts", figures->interviews.attempts);
  add_count (builder, "reached", figures->interviews.reached);
  add_number (builder, "response_rate", figures->interviews.response_rate);
  add_number (builder, "contact_rate", figures->interviews.contact_rate);
  add_number (builder, "refusal_rate", figures->interviews.refusal_rate);
  json_builder_end_object (builder);
}

static void
add_progress (JsonBuilder *builder, const HfCampaignShare *share)
{
  HfCallRates rates;
  hf_campaign_share_get_rates (share, &rates);
  add_count (builder, "waiting", share->count.n_waiting);
  add_count (builder, "done", share->count.n_done);
  add_count (builder, "ended", share->count.n_ended);
  add_number (builder, "response_rate", rates.response);
  add_number (builder, "contact_rate", rates.contact);
  add_number (builder, "refusal_rate", rates.refusal);
}

static void
add_groups (JsonBuilder *builder, const HfFigures *figures, gint64 id, HfCampaignGrouping by)
{
  gboolean by_staff = by == HF_CAMPAIGN_BY_STAFF;
  g_autoptr (GPtrArray) groups = hf_campaign_shares_group (figures->call_list_shares, id, by);
  begin_array (builder, by_staff ? "by_staff" : "by_class");
  for (guint i = 0; i < groups->len; i++)
    {
      const HfCampaignShare *group = groups->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, by_staff ? "staff" : "class",
                by_staff ? group->staff : hf_loyalty_classes[group->grade].name);
      add_progress (builder, group);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_call_list (JsonBuilder *builder, const HfFigures *figures, const HfCampaign *campaign)
{
  HfCampaignShare nobody = { 0 };
  g_autoptr (GPtrArray) sum = hf_campaign_shares_group (figures->call_list_shares, campaign->id,
                                                        HF_CAMPAIGN_BY_LIST);
  json_builder_begin_object (builder);
  add_text (builder, "name", campaign->name);
  add_text (builder, "kind", hf_interview_kinds[campaign->kind].name);
  add_text (builder, "state", hf_campaign_states[campaign->state].name);
  add_text (builder, "deadline", campaign->deadline_on);
  add_progress (builder, sum->len > 0 ? sum->pdata[0] : &nobody);
  add_groups (builder, figures, campaign->id, HF_CAMPAIGN_BY_STAFF);
  add_groups (builder, figures, campaign->id, HF_CAMPAIGN_BY_CLASS);
  json_builder_end_object (builder);
}

static void
add_call_lists (JsonBuilder *builder, const HfFigures *figures)
{
  begin_array (builder, "call_lists");
  for (guint i = 0; i < figures->call_lists->len; i++)
    add_call_list (builder, figures, figures->call_lists->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_tally (JsonBuilder *builder, const HfPromiseTally *tally)
{
  add_count (builder, "due", hf_promise_tally_due (tally));
  add_count (builder, "kept", tally->kept);
  add_count (builder, "late", tally->late);
  add_count (builder, "broken", tally->broken);
  add_count (builder, "open", tally->open);
  add_count (builder, "released", tally->released);
  add_number (builder, "kept_in_time_rate", hf_promise_tally_rate (tally));
}

static void
add_tallies (JsonBuilder *builder, const char *name, const GPtrArray *tallies)
{
  begin_array (builder, name);
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfPromiseTally *tally = tallies->pdata[i];
      json_builder_begin_object (builder);
      add_text (builder, "name", tally->name);
      add_tally (builder, tally);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_hints (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "complaint_hints");
  add_count (builder, "found", figures->hints.found);
  add_count (builder, "registered", figures->hints.registered);
  add_count (builder, "dismissed", figures->hints.dismissed);
  add_count (builder, "undecided", figures->hints.undecided);
  json_builder_end_object (builder);
}

static void
add_promises (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "promises");
  add_count (builder, "made", figures->promises.made);
  add_count (builder, "kept", figures->promises.kept);
  add_count (builder, "late", figures->promises.late);
  add_count (builder, "open", figures->promises.open);
  add_count (builder, "broken", figures->promises.broken);
  add_count (builder, "released", figures->promises.released);
  add_count (builder, "overdue", figures->promises.overdue);
  begin_object (builder, "due_in_period");
  add_tally (builder, &figures->promises.due);
  json_builder_end_object (builder);
  add_tallies (builder, "by_staff", figures->promises_by_staff);
  add_tallies (builder, "by_branch", figures->promises_by_branch);
  json_builder_end_object (builder);
}

static void
add_thanks (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "thanks");
  add_count (builder, "called", figures->thanks.called);
  add_count (builder, "completed", figures->thanks.completed);
  add_number (builder, "loyalty_score", figures->thanks.loyalty);
  begin_object (builder, "factors");
  for (gsize i = 0; i < HF_LOYALTY_N_FACTORS; i++)
    {
      const HfLoyaltyFactor *factor = &figures->thanks.factors[i];
      begin_object (builder, hf_loyalty_factors[i]);
      add_count (builder, "answers", factor->answers);
      add_number (builder, "score", factor->score);
      add_number (builder, "weight", factor->weight);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  add_number (builder, "nps", figures->thanks.promoters.score);
  add_count (builder, "promoters", figures->thanks.promoters.promoters);
  add_count (builder, "passives", figures->thanks.promoters.passives);
  add_count (builder, "detractors", figures->thanks.promoters.detractors);
  add_count (builder, "referrals", figures->thanks.referrals);
  add_count (builder, "needs", figures->thanks.needs);
  add_count (builder, "gestures", figures->thanks.gestures);
  json_builder_end_object (builder);
}

static void
add_win_back (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "win_back");
  add_count (builder, "allowed", figures->win_back.allowed);
  add_count (builder, "offered", figures->win_back.offered);
  add_count (builder, "accepted", figures->win_back.accepted);
  add_count (builder, "considering", figures->win_back.considering);
  add_count (builder, "declined", figures->win_back.declined);
  add_count (builder, "declined_why", figures->win_back.declined_why);
  add_number (builder, "offer_rate", figures->win_back.offer_rate);
  add_number (builder, "accept_rate", figures->win_back.accept_rate);
  add_number (builder, "decline_rate", figures->win_back.decline_rate);
  json_builder_end_object (builder);
}

static void
add_loyalty (JsonBuilder *builder, const HfFigures *figures)
{
  begin_object (builder, "loyalty");
  add_count (builder, "a", figures->loyalty.a);
  add_count (builder, "b", figures->loyalty.b);
  add_count (builder, "c", figures->loyalty.c);
  add_count (builder, "unknown", figures->loyalty.unknown);
  json_builder_end_object (builder);
}

/**
 * hf_figures_to_json:
 * @figures: figures
 *
 * Writes figures as JSON, in an order that does not change. Keys that are there stay; shares
 * and rates are from 0 to 1, money is in whole units of the currency.
 *
 * Returns: (transfer full): the text, indented, without a newline at its end
 */
char *
hf_figures_to_json (HfFigures *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_scope (builder, figures);
  add_customers (builder, figures);
  add_churn (builder, figures);
  add_reasons (builder, figures);
  add_months (builder, figures);
  add_competitors (builder, figures);
  add_complaints (builder, figures);
  add_silent (builder, figures);
  add_recovery (builder, figures);
  hf_scorecard_add_json (builder, figures->scorecard);
  add_interviews (builder, figures);
  add_call_lists (builder, figures);
  add_hints (builder, figures);
  add_promises (builder, figures);
  add_loyalty (builder, figures);
  add_thanks (builder, figures);
  add_win_back (builder, figures);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
