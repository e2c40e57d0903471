#include "config.h"

#include "hf-campaign-share.h"

/**
 * hf_campaign_share_new:
 * @campaign_id: a call list's key
 * @staff_id: who calls, 0 for whoever takes it
 * @staff: (nullable): their name
 * @grade: the class of those who are called
 *
 * Makes a part of a call list with nobody in it.
 *
 * Returns: (transfer full): the part
 */
HfCampaignShare *
hf_campaign_share_new (gint64 campaign_id, gint64 staff_id, const char *staff,
                       HfLoyaltyClass grade)
{
  HfCampaignShare *self = g_new0 (HfCampaignShare, 1);
  self->campaign_id = campaign_id;
  self->staff_id = staff_id;
  self->staff = g_strdup (staff);
  self->grade = grade;
  return self;
}

/**
 * hf_campaign_share_free:
 * @self: (transfer full): a part of a call list
 *
 * Frees it.
 */
void
hf_campaign_share_free (HfCampaignShare *self)
{
  g_free (self->staff);
  g_free (self);
}

/**
 * hf_campaign_share_get_rates:
 * @self: a part of a call list
 * @rates: (out): RR1, CON1 and REF1
 *
 * Works out its rates by hf_diagnosis_rates(). Everybody on the list is a case, also who was
 * not called yet: while a list is open the rates are those so far, and lower than in the end.
 *
 * Returns: whether there is anybody to work them out of
 */
gboolean
hf_campaign_share_get_rates (const HfCampaignShare *self, HfCallRates *rates)
{
  return hf_diagnosis_rates (self->cases, rates);
}

static HfCampaignShare *
find_group (GPtrArray *groups, const HfCampaignShare *share, HfCampaignGrouping by)
{
  for (guint i = 0; i < groups->len; i++)
    {
      HfCampaignShare *group = groups->pdata[i];
      if (by == HF_CAMPAIGN_BY_LIST
          || (by == HF_CAMPAIGN_BY_STAFF && group->staff_id == share->staff_id)
          || (by == HF_CAMPAIGN_BY_CLASS && group->grade == share->grade))
        return group;
    }
  return NULL;
}

static HfCampaignShare *
add_group (GPtrArray *groups, const HfCampaignShare *share, HfCampaignGrouping by)
{
  gboolean by_staff = by == HF_CAMPAIGN_BY_STAFF;
  HfCampaignShare *group = hf_campaign_share_new (
      share->campaign_id, by_staff ? share->staff_id : 0, by_staff ? share->staff : NULL,
      by == HF_CAMPAIGN_BY_CLASS ? share->grade : HF_LOYALTY_UNKNOWN);
  g_ptr_array_add (groups, group);
  return group;
}

static void
add_share (HfCampaignShare *group, const HfCampaignShare *share)
{
  group->count.n_waiting += share->count.n_waiting;
  group->count.n_done += share->count.n_done;
  group->count.n_ended += share->count.n_ended;
  for (guint i = 0; i < HF_RATE_N_CLASSES; i++)
    group->cases[i] += share->cases[i];
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const HfCampaignShare *one = *(HfCampaignShare *const *) a;
  const HfCampaignShare *other = *(HfCampaignShare *const *) b;
  if (one->grade != other->grade)
    return one->grade < other->grade ? -1 : 1;
  /* Whoever takes it comes last. */
  if ((one->staff == NULL) != (other->staff == NULL))
    return one->staff != NULL ? -1 : 1;
  return g_strcmp0 (one->staff, other->staff);
}

/**
 * hf_campaign_shares_group:
 * @shares: (element-type HfCampaignShare): parts of call lists
 * @campaign_id: of which list
 * @by: how they are put together
 *
 * Sums up the parts of a list.
 *
 * Returns: (transfer container) (element-type HfCampaignShare): the sums, by class or name
 */
GPtrArray *
hf_campaign_shares_group (GPtrArray *shares, gint64 campaign_id, HfCampaignGrouping by)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_campaign_share_free);
  for (guint i = 0; i < shares->len; i++)
    {
      const HfCampaignShare *share = shares->pdata[i];
      if (share->campaign_id != campaign_id)
        continue;
      HfCampaignShare *group = find_group (groups, share, by);
      add_share (group != NULL ? group : add_group (groups, share, by), share);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
