#pragma once

#include <gtk/gtk.h>

#include "hf-question.h"

G_BEGIN_DECLS

#define HF_TYPE_QUESTION_VIEW (hf_question_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfQuestionView, hf_question_view, HF, QUESTION_VIEW, GtkWidget)

/* The control by which one kind of question is answered. */
struct _HfQuestionViewClass
{
  GtkWidgetClass parent_class;

  gboolean has_template;

  /* All but dup_value and get_focus may be NULL. Shows a question without an answer; called
   * once. */
  void (*set_question) (HfQuestionView *self, HfQuestion *question);
  /* Words everything in a language; what is chosen or typed stays. */
  void (*set_language) (HfQuestionView *self, const char *language);
  void (*set_value) (HfQuestionView *self, const char *value);
  char *(*dup_value) (HfQuestionView *self);
  /* A number key was pressed outside of a text. */
  gboolean (*pick) (HfQuestionView *self, guint number);
  /* Names the control for a screen reader; else the label describes what has the focus. */
  void (*set_label) (HfQuestionView *self, const char *label);
  /* Where the keyboard goes. */
  GtkWidget *(*get_focus) (HfQuestionView *self);
};

void hf_question_view_class_set_template (HfQuestionViewClass *klass, const char *name);

HfQuestionView *hf_question_view_new (HfQuestion *question, const char *language);
HfQuestion *hf_question_view_get_question (HfQuestionView *self);
void hf_question_view_set_language (HfQuestionView *self, const char *language);
void hf_question_view_set_label (HfQuestionView *self, const char *label);
void hf_question_view_set_value (HfQuestionView *self, const char *value);
char *hf_question_view_dup_value (HfQuestionView *self);
gboolean hf_question_view_pick (HfQuestionView *self, guint number);
void hf_question_view_changed (HfQuestionView *self);
void hf_question_view_submit (HfQuestionView *self);

G_END_DECLS
