#pragma once

#include <adwaita.h>

#include "hf-call-facts.h"
#include "hf-interview-desk.h"
#include "hf-question-pane.h"
#include "hf-reasons-pane.h"

G_BEGIN_DECLS

struct _HfInterviewDesk
{
  GtkWidget parent_instance;

  AdwFlap *facts_flap;
  AdwFlap *reasons_flap;
  HfCallFacts *facts;
  GtkLabel *customer;
  HfQuestionPane *pane;
  HfReasonsPane *reasons;
  GtkWidget *back;
  GtkWidget *next;
  GtkDropDown *languages;
  GtkLabel *clock;
  GtkLabel *saved;
  GtkMenuButton *notes;
  GtkTextBuffer *note;

  HfInterviewSession *session; /* NULL until a call is open */
  GSignalGroup *signals;
  GtkWidget *dialog;    /* the picker or the finish dialog while it is open */
  GStrv language_codes; /* as the chooser lists them */
  gboolean setting_up;
  guint clock_source;
  guint focus_source;
  guint fold_source;
  guint note_source;
};

void hf_interview_desk_install_actions (GtkWidgetClass *klass);
void hf_interview_desk_finish (HfInterviewDesk *self);

G_END_DECLS
