#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_INTERVIEW_PAGE (hf_interview_page_get_type ())
G_DECLARE_FINAL_TYPE (HfInterviewPage, hf_interview_page, HF, INTERVIEW_PAGE, GtkWidget)

void hf_interview_page_start (HfInterviewPage *self, gint64 customer_id);

G_END_DECLS
