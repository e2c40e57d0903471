#include "config.h"

#include "hf-campaign.h"
#include "hf-store-campaigns.h"
#include "hf-store-figures.h"
#include "hf-store-staff.h"
#include "hf-time.h"

static gboolean
is_in_period (const HfCampaign *campaign, const HfPeriod *period)
{
  g_autofree char *made_on = hf_time_format_date (campaign->created_at);
  return (period->from == NULL || g_strcmp0 (made_on, period->from) >= 0)
         && (period->to == NULL || g_strcmp0 (made_on, period->to) <= 0);
}

/**
 * hf_store_figures_add_call_lists:
 * @session: a session
 * @figures: figures
 * @branch: (nullable): a branch's code or name, %NULL for all
 * @error: (nullable): NOT_FOUND where there is no such branch ...
 *
 * Counts also how far each call list that was made in the period has come. It is counted case
 * by case, so what shows no call lists does without.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_figures_add_call_lists (HfStoreSession *session, HfFigures *figures,
                                 const char *branch, GError **error)
{
  gint64 branch_id = 0;
  if (!hf_store_branches_find_id (session, branch, &branch_id, error))
    return FALSE;
  g_autoptr (GPtrArray) all = hf_store_campaigns_list (session, error);
  g_autoptr (GPtrArray) shares = all != NULL ? hf_store_campaigns_list_all_shares (
                                     session, branch_id, error)
                                             : NULL;
  if (shares == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (is_in_period (all->pdata[i], figures->period))
      g_ptr_array_add (figures->call_lists, g_object_ref (all->pdata[i]));
  g_ptr_array_extend_and_steal (figures->call_list_shares, g_steal_pointer (&shares));
  return TRUE;
}
