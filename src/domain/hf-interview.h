#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_INTERVIEW_LOST,
  HF_INTERVIEW_THANK_YOU,
  HF_INTERVIEW_LOW_SCORE,
  HF_INTERVIEW_FOLLOW_UP,
  HF_INTERVIEW_WIN_BACK, /* an offer, to who allowed it; the only call that offers anything */
} HfInterviewKind;

extern const HfChoice hf_interview_kinds[];

typedef enum
{
  HF_INTERVIEW_OPEN,
  HF_INTERVIEW_COMPLETED,
  HF_INTERVIEW_PARTIAL,
  HF_INTERVIEW_REFUSED,
  HF_INTERVIEW_UNREACHED,
} HfInterviewState;

extern const HfChoice hf_interview_states[];

#define HF_TYPE_INTERVIEW (hf_interview_get_type ())
G_DECLARE_FINAL_TYPE (HfInterview, hf_interview, HF, INTERVIEW, GObject)

/* One guided call with one customer. Its answers are records of their own. */
struct _HfInterview
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  gint64 customer_id;
  gint64 guide_id; /* the version that was used */
  gint64 task_id;  /* the entry of the call queue, 0: none */
  gint64 staff_id;
  HfInterviewKind kind;
  HfInterviewState state;
  char *language; /* in which the guide is read */
  char *position; /* the question that shows, NULL: the first */
  char *outcome;  /* a code of the outcome table, NULL while in progress */
  char *note;
  gint64 started_at;
  gint64 ended_at;  /* 0 while in progress */
  gint64 seconds;   /* spent talking */
  gint64 called_at; /* when the present call began, 0: with the interview; not stored */

  /* Read-only. */
  char *customer_code;
  char *customer_name;
  char *staff;
};

HfInterview *hf_interview_new (void);
HfInterview *hf_interview_copy (const HfInterview *self);

G_END_DECLS
