#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_PROMISE_IMMEDIATE,
  HF_PROMISE_DAY,
  HF_PROMISE_THREE_DAYS,
  HF_PROMISE_EMERGENCY,
  HF_PROMISE_WORKDAY,
  HF_PROMISE_DATED,
} HfPromiseTerm;

extern const HfChoice hf_promise_terms[];

/* What is promised for a day that was agreed goes by no clock. */
#define HF_PROMISE_NO_CLOCK -1

typedef enum
{
  HF_PROMISE_OPEN,
  HF_PROMISE_KEPT,
  HF_PROMISE_KEPT_LATE,
  HF_PROMISE_BROKEN,
  HF_PROMISE_RELEASED,
} HfPromiseState;

extern const HfChoice hf_promise_states[];

#define HF_TYPE_PROMISE (hf_promise_get_type ())
G_DECLARE_FINAL_TYPE (HfPromise, hf_promise, HF, PROMISE, GObject)

/* What somebody promised a customer, and until when. */
struct _HfPromise
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  gint64 customer_id;  /* 0: nobody in the customer list */
  gint64 complaint_id; /* 0: none */
  gint64 interview_id; /* 0: none */
  gint64 attempt_id;   /* of a call that was logged without a guide; 0: none */
  char *what;
  HfPromiseTerm term;
  int clock; /* the HfClockKind by which it was promised, or HF_PROMISE_NO_CLOCK */
  HfPromiseState state;
  gint64 made_at;
  gint64 due_at;    /* as it was promised last; 0: no time was promised */
  gint64 judged_at; /* the deadline that counts: due_at, or one that had passed before */
  gint64 done_at;   /* kept, broken or released; 0 while open */
  gint64 made_by_id;
  gint64 keeper_id;   /* who keeps it; 0: nobody was named */
  gint64 ended_by_id; /* 0 while open */
  char *note;         /* (nullable): how it ended, why, or in the customer's words */

  /* Read-only. */
  char *customer_name;
  char *complaint; /* (nullable): its number */
  char *made_by;
  char *owner;
  char *ended_by;
  char *calendar;   /* (nullable): what that of the branch is called */
  gboolean is_anew; /* the deadline was promised anew */
};

HfPromise *hf_promise_new (void);
HfPromise *hf_promise_copy (const HfPromise *self);
gboolean hf_promise_is_overdue (const HfPromise *self, gint64 now);
gboolean hf_promise_is_late (const HfPromise *self, gint64 now);
void hf_promise_end (HfPromise *self, HfPromiseState state, gint64 at, const char *note);
void hf_promise_reopen (HfPromise *self);
void hf_promise_make_anew (HfPromise *self, gint64 due_at, gint64 now);
gboolean hf_promise_state_needs_note (HfPromiseState state);
gboolean hf_promise_read_due (const char *text, gint64 *due_at);

G_END_DECLS
