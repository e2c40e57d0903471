#pragma once

#include "hf-complaint.h"
#include "hf-follow-up.h"
#include "hf-promise.h"
#include "hf-store-error.h"

G_BEGIN_DECLS

char *hf_complaint_title (const HfComplaint *complaint);
char *hf_complaint_subtitle (const HfComplaint *complaint);
char *hf_complaint_row_words (const HfComplaint *complaint);
char *hf_complaint_summary (const HfComplaint *complaint);
char *hf_complaint_clock (const HfComplaint *complaint, gint64 now);
char *hf_complaint_row_moment (const HfComplaint *complaint, gint64 now);
const char *hf_complaint_step_label (HfComplaintStatus step);
const char *hf_complaint_category_words (HfComplaintCategory category);
char *hf_complaint_promise_words (const HfPromise *promise, gint64 now);
char *hf_complaint_follow_up_title (const HfFollowUp *follow_up);
char *hf_complaint_follow_up_words (const HfFollowUp *follow_up, gint64 now);
char *hf_complaint_unsaved_words (const GError *error);

G_END_DECLS
