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
  char *what;
  HfPromiseTerm term;
  HfPromiseState state;
  gint64 made_at;
  gint64 due_at;
  gint64 done_at; /* kept, broken or released; 0 while open */
  gint64 made_by_id;

  /* Read-only. */
  char *customer_name;
  char *made_by;
};

HfPromise *hf_promise_new (void);

G_END_DECLS
