#pragma once

#include <glib-object.h>

#include "hf-campaign-rule.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-interview.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CAMPAIGN_OPEN,
  HF_CAMPAIGN_CLOSED,
} HfCampaignState;

extern const HfChoice hf_campaign_states[];

#define HF_CAMPAIGN_MAX_NAME 60
#define HF_CAMPAIGN_MAX_QUOTA 1000000
#define HF_CAMPAIGN_N_QUOTAS HF_LOYALTY_UNKNOWN

/* How far a call list has come. */
typedef struct
{
  gint64 n_waiting;
  gint64 n_done;  /* completed or partial */
  gint64 n_ended; /* without an interview: refused, out of attempts, quota reached, .. */
} HfCampaignCount;

#define HF_TYPE_CAMPAIGN (hf_campaign_get_type ())
G_DECLARE_FINAL_TYPE (HfCampaign, hf_campaign, HF, CAMPAIGN, GObject)

/* A call list: who is called about what, until when. Whom the rule picked when it was made is
 * on it, and nobody later. */
struct _HfCampaign
{
  GObject parent_instance;

  gint64 id; /* 0: not stored yet */
  gint64 revision;
  char *name;
  HfInterviewKind kind;
  HfCampaignState state;
  HfCampaignRule *rule;
  char *deadline_on;                 /* NULL: none */
  guint quota[HF_CAMPAIGN_N_QUOTAS]; /* interviews of A, B and C, 0: as many as there are */
  GArray *staff;                     /* (element-type gint64): who calls; empty: everybody */
  gint64 created_at;

  /* Read-only. */
  HfCampaignCount count;
};

HfCampaign *hf_campaign_new (void);
gboolean hf_campaign_validate (const HfCampaign *self, GError **error);
char *hf_campaign_format_quota (const HfCampaign *self);
gboolean hf_campaign_parse_quota (HfCampaign *self, const char *text, GError **error);

G_END_DECLS
