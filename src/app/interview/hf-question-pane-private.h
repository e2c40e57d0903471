#pragma once

#include "hf-call-notices.h"
#include "hf-question-pane.h"

G_BEGIN_DECLS

/* One question at a time: what to say, the control to answer it, and what helps. */
struct _HfQuestionPane
{
  GtkWidget parent_instance;

  HfCallNotices *notices;
  GtkScrolledWindow *scroller;
  GtkLabel *part;
  GtkLabel *place;
  GtkProgressBar *progress;
  GtkFlowBox *steps; /* the parts of the call */
  GtkLabel *speech;
  GtkLabel *note;
  GtkLabel *known;
  GtkWidget *known_box;
  GtkBox *answer;
  GtkLabel *error;
  GtkWidget *warning;
  GtkLabel *warning_words;
  GtkWidget *change;
  GtkLabel *hint;
  GtkBox *probes;
  GtkWidget *probes_title;
  GtkWidget *objection;
  GtkLabel *objection_title;
  GtkLabel *objection_words;

  HfInterviewSession *session;
  HfQuestionView *view; /* borrowed from the answer box */
  int shown_objection;  /* -1: none */
};

void hf_question_pane_show_steps (HfQuestionPane *self);
void hf_question_pane_show_known (HfQuestionPane *self);
void hf_question_pane_show_value (HfQuestionPane *self);
void hf_question_pane_show_objection (HfQuestionPane *self);
gboolean hf_question_pane_warn (HfQuestionPane *self, const char *value);
void hf_question_pane_tell_restored (HfQuestionPane *self, const char *value);
char *hf_question_pane_dup_speech (HfQuestionPane *self);

G_END_DECLS
