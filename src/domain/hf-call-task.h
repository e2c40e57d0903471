#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CALL_TASK_WAITING,
  HF_CALL_TASK_DONE,
  HF_CALL_TASK_DROPPED,
} HfCallTaskState;

extern const HfChoice hf_call_task_states[];

#define HF_TYPE_CALL_TASK (hf_call_task_get_type ())
G_DECLARE_FINAL_TYPE (HfCallTask, hf_call_task, HF, CALL_TASK, GObject)

/* One customer who waits to be called: an entry of the call queue. */
struct _HfCallTask
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  gint64 customer_id;
  int kind; /* HfInterviewKind */
  HfCallTaskState state;
  gint64 priority;       /* larger is sooner: yearly value at risk, thousandths */
  gint64 due_at;         /* not before this moment; 0: at any time */
  gint64 appointment_at; /* agreed with the customer; 0: none */
  gint64 attempts;
  char *why; /* in the words of who asked for it */

  /* Read-only. */
  char *customer_code;
  char *customer_name;
  char *phone;
  gboolean do_not_call;
  char *last_outcome;
  gint64 last_attempt_at;
  gint64 open_interview_id; /* an interview in progress, 0: none */
};

HfCallTask *hf_call_task_new (void);

G_END_DECLS
