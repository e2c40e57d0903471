#pragma once

#include <adwaita.h>

#include "hf-review-filter.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_REVIEW_WINDOW (hf_review_window_get_type ())
G_DECLARE_FINAL_TYPE (HfReviewWindow, hf_review_window, HF, REVIEW_WINDOW, AdwWindow)

GtkWidget *hf_review_window_new (GtkWindow *parent, HfStore *store,
                                 const HfReviewFilter *filter, gint64 interview_id);

G_END_DECLS
