#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_INTERVIEW_START (hf_interview_start_get_type ())
G_DECLARE_FINAL_TYPE (HfInterviewStart, hf_interview_start, HF, INTERVIEW_START, GtkWidget)

void hf_interview_start_set_store (HfInterviewStart *self, HfStore *store);
gpointer hf_interview_start_list_unfinished (HfStoreSession *session, gpointer unused,
                                             GError **error);

G_END_DECLS
