#pragma once

#include <glib-object.h>

#include "hf-complaint.h"
#include "hf-diagnosis-recovery.h"
#include "hf-diagnosis-silent.h"
#include "hf-diagnosis-thanks.h"
#include "hf-period.h"
#include "hf-promise-tally.h"
#include "hf-scorecard.h"

G_BEGIN_DECLS

/* One first-level code, counted once for a customer. */
typedef struct
{
  char *code;
  guint primary;
  guint contributing;
  guint said, inferred, recorded; /* by what it rests on; primary and contributing together */
} HfReasonCount;

/* One month of losses. */
typedef struct
{
  char *month; /* YYYY-MM */
  guint lost;
  guint at_start; /* customers at its start */
  guint complaints;
} HfMonthCount;

typedef struct
{
  char *name; /* a competitor, as customers call it */
  guint customers;
} HfCompetitorCount;

/* How many complaints reached a step of the escalation ladder. */
typedef struct
{
  char *step; /* its code */
  char *name; /* (nullable): as the firm calls it */
  guint complaints;
} HfEscalationCount;

#define HF_TYPE_FIGURES (hf_figures_get_type ())
G_DECLARE_FINAL_TYPE (HfFigures, hf_figures, HF, FIGURES, GObject)

/* One set of figures for a period and a branch: the screen, the workbook and the command line
 * show this and nothing else. */
struct _HfFigures
{
  GObject parent_instance;

  HfPeriod *period;
  char *branch;       /* the branch's code, NULL for all */
  char *company;      /* the firm's name, may be NULL */
  char *currency;     /* such as CNY, may be NULL */
  gint64 computed_at; /* a moment */

  struct
  {
    guint total, active, at_risk, lost, won_back;
    guint lost_undated; /* of the lost, those whose day is not known */
  } customers;

  struct
  {
    guint at_start;
    guint lost;    /* in the period */
    guint undated; /* lost, nobody knows when: left out at the start and of the lost */
    double rate;
    double retention;
    gint64 value_lost; /* yearly value of those lost in the period, thousandths */
    guint value_known; /* of those lost in the period, how many have a value */
  } churn;

  GPtrArray *reasons;     /* (element-type HfReasonCount), most primary first */
  GPtrArray *months;      /* (element-type HfMonthCount), in order of time */
  GPtrArray *competitors; /* (element-type HfCompetitorCount), most first */

  struct
  {
    guint logged, open, late, closed;
    guint escalated; /* raised to others than who deals with them */
    guint by_channel[HF_COMPLAINT_CHANNEL_UNKNOWN + 1]; /* HfComplaintChannel */
    guint by_category[HF_COMPLAINT_CATEGORY_UNKNOWN + 1];
    guint by_severity[HF_COMPLAINT_SEVERITY_UNKNOWN + 1];
  } complaints;

  HfSilentFigures silent;
  HfRecoveryTable recovery;
  HfScorecard *scorecard; /* its branches in their order */

  struct
  {
    guint started, completed, refused;
    guint lost_customers; /* who could have been asked */
    guint attempts, reached;
    double response_rate; /* RR1 of AAPOR, 0..1 */
    double contact_rate;  /* CON1 */
    double refusal_rate;  /* REF1 */
  } interviews;

  GPtrArray *escalations; /* (element-type HfEscalationCount), the lowest step first */

  GPtrArray *call_lists;       /* (element-type HfCampaign), the open ones first */
  GPtrArray *call_list_shares; /* (element-type HfCampaignShare): how far they have come */

  struct
  {
    guint called, completed;
    HfLoyaltyFactor factors[HF_LOYALTY_N_FACTORS]; /* as hf_loyalty_factors names them */
    double loyalty;                                /* 0 to 100 */
    HfPromoterScore promoters;
    guint referrals; /* people who were named */
    guint needs;     /* customers who said what they need */
    guint gestures;  /* signs of thanks that are wished for */
  } thanks;

  struct
  {
    guint allowed; /* lost customers who may be called about coming back */
    guint offered, accepted, considering, declined;
    guint declined_why;  /* and said why */
    double offer_rate;   /* of who may be called, 0..1 */
    double accept_rate;  /* of the offers */
    double decline_rate; /* of the offers */
  } win_back;

  /* Words that sound like a complaint, by what was decided about them. */
  struct
  {
    guint found, registered, dismissed;
    guint undecided; /* nobody has decided, or the customer has complained since */
  } hints;

  struct
  {
    guint made, kept, late, open, broken, released; /* made in the period */
    guint overdue;                                  /* of those that are open */
    HfPromiseTally due;                             /* due in the period; the name is NULL */
  } promises;
  GPtrArray *promises_by_staff;  /* (element-type HfPromiseTally): due, by who keeps them */
  GPtrArray *promises_by_branch; /* (element-type HfPromiseTally): due, by the branch */

  struct
  {
    guint a, b, c, unknown; /* by share of the need in the period's last month */
  } loyalty;
};

HfFigures *hf_figures_new (const HfPeriod *period, const char *branch);
HfReasonCount *hf_figures_add_reason (HfFigures *self, const char *code);
HfMonthCount *hf_figures_add_month (HfFigures *self, const char *month);
HfCompetitorCount *hf_figures_add_competitor (HfFigures *self, const char *name);
HfEscalationCount *hf_figures_add_escalation (HfFigures *self, const char *step,
                                              const char *name);
void hf_figures_sort_reasons (HfFigures *self);

G_END_DECLS
