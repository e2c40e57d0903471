#pragma once

#include <gtk/gtk.h>

#include "hf-interview-session.h"
#include "hf-question-view.h"

G_BEGIN_DECLS

#define HF_TYPE_QUESTION_PANE (hf_question_pane_get_type ())
G_DECLARE_FINAL_TYPE (HfQuestionPane, hf_question_pane, HF, QUESTION_PANE, GtkWidget)

void hf_question_pane_set_session (HfQuestionPane *self, HfInterviewSession *session);
void hf_question_pane_show_notice (HfQuestionPane *self, const char *words);
void hf_question_pane_show_question (HfQuestionPane *self);
void hf_question_pane_show_reasons (HfQuestionPane *self);
void hf_question_pane_show_language (HfQuestionPane *self);
void hf_question_pane_show_failure (HfQuestionPane *self, const GError *error);
void hf_question_pane_confirm (HfQuestionPane *self);
void hf_question_pane_toggle_objection (HfQuestionPane *self, guint index);
gboolean hf_question_pane_pick (HfQuestionPane *self, guint number);
char *hf_question_pane_dup_selection (HfQuestionPane *self, gint64 *start, char **words);

G_END_DECLS
