#pragma once

#include <glib-object.h>

#include "hf-choice.h"

G_BEGIN_DECLS

typedef enum
{
  HF_REVIEW_WAITING, /* nobody looked at it yet, or it was handed in again */
  HF_REVIEW_RETURNED,
  HF_REVIEW_ACCEPTED,
} HfReviewState;

extern const HfChoice hf_review_states[];

#define HF_TYPE_REVIEW (hf_review_get_type ())
G_DECLARE_FINAL_TYPE (HfReview, hf_review, HF, REVIEW, GObject)

/* How a finished interview stands with the supervisor. Read-only. */
struct _HfReview
{
  GObject parent_instance;

  gint64 interview_id;
  HfReviewState state;
  gint64 customer_id;
  char *customer;
  int kind; /* HfInterviewKind */
  char *outcome;
  gint64 ended_at;
  gint64 staff_id; /* who asked, 0: not said */
  char *staff;
  gint64 n_comments;
  gint64 returned_at; /* last; 0: never */
};

HfReview *hf_review_new (void);
gboolean hf_review_may (const HfReview *self, gint64 staff_id);

G_END_DECLS
