#include "config.h"

#include "hf-timeline-entry.h"

#include <glib/gi18n.h>

#include "hf-amount.h"

G_DEFINE_FINAL_TYPE (HfTimelineEntry, hf_timeline_entry, G_TYPE_OBJECT)

const HfChoice hf_timeline_kinds[] = {
  [HF_TIMELINE_CALL] = { "call", NC_ ("choice", "Call") },
  [HF_TIMELINE_INTERVIEW] = { "interview", NC_ ("choice", "Interview") },
  [HF_TIMELINE_COMPLAINT] = { "complaint", NC_ ("choice", "Complaint") },
  [HF_TIMELINE_PROMISE] = { "promise", NC_ ("choice", "Promise") },
  [HF_TIMELINE_REASON] = { "reason", NC_ ("choice", "Churn reason") },
  [HF_TIMELINE_MANAGER] = { "manager", NC_ ("choice", "Account manager") },
  [HF_TIMELINE_PURCHASE] = { "purchase", NC_ ("choice", "Purchases") },
  [HF_TIMELINE_SCORE] = { "score", NC_ ("choice", "Satisfaction") },
  [HF_TIMELINE_NEED] = { "need", NC_ ("choice", "Need") },
  [HF_TIMELINE_REFERRAL] = { "referral", NC_ ("choice", "Referral") },
  [HF_TIMELINE_OFFER] = { "offer", NC_ ("choice", "Win-back offer") },
  [HF_TIMELINE_CHANGE] = { "change", NC_ ("choice", "Change") },
  [HF_TIMELINE_REFUSAL] = { "do_not_call", NC_ ("choice", "Do-not-call list") },
  [HF_TIMELINE_CONSENT] = { "consent", NC_ ("choice", "Consent") },
  [HF_TIMELINE_IMPORT] = { "import", NC_ ("choice", "Import") },
  [HF_TIMELINE_MERGE] = { "merge", NC_ ("choice", "Merge") },
  { NULL, NULL },
};

const HfChoice hf_offer_results[] = {
  [HF_OFFER_ACCEPTED] = { "accepted", NC_ ("choice", "Accepted") },
  [HF_OFFER_CONSIDERING] = { "considering", NC_ ("choice", "Thinks it over") },
  [HF_OFFER_DECLINED] = { "declined", NC_ ("choice", "Declined") },
  { NULL, NULL },
};

static void
hf_timeline_entry_finalize (GObject *object)
{
  HfTimelineEntry *self = HF_TIMELINE_ENTRY (object);
  g_free (self->state);
  g_free (self->words);
  g_free (self->who);
  G_OBJECT_CLASS (hf_timeline_entry_parent_class)->finalize (object);
}

static void
hf_timeline_entry_class_init (HfTimelineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_timeline_entry_finalize;
}

static void
hf_timeline_entry_init (HfTimelineEntry *self)
{
  self->amount = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_timeline_entry_new:
 *
 * Makes an empty entry.
 *
 * Returns: (transfer full): the record
 */
HfTimelineEntry *
hf_timeline_entry_new (void)
{
  return g_object_new (HF_TYPE_TIMELINE_ENTRY, NULL);
}
