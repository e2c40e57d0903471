#include "config.h"

#include "hf-dialogs.h"
#include "hf-interview-closures.h"
#include "hf-interview-flow.h"
#include "hf-known-words.h"
#include "hf-question-pane-private.h"
#include "hf-time.h"

static HfQuestion *
get_question (HfQuestionPane *self)
{
  return hf_interview_session_get_question (self->session);
}

static const HfAnswer *
find_known (HfQuestionPane *self, HfKnown *known)
{
  const HfQuestion *question = get_question (self);
  const HfAnswer *answer = NULL;
  if (question->fresh_days > 0 && hf_interview_session_get_value (self->session) == NULL)
    answer = hf_interview_file_find_known (hf_interview_session_get_file (self->session),
                                           question);
  *known = answer != NULL ? hf_known_judge (question, answer->at, hf_time_now ())
                          : HF_KNOWN_ANEW;
  return answer;
}

/**
 * hf_question_pane_dup_speech:
 * @self: the pane
 *
 * Gives what to say: the question, or whether what is known already is still so.
 *
 * Returns: (transfer full): the text
 */
char *
hf_question_pane_dup_speech (HfQuestionPane *self)
{
  HfKnown known;
  const HfAnswer *answer = find_known (self, &known);
  if (known == HF_KNOWN_ANEW)
    return hf_interview_session_dup_speech (self->session, get_question (self));
  return hf_known_dup_speech (get_question (self), answer->value, known,
                              hf_interview_session_get_language (self->session));
}

static GtkWidget *
new_step (const HfInterviewPart *part, const char *language)
{
  g_autofree char *words = hf_interview_words_part (part, language);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *child = gtk_flow_box_child_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, part->current ? "caption-heading" : "caption");
  if (!part->current)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  return child;
}

/**
 * hf_question_pane_show_steps:
 * @self: the pane
 *
 * Shows the parts of the call, and which of them are done.
 */
void
hf_question_pane_show_steps (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autoptr (GArray) parts = hf_interview_flow_list_parts (file->guide, file->answers,
                                                           get_question (self));
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_flow_box_remove (self->steps, child);
  for (guint i = 0; i < parts->len; i++)
    gtk_flow_box_append (self->steps,
                         new_step (&g_array_index (parts, HfInterviewPart, i),
                                   hf_interview_session_get_language (self->session)));
  gtk_widget_set_visible (GTK_WIDGET (self->steps), parts->len > 1);
}

/**
 * hf_question_pane_show_known:
 * @self: the pane
 *
 * Shows what is known already, and what to ask where it is no longer so.
 */
void
hf_question_pane_show_known (HfQuestionPane *self)
{
  HfKnown known;
  HfQuestion *question = get_question (self);
  const HfAnswer *answer = find_known (self, &known);
  gtk_widget_set_visible (self->known_box, answer != NULL);
  if (answer == NULL)
    return;
  const char *language = hf_interview_session_get_language (self->session);
  g_autofree char *text = hf_question_dup_answer (question, answer->value, language);
  g_autofree char *words = hf_known_words_answer (answer, text, known, hf_time_now ());
  g_autofree char *speech = hf_interview_session_dup_speech (self->session, question);
  g_autofree char *otherwise = hf_known_words_otherwise (words, speech, known);
  gtk_label_set_text (self->known, otherwise);
}

/**
 * hf_question_pane_show_objection:
 * @self: the pane
 *
 * Shows what to answer to the objection that was asked for.
 */
void
hf_question_pane_show_objection (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  gtk_widget_set_visible (self->objection, self->shown_objection >= 0);
  if (self->shown_objection < 0)
    return;
  const HfObjection *objection = file->guide->objections->pdata[self->shown_objection];
  g_autofree char *words = hf_interview_session_dup_objection (self->session, objection);
  gtk_label_set_text (
      self->objection_title,
      hf_wording_get (objection->title, hf_interview_session_get_language (self->session)));
  gtk_label_set_text (self->objection_words, words);
}

/**
 * hf_question_pane_show_value:
 * @self: the pane
 *
 * Shows the answer: what was typed counts before what was confirmed, and that before what is
 * known.
 */
void
hf_question_pane_show_value (HfQuestionPane *self)
{
  const char *value = hf_interview_session_get_draft (self->session);
  if (value == NULL)
    value = hf_interview_session_get_value (self->session);
  if (value == NULL)
    {
      HfKnown known;
      const HfAnswer *answer = find_known (self, &known);
      value = known != HF_KNOWN_ANEW ? answer->value : NULL;
    }
  hf_question_view_set_value (self->view, value);
}

static GPtrArray *
list_names (HfQuestionPane *self, GPtrArray *questions)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *speech = hf_interview_session_dup_speech (self->session,
                                                                 questions->pdata[i]);
      g_ptr_array_add (names, hf_interview_words_short (speech));
    }
  return names;
}

/**
 * hf_question_pane_warn:
 * @self: the pane
 * @value: what the answer is changed to
 *
 * Names the later answers that a changed answer hides. It asks once; the second time the person
 * means it.
 *
 * Returns: whether there is something to decide first
 */
gboolean
hf_question_pane_warn (HfQuestionPane *self, const char *value)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autoptr (GPtrArray) hidden = hf_interview_flow_list_hidden (file->guide, file->answers,
                                                                get_question (self), value);
  if (hidden->len == 0 || gtk_widget_get_visible (self->warning))
    return FALSE;
  g_autoptr (GPtrArray) names = list_names (self, hidden);
  g_autofree char *words = hf_interview_words_hidden (names);
  gtk_label_set_text (self->warning_words, words);
  gtk_widget_set_visible (self->warning, TRUE);
  gtk_widget_grab_focus (self->change);
  return TRUE;
}

/**
 * hf_question_pane_tell_restored:
 * @self: the pane
 * @value: what the answer is changed to
 *
 * Says how many hidden answers count again.
 */
void
hf_question_pane_tell_restored (HfQuestionPane *self, const char *value)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autoptr (GPtrArray) restored = hf_interview_flow_list_restored (file->guide, file->answers,
                                                                    get_question (self), value);
  if (restored->len == 0)
    return;
  g_autofree char *words = hf_interview_words_restored (restored->len);
  hf_dialogs_toast (GTK_WIDGET (self), words);
}
