#pragma once

#include <gtk/gtk.h>

#include "hf-interview-session.h"

G_BEGIN_DECLS

#define HF_TYPE_INTERVIEW_DESK (hf_interview_desk_get_type ())
G_DECLARE_FINAL_TYPE (HfInterviewDesk, hf_interview_desk, HF, INTERVIEW_DESK, GtkWidget)

void hf_interview_desk_set_session (HfInterviewDesk *self, HfInterviewSession *session);
void hf_interview_desk_show_notice (HfInterviewDesk *self, const char *words);

G_END_DECLS
