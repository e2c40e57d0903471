#include "config.h"

#include "hf-figures-json.h"

#include <json-glib/json-glib.h>

#include "hf-amount.h"
#include "hf-campaign-share.h"
#include "hf-complaint.h"
#include "hf-json-members.h"
#include "hf-scorecard-json.h"
#include "hf-escalation-step.h"

static void
add_scope (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_add_text (builder, "company", figures->company);
  hf_json_add_text (builder, "currency", figures->currency);
  hf_json_add_text (builder, "branch", figures->branch);
  hf_json_begin_object (builder, "period");
  hf_json_add_text (builder, "from", figures->period->from);
  hf_json_add_text (builder, "to", figures->period->to);
  json_builder_end_object (builder);
}

static void
add_customers (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "customers");
  hf_json_add_count (builder, "total", figures->customers.total);
  hf_json_add_count (builder, "active", figures->customers.active);
  hf_json_add_count (builder, "at_risk", figures->customers.at_risk);
  hf_json_add_count (builder, "lost", figures->customers.lost);
  hf_json_add_count (builder, "won_back", figures->customers.won_back);
  hf_json_add_count (builder, "lost_undated", figures->customers.lost_undated);
  json_builder_end_object (builder);
}

static void
add_churn (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "churn");
  hf_json_add_count (builder, "at_start", figures->churn.at_start);
  hf_json_add_count (builder, "lost", figures->churn.lost);
  hf_json_add_count (builder, "undated", figures->churn.undated);
  hf_json_add_number (builder, "rate", figures->churn.rate);
  hf_json_add_number (builder, "retention", figures->churn.retention);
  hf_json_add_number (builder, "value_lost", hf_amount_to_double (figures->churn.value_lost));
  hf_json_add_count (builder, "value_known", figures->churn.value_known);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_array (builder, "reasons");
  for (guint i = 0; i < figures->reasons->len; i++)
    {
      const HfReasonCount *reason = figures->reasons->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "code", reason->code);
      hf_json_add_count (builder, "primary", reason->primary);
      hf_json_add_count (builder, "contributing", reason->contributing);
      hf_json_add_count (builder, "said", reason->said);
      hf_json_add_count (builder, "inferred", reason->inferred);
      hf_json_add_count (builder, "recorded", reason->recorded);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_months (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_array (builder, "months");
  for (guint i = 0; i < figures->months->len; i++)
    {
      const HfMonthCount *month = figures->months->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "month", month->month);
      hf_json_add_count (builder, "at_start", month->at_start);
      hf_json_add_count (builder, "lost", month->lost);
      hf_json_add_count (builder, "complaints", month->complaints);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_competitors (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_array (builder, "competitors");
  for (guint i = 0; i < figures->competitors->len; i++)
    {
      const HfCompetitorCount *competitor = figures->competitors->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "name", competitor->name);
      hf_json_add_count (builder, "customers", competitor->customers);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What is not known, beside the names of a closed list. */
#define NOT_KNOWN "not_known"

static void
add_split (JsonBuilder *builder, const char *name, const HfChoice *choices, const guint *counts)
{
  hf_json_begin_object (builder, name);
  for (guint i = 0; choices[i].name != NULL; i++)
    hf_json_add_count (builder, choices[i].name, counts[i]);
  hf_json_add_count (builder, NOT_KNOWN, counts[hf_choice_count (choices)]);
  json_builder_end_object (builder);
}

static void
add_escalations (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_array (builder, "by_step");
  for (guint i = 0; i < figures->escalations->len; i++)
    {
      const HfEscalationCount *count = figures->escalations->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "step", count->step);
      hf_json_add_text (builder, "name", hf_escalation_name (count->step, count->name));
      hf_json_add_count (builder, "complaints", count->complaints);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_complaints (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "complaints");
  hf_json_add_count (builder, "logged", figures->complaints.logged);
  hf_json_add_count (builder, "open", figures->complaints.open);
  hf_json_add_count (builder, "late", figures->complaints.late);
  hf_json_add_count (builder, "closed", figures->complaints.closed);
  add_split (builder, "by_channel", hf_complaint_channels, figures->complaints.by_channel);
  add_split (builder, "by_category", hf_complaint_categories, figures->complaints.by_category);
  add_split (builder, "by_severity", hf_complaint_severities, figures->complaints.by_severity);
  hf_json_add_count (builder, "escalated", figures->complaints.escalated);
  add_escalations (builder, figures);
  json_builder_end_object (builder);
}

static void
add_silent_class (JsonBuilder *builder, const char *name, const HfSilentClass *class)
{
  hf_json_begin_object (builder, name);
  hf_json_add_count (builder, "logged", class->logged);
  hf_json_add_number (builder, "ratio", class->ratio);
  hf_json_add_number (builder, "dissatisfied", class->dissatisfied);
  hf_json_add_number (builder, "silent", class->silent);
  hf_json_add_number (builder, "stay_rate", class->stay_rate);
  hf_json_add_number (builder, "silent_and_lost", class->silent_and_lost);
  json_builder_end_object (builder);
}

static void
add_silent (JsonBuilder *builder, const HfFigures *figures)
{
  const HfOwnShare *own = &figures->silent.own;
  hf_json_begin_object (builder, "silent");
  hf_json_add_number (builder, "ratio", figures->silent.ratio);
  hf_json_add_number (builder, "dissatisfied", figures->silent.dissatisfied);
  hf_json_add_number (builder, "silent", figures->silent.silent);
  hf_json_add_number (builder, "stay_rate", figures->silent.stay_rate);
  hf_json_add_number (builder, "silent_and_lost", figures->silent.silent_and_lost);
  hf_json_begin_object (builder, "by_severity");
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    add_silent_class (builder, hf_complaint_severities[i].name, &figures->silent.classes[i]);
  add_silent_class (builder, NOT_KNOWN, &figures->silent.classes[HF_SILENT_UNPLACED]);
  json_builder_end_object (builder);
  hf_json_add_text (builder, "preset", figures->silent.preset);
  hf_json_add_number (builder, "least_dissatisfied", figures->silent.least);
  hf_json_add_number (builder, "most_dissatisfied", figures->silent.most);
  hf_json_add_number (builder, "people_told", figures->silent.people_told);
  hf_json_add_number (builder, "reach", figures->silent.reach);
  hf_json_begin_object (builder, "own");
  hf_json_add_count (builder, "interviewed", own->interviewed);
  hf_json_add_count (builder, "complained", own->complained);
  hf_json_add_number (builder, "share", own->share);
  hf_json_add_number (builder, "low", own->low);
  hf_json_add_number (builder, "high", own->high);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_recovery (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "recovery");
  for (int severity = 0; severity < HF_SILENT_N_CLASSES; severity++)
    {
      hf_json_begin_object (builder, hf_complaint_severities[severity].name);
      for (int state = 0; state < HF_RECOVERY_N_STATES; state++)
        {
          const HfRecoveryCell *cell = &figures->recovery.cells[severity][state];
          hf_json_begin_object (builder, hf_recovery_states[state].name);
          hf_json_add_count (builder, "customers", cell->customers);
          hf_json_add_count (builder, "again", cell->again);
          hf_json_add_number (builder, "rate", hf_diagnosis_recovery_share (cell));
          hf_json_add_number (builder, "published",
                              hf_diagnosis_recovery_published (severity, state));
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  hf_json_add_count (builder, "open", figures->recovery.open);
  hf_json_add_count (builder, "unplaced", figures->recovery.unplaced);
  json_builder_end_object (builder);
}

static void
add_interviews (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "interviews");
  hf_json_add_count (builder, "started", figures->interviews.started);
  hf_json_add_count (builder, "completed", figures->interviews.completed);
  hf_json_add_count (builder, "refused", figures->interviews.refused);
  hf_json_add_count (builder, "lost_customers", figures->interviews.lost_customers);
  hf_json_add_count (builder, "attempts", figures->interviews.attempts);
  hf_json_add_count (builder, "reached", figures->interviews.reached);
  hf_json_add_number (builder, "response_rate", figures->interviews.response_rate);
  hf_json_add_number (builder, "contact_rate", figures->interviews.contact_rate);
  hf_json_add_number (builder, "refusal_rate", figures->interviews.refusal_rate);
  json_builder_end_object (builder);
}

static void
add_progress (JsonBuilder *builder, const HfCampaignShare *share)
{
  HfCallRates rates;
  hf_campaign_share_get_rates (share, &rates);
  hf_json_add_count (builder, "waiting", share->count.n_waiting);
  hf_json_add_count (builder, "done", share->count.n_done);
  hf_json_add_count (builder, "ended", share->count.n_ended);
  hf_json_add_number (builder, "response_rate", rates.response);
  hf_json_add_number (builder, "contact_rate", rates.contact);
  hf_json_add_number (builder, "refusal_rate", rates.refusal);
}

static void
add_groups (JsonBuilder *builder, const HfFigures *figures, gint64 id, HfCampaignGrouping by)
{
  gboolean by_staff = by == HF_CAMPAIGN_BY_STAFF;
  g_autoptr (GPtrArray) groups = hf_campaign_shares_group (figures->call_list_shares, id, by);
  hf_json_begin_array (builder, by_staff ? "by_staff" : "by_class");
  for (guint i = 0; i < groups->len; i++)
    {
      const HfCampaignShare *group = groups->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, by_staff ? "staff" : "class",
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
  hf_json_add_text (builder, "name", campaign->name);
  hf_json_add_text (builder, "kind", hf_interview_kinds[campaign->kind].name);
  hf_json_add_text (builder, "state", hf_campaign_states[campaign->state].name);
  hf_json_add_text (builder, "deadline", campaign->deadline_on);
  add_progress (builder, sum->len > 0 ? sum->pdata[0] : &nobody);
  add_groups (builder, figures, campaign->id, HF_CAMPAIGN_BY_STAFF);
  add_groups (builder, figures, campaign->id, HF_CAMPAIGN_BY_CLASS);
  json_builder_end_object (builder);
}

static void
add_call_lists (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_array (builder, "call_lists");
  for (guint i = 0; i < figures->call_lists->len; i++)
    add_call_list (builder, figures, figures->call_lists->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_tally (JsonBuilder *builder, const HfPromiseTally *tally)
{
  hf_json_add_count (builder, "due", hf_promise_tally_due (tally));
  hf_json_add_count (builder, "kept", tally->kept);
  hf_json_add_count (builder, "late", tally->late);
  hf_json_add_count (builder, "broken", tally->broken);
  hf_json_add_count (builder, "open", tally->open);
  hf_json_add_count (builder, "released", tally->released);
  hf_json_add_number (builder, "kept_in_time_rate", hf_promise_tally_rate (tally));
}

static void
add_tallies (JsonBuilder *builder, const char *name, const GPtrArray *tallies)
{
  hf_json_begin_array (builder, name);
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfPromiseTally *tally = tallies->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "name", tally->name);
      add_tally (builder, tally);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_hints (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "complaint_hints");
  hf_json_add_count (builder, "found", figures->hints.found);
  hf_json_add_count (builder, "registered", figures->hints.registered);
  hf_json_add_count (builder, "dismissed", figures->hints.dismissed);
  hf_json_add_count (builder, "undecided", figures->hints.undecided);
  json_builder_end_object (builder);
}

static void
add_promises (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "promises");
  hf_json_add_count (builder, "made", figures->promises.made);
  hf_json_add_count (builder, "kept", figures->promises.kept);
  hf_json_add_count (builder, "late", figures->promises.late);
  hf_json_add_count (builder, "open", figures->promises.open);
  hf_json_add_count (builder, "broken", figures->promises.broken);
  hf_json_add_count (builder, "released", figures->promises.released);
  hf_json_add_count (builder, "overdue", figures->promises.overdue);
  hf_json_begin_object (builder, "due_in_period");
  add_tally (builder, &figures->promises.due);
  json_builder_end_object (builder);
  add_tallies (builder, "by_staff", figures->promises_by_staff);
  add_tallies (builder, "by_branch", figures->promises_by_branch);
  json_builder_end_object (builder);
}

static void
add_thanks (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "thanks");
  hf_json_add_count (builder, "called", figures->thanks.called);
  hf_json_add_count (builder, "completed", figures->thanks.completed);
  hf_json_add_number (builder, "loyalty_score", figures->thanks.loyalty);
  hf_json_begin_object (builder, "factors");
  for (gsize i = 0; i < HF_LOYALTY_N_FACTORS; i++)
    {
      const HfLoyaltyFactor *factor = &figures->thanks.factors[i];
      hf_json_begin_object (builder, hf_loyalty_factors[i]);
      hf_json_add_count (builder, "answers", factor->answers);
      hf_json_add_number (builder, "score", factor->score);
      hf_json_add_number (builder, "weight", factor->weight);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  hf_json_add_number (builder, "nps", figures->thanks.promoters.score);
  hf_json_add_count (builder, "promoters", figures->thanks.promoters.promoters);
  hf_json_add_count (builder, "passives", figures->thanks.promoters.passives);
  hf_json_add_count (builder, "detractors", figures->thanks.promoters.detractors);
  hf_json_add_count (builder, "referrals", figures->thanks.referrals);
  hf_json_add_count (builder, "needs", figures->thanks.needs);
  hf_json_add_count (builder, "gestures", figures->thanks.gestures);
  json_builder_end_object (builder);
}

static void
add_win_back (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "win_back");
  hf_json_add_count (builder, "allowed", figures->win_back.allowed);
  hf_json_add_count (builder, "offered", figures->win_back.offered);
  hf_json_add_count (builder, "accepted", figures->win_back.accepted);
  hf_json_add_count (builder, "considering", figures->win_back.considering);
  hf_json_add_count (builder, "declined", figures->win_back.declined);
  hf_json_add_count (builder, "declined_why", figures->win_back.declined_why);
  hf_json_add_number (builder, "offer_rate", figures->win_back.offer_rate);
  hf_json_add_number (builder, "accept_rate", figures->win_back.accept_rate);
  hf_json_add_number (builder, "decline_rate", figures->win_back.decline_rate);
  json_builder_end_object (builder);
}

static void
add_loyalty (JsonBuilder *builder, const HfFigures *figures)
{
  hf_json_begin_object (builder, "loyalty");
  hf_json_add_count (builder, "a", figures->loyalty.a);
  hf_json_add_count (builder, "b", figures->loyalty.b);
  hf_json_add_count (builder, "c", figures->loyalty.c);
  hf_json_add_count (builder, "unknown", figures->loyalty.unknown);
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
