#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_CAMPAIGN_RULE_ERROR (hf_campaign_rule_error_quark ())

typedef enum
{
  HF_CAMPAIGN_RULE_ERROR_INVALID,
} HfCampaignRuleError;

/* Which customers a call list picks; NULL and 0 do not narrow it. */
typedef struct
{
  char *status; /* a name of hf_customer_statuses */
  char *grade;  /* a name of hf_loyalty_classes */
  char *tag;    /* one of theirs */
  gint64 branch_id;
  gint64 least_value;    /* a year, thousandths */
  guint lost_from_days;  /* lost at least so many days ago */
  guint lost_to_days;    /* and at most so many */
  guint low_scores;      /* gave at least so many scores */
  gint64 low_below;      /* below this, of ten, thousandths */
  guint not_called_days; /* nobody called for so many days */
  guint answered_days; /* a complaint answered in the last so many days, and not asked since */
} HfCampaignRule;

GQuark hf_campaign_rule_error_quark (void);
HfCampaignRule *hf_campaign_rule_new (void);
HfCampaignRule *hf_campaign_rule_copy (const HfCampaignRule *self);
void hf_campaign_rule_free (HfCampaignRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCampaignRule, hf_campaign_rule_free)
HfCampaignRule *hf_campaign_rule_parse (const char *text, GError **error);
char *hf_campaign_rule_format (const HfCampaignRule *self);
gboolean hf_campaign_rule_validate (const HfCampaignRule *self, GError **error);

G_END_DECLS
