#pragma once

#include <glib-object.h>

#include "hf-call-task.h"

G_BEGIN_DECLS

/* So often a customer is called about one matter by itself; then a person decides. */
#define HF_FOLLOW_UP_MAX_ROUNDS 3

/* Nobody said what they had expected. */
#define HF_FOLLOW_UP_NOT_EXPECTED -1

typedef enum
{
  HF_FOLLOW_UP_UNKNOWN, /* not asked yet, or not answered */
  HF_FOLLOW_UP_SATISFIED,
  HF_FOLLOW_UP_PARTLY,
  HF_FOLLOW_UP_UNSATISFIED,
} HfFollowUpResult;

extern const HfChoice hf_follow_up_results[];

#define HF_TYPE_FOLLOW_UP (hf_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (HfFollowUp, hf_follow_up, HF, FOLLOW_UP, GObject)

/* A second follow-up of a complaint: the call that waits, or what it found. */
struct _HfFollowUp
{
  GObject parent_instance;

  gint64 task_id;
  gint64 round; /* which one of this complaint, from 1 */
  HfCallTaskState state;
  gint64 attempts;
  char *last_outcome;
  gint64 due_at; /* not before this moment */
  gint64 opened_at;
  gboolean for_others; /* than who works here: they dealt with the complaint */

  HfFollowUpResult result;
  int score;    /* on a scale up to @scale */
  int scale;    /* 0: no score was given */
  int expected; /* on the same scale, HF_FOLLOW_UP_NOT_EXPECTED where it was not said */
  gint64 gap;   /* as hf_satisfaction_gap() gives it, or unknown */
  gint64 at;    /* of the result */
  gint64 interview_id;
  gboolean by_handler; /* nobody else was there to call */
  char *staff;
};

HfFollowUp *hf_follow_up_new (void);
HfFollowUpResult hf_follow_up_judge (const char *solved, gboolean scored, gboolean is_low);
gboolean hf_follow_up_fell_short (const HfFollowUp *self);
gboolean hf_follow_up_calls_again (HfFollowUpResult result, gint64 round);

G_END_DECLS
