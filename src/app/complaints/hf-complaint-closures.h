#pragma once

#include "hf-complaint.h"
#include "hf-follow-up.h"
#include "hf-promise.h"
#include "hf-store-error.h"

G_BEGIN_DECLS

/* A step, seen from where a complaint stands. */
typedef enum
{
  HF_STEP_PASSED,
  HF_STEP_UNRECORDED, /* before it, but nobody said so: passed over, or not in the file */
  HF_STEP_PRESENT,
  HF_STEP_AHEAD,
} HfStepPlace;

char *hf_complaint_title (const HfComplaint *complaint);
char *hf_complaint_subtitle (const HfComplaint *complaint);
char *hf_complaint_row_words (const HfComplaint *complaint);
char *hf_complaint_summary (const HfComplaint *complaint);
char *hf_complaint_clock (const HfComplaint *complaint, gint64 now);
char *hf_complaint_row_moment (const HfComplaint *complaint, gint64 now);
const char *hf_complaint_step_label (HfComplaintStatus step);
char *hf_complaint_step_words (HfComplaintStatus step, HfStepPlace place);
const char *hf_complaint_category_words (HfComplaintCategory category);
char *hf_complaint_promise_words (const HfPromise *promise, gint64 now);
char *hf_complaint_follow_up_title (const HfFollowUp *follow_up);
char *hf_complaint_follow_up_words (const HfFollowUp *follow_up, gint64 now);
char *hf_complaint_unsaved_words (const GError *error);
char *hf_complaint_unkept_words (const GError *error);

G_END_DECLS
