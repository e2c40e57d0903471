#pragma once

#include "hf-promise.h"

G_BEGIN_DECLS

typedef enum
{
  HF_PROMISE_EVENT_ENDED,
  HF_PROMISE_EVENT_ANEW,
  HF_PROMISE_EVENT_GIVEN,
  HF_PROMISE_EVENT_REOPENED,
  HF_PROMISE_EVENT_TAKEN_BACK,
} HfPromiseEventKind;

extern const HfChoice hf_promise_event_kinds[];

#define HF_TYPE_PROMISE_EVENT (hf_promise_event_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseEvent, hf_promise_event, HF, PROMISE_EVENT, GObject)

/* What was done about a promise after it was made. */
struct _HfPromiseEvent
{
  GObject parent_instance;

  HfPromiseEventKind kind;
  HfPromiseState state; /* afterwards */
  gint64 due_before;    /* a moment */
  gint64 due_after;
  gint64 at;
  char *staff;        /* (nullable): who did it */
  char *owner_before; /* (nullable): who was to keep it */
  char *owner_after;  /* (nullable) */
  char *note;         /* (nullable) */
};

HfPromiseEvent *hf_promise_event_new (void);

G_END_DECLS
