#include "config.h"

#include "hf-campaign-merge.h"

#include "hf-text.h"

static gboolean
has_staff (const GArray *staff, gint64 id)
{
  for (guint i = 0; i < staff->len; i++)
    if (g_array_index (staff, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * hf_campaign_same_staff:
 * @one: (element-type gint64): keys of staff, each once
 * @other: (element-type gint64): keys of staff, each once
 *
 * Tells whether the same people are to call, in whatever order.
 *
 * Returns: whether they are
 */
gboolean
hf_campaign_same_staff (const GArray *one, const GArray *other)
{
  gboolean same = one->len == other->len;
  for (guint i = 0; same && i < one->len; i++)
    same = has_staff (other, g_array_index (one, gint64, i));
  return same;
}

/**
 * hf_campaign_compare:
 * @one: a call list
 * @other: the same one as it was at another time
 *
 * Tells what of a call list was changed.
 *
 * Returns: #HfCampaignPart flags
 */
guint
hf_campaign_compare (const HfCampaign *one, const HfCampaign *other)
{
  guint parts = 0;
  if (g_strcmp0 (one->name, other->name) != 0)
    parts |= HF_CAMPAIGN_NAME;
  if (g_strcmp0 (one->deadline_on, other->deadline_on) != 0)
    parts |= HF_CAMPAIGN_DEADLINE;
  if (!hf_campaign_same_staff (one->staff, other->staff))
    parts |= HF_CAMPAIGN_STAFF;
  if (one->state != other->state)
    parts |= HF_CAMPAIGN_STATE;
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    if (one->quota[i] != other->quota[i])
      parts |= HF_CAMPAIGN_QUOTA_OF (i);
  return parts;
}

/**
 * hf_campaign_clashes:
 * @base: a call list as it was before
 * @mine: as it was changed here
 * @theirs: as it was changed elsewhere meanwhile
 *
 * Tells what both changed, and not to the same.
 *
 * Returns: #HfCampaignPart flags
 */
guint
hf_campaign_clashes (const HfCampaign *base, const HfCampaign *mine, const HfCampaign *theirs)
{
  return hf_campaign_compare (base, mine) & hf_campaign_compare (base, theirs)
         & hf_campaign_compare (mine, theirs);
}

static void
take_parts (HfCampaign *self, const HfCampaign *from, guint parts)
{
  if ((parts & HF_CAMPAIGN_NAME) != 0)
    hf_text_set (&self->name, from->name);
  if ((parts & HF_CAMPAIGN_DEADLINE) != 0)
    hf_text_set (&self->deadline_on, from->deadline_on);
  if ((parts & HF_CAMPAIGN_STATE) != 0)
    self->state = from->state;
  if ((parts & HF_CAMPAIGN_STAFF) != 0)
    {
      g_array_set_size (self->staff, 0);
      g_array_append_vals (self->staff, from->staff->data, from->staff->len);
    }
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    if ((parts & HF_CAMPAIGN_QUOTA_OF (i)) != 0)
      self->quota[i] = from->quota[i];
}

/**
 * hf_campaign_merge:
 * @base: a call list as it was before
 * @mine: as it was changed here
 * @theirs: as it was changed elsewhere meanwhile, and is stored
 * @prefer_theirs: whether what both changed is as they have it, not as it is here
 *
 * Puts both changes together, so that neither is lost.
 *
 * Returns: (transfer full): the call list, to be stored over theirs
 */
HfCampaign *
hf_campaign_merge (const HfCampaign *base, const HfCampaign *mine, const HfCampaign *theirs,
                   gboolean prefer_theirs)
{
  HfCampaign *self = hf_campaign_new ();
  guint changed = hf_campaign_compare (base, mine);
  self->id = theirs->id;
  self->revision = theirs->revision;
  self->kind = theirs->kind;
  take_parts (self, theirs, ~0u);
  take_parts (self, mine,
              prefer_theirs ? changed & ~hf_campaign_clashes (base, mine, theirs) : changed);
  return self;
}
