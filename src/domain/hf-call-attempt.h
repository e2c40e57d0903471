#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_ATTEMPT (hf_call_attempt_get_type ())
G_DECLARE_FINAL_TYPE (HfCallAttempt, hf_call_attempt, HF, CALL_ATTEMPT, GObject)

/* One attempt to reach a customer. */
struct _HfCallAttempt
{
  GObject parent_instance;

  gint64 id;
  gint64 task_id; /* 0: by hand */
  gint64 customer_id;
  gint64 interview_id; /* 0: none */
  gint64 staff_id;
  char *outcome; /* a code of the outcome table */
  char *note;
  gint64 started_at;
  gint64 ended_at;

  /* Read-only. */
  char *staff;
};

HfCallAttempt *hf_call_attempt_new (void);

G_END_DECLS
