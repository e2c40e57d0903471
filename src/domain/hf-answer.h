#pragma once

#include <glib-object.h>

#include "hf-choice.h"
#include "hf-interview.h"

G_BEGIN_DECLS

typedef enum
{
  HF_ANSWER_CURRENT,
  HF_ANSWER_REPLACED,
  HF_ANSWER_HIDDEN,
} HfAnswerState;

extern const HfChoice hf_answer_states[];

/* The channel of what was not asked but stands in the customer's file. */
#define HF_ANSWER_FROM_FILE "file"

#define HF_TYPE_ANSWER (hf_answer_get_type ())
G_DECLARE_FINAL_TYPE (HfAnswer, hf_answer, HF, ANSWER, GObject)

/* What was answered to one question. A changed answer is a new record; the old one is kept. */
struct _HfAnswer
{
  GObject parent_instance;

  gint64 id;
  gint64 interview_id;
  char *question; /* its id in the guide */
  char *value;    /* as hf-question reads it; several choices have a newline between them */
  HfAnswerState state;
  gint64 at;
  gint64 staff_id;
  char *channel; /* a name of hf_complaint_channels, or HF_ANSWER_FROM_FILE */

  /* Read-only. */
  char *staff;
  char *customer_code; /* this and what follows only in an export */
  char *customer_name;
  HfInterviewKind kind;
};

HfAnswer *hf_answer_new (void);

G_END_DECLS
