#include "config.h"

#include "hf-campaign-merge.h"
#include "hf-text.h"

static HfCampaign *
new_campaign (const char *name, const char *deadline, gint64 staff_id, guint quota)
{
  HfCampaign *campaign = hf_campaign_new ();
  campaign->id = 7;
  campaign->revision = 1;
  campaign->name = g_strdup (name);
  campaign->deadline_on = g_strdup (deadline);
  g_array_append_val (campaign->staff, staff_id);
  campaign->quota[HF_LOYALTY_B] = quota;
  return campaign;
}

static void
test_what_differs (void)
{
  g_autoptr (HfCampaign) one = new_campaign ("春", NULL, 1, 5);
  g_autoptr (HfCampaign) other = new_campaign ("春", NULL, 1, 5);
  gint64 more[] = { 2, 1 };
  g_assert_cmpuint (hf_campaign_compare (one, other), ==, 0);
  other->quota[HF_LOYALTY_C] = 1;
  other->state = HF_CAMPAIGN_CLOSED;
  hf_text_set (&other->deadline_on, "2026-05-01");
  g_assert_cmpuint (hf_campaign_compare (one, other), ==,
                    HF_CAMPAIGN_DEADLINE | HF_CAMPAIGN_STATE
                        | HF_CAMPAIGN_QUOTA_OF (HF_LOYALTY_C));
  /* The order in which staff are named says nothing. */
  g_array_append_val (one->staff, more[0]);
  g_array_set_size (other->staff, 0);
  g_array_append_vals (other->staff, more, 2);
  g_assert_true (hf_campaign_same_staff (one->staff, other->staff));
  more[1] = 3;
  g_array_append_val (other->staff, more[1]);
  g_assert_false (hf_campaign_same_staff (one->staff, other->staff));
}

/* I renamed it and gave it a deadline; they gave it another deadline and a quota. */
static void
test_neither_change_is_lost (void)
{
  g_autoptr (HfCampaign) base = new_campaign ("春", NULL, 1, 5);
  g_autoptr (HfCampaign) mine = new_campaign ("夏", "2026-05-01", 1, 5);
  g_autoptr (HfCampaign) theirs = new_campaign ("春", "2026-06-01", 2, 9);
  theirs->revision = 2;
  g_assert_cmpuint (hf_campaign_clashes (base, mine, theirs), ==, HF_CAMPAIGN_DEADLINE);
  g_autoptr (HfCampaign) kept = hf_campaign_merge (base, mine, theirs, FALSE);
  g_autoptr (HfCampaign) taken = hf_campaign_merge (base, mine, theirs, TRUE);
  g_assert_cmpstr (kept->deadline_on, ==, "2026-05-01");
  g_assert_cmpstr (taken->deadline_on, ==, "2026-06-01");
  const HfCampaign *both[] = { kept, taken };
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_assert_cmpint (both[i]->id, ==, 7);
      g_assert_cmpint (both[i]->revision, ==, 2);
      g_assert_cmpstr (both[i]->name, ==, "夏");
      g_assert_cmpuint (both[i]->quota[HF_LOYALTY_B], ==, 9);
      g_assert_cmpint (g_array_index (both[i]->staff, gint64, 0), ==, 2);
    }
}

static void
test_the_same_change_is_no_clash (void)
{
  g_autoptr (HfCampaign) base = new_campaign ("春", NULL, 1, 5);
  g_autoptr (HfCampaign) mine = new_campaign ("夏", "2026-05-01", 1, 5);
  g_autoptr (HfCampaign) theirs = new_campaign ("夏", NULL, 1, 6);
  g_assert_cmpuint (hf_campaign_clashes (base, mine, theirs), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaign-merge/differs", test_what_differs);
  g_test_add_func ("/campaign-merge/neither-lost", test_neither_change_is_lost);
  g_test_add_func ("/campaign-merge/same", test_the_same_change_is_no_clash);
  return g_test_run ();
}
