#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_TIMELINE_CALL,
  HF_TIMELINE_INTERVIEW,
  HF_TIMELINE_COMPLAINT,
  HF_TIMELINE_PROMISE,
  HF_TIMELINE_REASON,
  HF_TIMELINE_MANAGER,
  HF_TIMELINE_PURCHASE,
  HF_TIMELINE_SCORE,
  HF_TIMELINE_NEED,
  HF_TIMELINE_REFERRAL,
  HF_TIMELINE_OFFER,
  HF_TIMELINE_CHANGE,
  HF_TIMELINE_REFUSAL,
  HF_TIMELINE_CONSENT,
  HF_TIMELINE_IMPORT,
  HF_TIMELINE_MERGE,
} HfTimelineKind;

extern const HfChoice hf_timeline_kinds[];

/* What came of a win-back offer; the options of the question "offer-result". */
typedef enum
{
  HF_OFFER_ACCEPTED,
  HF_OFFER_CONSIDERING,
  HF_OFFER_DECLINED,
} HfOfferResult;

extern const HfChoice hf_offer_results[];

#define HF_TYPE_TIMELINE_ENTRY (hf_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (HfTimelineEntry, hf_timeline_entry, HF, TIMELINE_ENTRY, GObject)

/* One thing that happened with a customer, from whichever table. */
struct _HfTimelineEntry
{
  GObject parent_instance;

  HfTimelineKind kind;
  gint64 record_id; /* of its own table */
  gint64 at;
  char *state;   /* a name of its own table's states, codes or outcomes; may be NULL */
  char *words;   /* what it says; may be NULL */
  char *who;     /* who did it; may be NULL */
  gint64 amount; /* of purchases and scores, thousandths */
};

HfTimelineEntry *hf_timeline_entry_new (void);

G_END_DECLS
