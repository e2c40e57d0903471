#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

/* Where words were found that sound like a complaint. */
typedef enum
{
  HF_HINT_CALL,     /* the note of a call */
  HF_HINT_VERBATIM, /* what the customer said in one */
  HF_HINT_SCORE,    /* what the customer wrote with a score */
  HF_HINT_N_SOURCES,
} HfHintSource;

typedef enum
{
  HF_HINT_OPEN,
  HF_HINT_LATER, /* somebody put off the decision */
  HF_HINT_REGISTERED,
  HF_HINT_DISMISSED, /* it is not a complaint */
} HfHintState;

extern const HfChoice hf_hint_sources[];
extern const HfChoice hf_hint_states[];

#define HF_TYPE_COMPLAINT_HINT (hf_complaint_hint_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaintHint, hf_complaint_hint, HF, COMPLAINT_HINT, GObject)

/* Words that sound like a complaint that nobody registered. */
struct _HfComplaintHint
{
  GObject parent_instance;

  gint64 id;
  HfHintSource source;
  gint64 source_id;
  gint64 customer_id;
  gint64 staff_id; /* who wrote them down, 0: not known */
  gint64 at;       /* when they were said */
  HfHintState state;
  gint64 decided_at;   /* a moment or 0 */
  gint64 complaint_id; /* that was registered, 0: none */

  /* Read-only. */
  char *words; /* NULL where they are gone */
  char *customer_name;
  char *customer_code;
  char *phone;
  char *branch;
  char *staff;
  char *decided_by;
};

HfComplaintHint *hf_complaint_hint_new (void);

G_END_DECLS
