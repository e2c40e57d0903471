#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CALL_TASK_WAITING,
  HF_CALL_TASK_DONE,
  HF_CALL_TASK_DROPPED,
  HF_CALL_TASK_EXHAUSTED, /* tried as often as the rules allow */
  HF_CALL_TASK_FULL,      /* the call list has enough of this class */
  HF_CALL_TASK_CLOSED,    /* the call list was closed */
} HfCallTaskState;

extern const HfChoice hf_call_task_states[];

/* Why the program itself queues a customer who is not lost: they buy little of what they need,
 * or gave a low score, which follows: "low-score 4/10". */
#define HF_CALL_TASK_CLASS_C "class-c"
#define HF_CALL_TASK_LOW_SCORE "low-score "

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
  gint64 campaign_id;          /* the call list that it is on, 0: none */
  gint64 staff_id;             /* for whom it is, 0: for anybody */
  gint64 priority;             /* larger is sooner: risk times yearly value, thousandths */
  gint64 due_at;               /* not before this moment; 0: at any time */
  gint64 appointment_at;       /* agreed with the customer; 0: none */
  gint64 appointment_staff_id; /* who alone keeps it; 0: anybody does */
  gint64 attempts;
  guint parts;         /* HfCallingPart flags: tried in vain then */
  char *zone;          /* the customer's time zone, empty: the firm's */
  char *why;           /* in the words of who asked for it, or HF_CALL_TASK_CLASS_C .. */
  gint64 complaint_id; /* that is followed up, 0: none */
  gint64 round;        /* of calls that came of one another, from 1 */

  /* Read-only. */
  char *customer_code;
  char *customer_name;
  char *phone;
  gboolean do_not_call;
  char *last_outcome;
  gint64 last_attempt_at;
  gint64 open_interview_id; /* an interview in progress, 0: none */
  char *complaint_number;
  gboolean may_offer;      /* the customer did not take back that they allow offers */
  gboolean for_others;     /* who works here dealt with the complaint, and others did not */
  char *appointment_staff; /* the name of who alone keeps it, NULL: anybody does */
};

HfCallTask *hf_call_task_new (void);

G_END_DECLS
