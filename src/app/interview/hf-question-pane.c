#include "config.h"

#include "hf-question-pane-private.h"

#include "hf-entry-view.h"
#include "hf-interview-closures.h"
#include "hf-interview-flow.h"
#include "hf-review-closures.h"
#include "hf-pair-view.h"
#include "hf-reasons-view.h"
#include "hf-text.h"
#include "hf-widget.h"
#include "hf-words-view.h"

G_DEFINE_FINAL_TYPE (HfQuestionPane, hf_question_pane, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), !hf_text_is_blank (text));
}

static HfQuestion *
get_question (HfQuestionPane *self)
{
  return hf_interview_session_get_question (self->session);
}

static void
show_error (HfQuestionPane *self, const char *words)
{
  set_text (self->error, words);
}

static void
hide_warning (HfQuestionPane *self)
{
  gtk_widget_set_visible (self->warning, FALSE);
}

static void
show_place (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  HfQuestion *question = get_question (self);
  guint count = 0;
  guint position = hf_interview_flow_position (file->guide, file->answers, question, &count);
  g_autofree char *place = hf_interview_words_place (position, count);
  gtk_label_set_text (self->place, place);
  gtk_progress_bar_set_fraction (self->progress,
                                 hf_interview_flow_progress (file->guide, file->answers));
}

static void
show_probes (HfQuestionPane *self, const HfQuestion *question, const char *language)
{
  hf_widget_empty_box (self->probes);
  for (guint i = 0; i < question->probes->len; i++)
    {
      GtkWidget *probe = gtk_label_new (hf_wording_get (question->probes->pdata[i], language));
      gtk_label_set_xalign (GTK_LABEL (probe), 0);
      gtk_label_set_wrap (GTK_LABEL (probe), TRUE);
      gtk_widget_add_css_class (probe, "probe");
      gtk_box_append (self->probes, probe);
    }
  gtk_widget_set_visible (self->probes_title, question->probes->len > 0);
}

static void
on_changed (HfQuestionPane *self)
{
  g_autofree char *typed = hf_question_view_dup_value (self->view);
  show_error (self, NULL);
  hide_warning (self);
  if (typed != NULL)
    hf_interview_session_type (self->session, typed);
}

static void
make_view (HfQuestionPane *self)
{
  hf_widget_empty_box (self->answer);
  self->view = hf_question_view_new (get_question (self),
                                     hf_interview_session_get_language (self->session));
  if (HF_IS_ENTRY_VIEW (self->view) && get_question (self)->kind == HF_QUESTION_COMPETITOR)
    hf_entry_view_set_names (HF_ENTRY_VIEW (self->view),
                             hf_interview_session_get_competitors (self->session));
  if (HF_IS_PAIR_VIEW (self->view))
    hf_pair_view_set_competitor (HF_PAIR_VIEW (self->view),
                                 hf_interview_session_get_competitor (self->session));
  g_signal_connect_object (self->view, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "submit", G_CALLBACK (hf_question_pane_confirm), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->answer, GTK_WIDGET (self->view));
}

static void
keep_answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfQuestionPane *self = HF_QUESTION_PANE (widget);
  hide_warning (self);
  hf_question_view_set_value (self->view, hf_interview_session_get_value (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
close_card (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfQuestionPane *self = HF_QUESTION_PANE (widget);
  if (gtk_widget_get_visible (self->warning))
    keep_answer (widget, action, parameter);
  else if (self->shown_objection >= 0)
    hf_question_pane_toggle_objection (self, (guint) self->shown_objection);
}

static void
hf_question_pane_dispose (GObject *object)
{
  HfQuestionPane *self = HF_QUESTION_PANE (object);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_QUESTION_PANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hf_question_pane_parent_class)->dispose (object);
}

static gboolean
hf_question_pane_grab_focus (GtkWidget *widget)
{
  HfQuestionPane *self = HF_QUESTION_PANE (widget);
  return self->view != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
hf_question_pane_class_init (HfQuestionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_question_pane_dispose;
  widget_class->grab_focus = hf_question_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (HF_TYPE_CALL_NOTICES);
  gtk_widget_class_install_action (widget_class, "question.keep-answer", NULL, keep_answer);
  gtk_widget_class_install_action (widget_class, "question.close-card", NULL, close_card);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "question.close-card",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-question-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, notices);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, part);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, place);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, progress);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, steps);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, speech);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, note);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, known);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, known_box);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, answer);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, error);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, warning);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, warning_words);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, change);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, hint);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, probes);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, probes_title);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, objection);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, objection_title);
  gtk_widget_class_bind_template_child (widget_class, HfQuestionPane, objection_words);
}

static void
hf_question_pane_init (HfQuestionPane *self)
{
  self->shown_objection = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_recovered (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  gboolean draft;
  guint count, n_answers = hf_interview_session_get_recovered (self->session, &draft);
  gboolean recovered = n_answers > 0 || draft;
  guint position = hf_interview_flow_position (file->guide, file->answers, get_question (self),
                                               &count);
  g_autofree char *words = hf_interview_words_recovered (n_answers, position, draft);
  hf_call_notices_show_notice (self->notices, recovered ? words : NULL);
}

static void
show_returned (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autofree char *words = file->comments != NULL ? hf_review_words_returned (file) : NULL;
  hf_call_notices_show_returned (self->notices, words);
}

/**
 * hf_question_pane_set_session:
 * @self: the pane
 * @session: a call that is open
 *
 * Shows another call.
 */
void
hf_question_pane_set_session (HfQuestionPane *self, HfInterviewSession *session)
{
  g_set_object (&self->session, session);
  show_recovered (self);
  show_returned (self);
  hf_question_pane_show_question (self);
}

/**
 * hf_question_pane_show_language:
 * @self: the pane
 *
 * Words everything in the language of the call; what is chosen or typed stays.
 */
void
hf_question_pane_show_language (HfQuestionPane *self)
{
  HfQuestion *question = get_question (self);
  const char *language = hf_interview_session_get_language (self->session);
  g_autofree char *speech = hf_question_pane_dup_speech (self);
  g_autofree char *hint = hf_interview_words_hint (question);
  set_text (self->part, hf_wording_get (question->part, language));
  set_text (self->speech, speech);
  set_text (self->note, hf_wording_get (question->note, language));
  set_text (self->hint, hint);
  hf_question_pane_show_steps (self);
  hf_question_pane_show_known (self);
  show_probes (self, question, language);
  hf_question_pane_show_objection (self);
  hf_question_view_set_language (self->view, language);
  hf_question_view_set_label (self->view, speech);
}

/**
 * hf_question_pane_show_notice:
 * @self: the pane
 * @words: what one should know
 *
 * Says something that does not stop the call.
 */
void
hf_question_pane_show_notice (HfQuestionPane *self, const char *words)
{
  hf_call_notices_show_notice (self->notices, words);
}

/**
 * hf_question_pane_show_question:
 * @self: the pane
 *
 * Shows the question at which the call stands, and gives its control the focus.
 */
void
hf_question_pane_show_question (HfQuestionPane *self)
{
  self->shown_objection = -1;
  show_error (self, NULL);
  hide_warning (self);
  hf_call_notices_hide_failure (self->notices);
  make_view (self);
  hf_question_pane_show_language (self);
  hf_question_pane_show_reasons (self);
  hf_question_pane_show_value (self);
  show_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/**
 * hf_question_pane_show_reasons:
 * @self: the pane
 *
 * Shows what is coded, where the question has to do with it.
 */
void
hf_question_pane_show_reasons (HfQuestionPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  if (HF_IS_REASONS_VIEW (self->view))
    {
      gboolean focused = has_focus (GTK_WIDGET (self->view));
      hf_reasons_view_set_reasons (HF_REASONS_VIEW (self->view), file->reasons, file->codebook);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else if (HF_IS_WORDS_VIEW (self->view))
    hf_words_view_mark_quotes (HF_WORDS_VIEW (self->view), file->reasons);
}

/**
 * hf_question_pane_show_failure:
 * @self: the pane
 * @error: why something could not be saved
 *
 * Says so; what was typed stays.
 */
void
hf_question_pane_show_failure (HfQuestionPane *self, const GError *error)
{
  hf_call_notices_show_failure (self->notices, error,
                                hf_interview_session_is_busy (self->session));
}

/**
 * hf_question_pane_confirm:
 * @self: the pane
 *
 * Takes the answer: it is checked, what it hides is named, and then it is stored.
 */
void
hf_question_pane_confirm (HfQuestionPane *self)
{
  g_autoptr (GError) error = NULL;
  if (hf_interview_session_is_busy (self->session))
    return;
  g_autofree char *typed = hf_question_view_dup_value (self->view);
  g_autofree char *value = hf_question_normalise (get_question (self), typed, &error);
  if (value == NULL)
    {
      g_autofree char *words = hf_interview_words_error (error->message);
      show_error (self, words);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
  if (hf_question_pane_warn (self, value))
    return;
  hf_call_notices_hide_notice (self->notices);
  hf_question_pane_tell_restored (self, value);
  hf_interview_session_answer (self->session, value);
}

/**
 * hf_question_pane_toggle_objection:
 * @self: the pane
 * @index: which of the guide's objections
 *
 * Shows what to answer to an objection, or hides it again.
 */
void
hf_question_pane_toggle_objection (HfQuestionPane *self, guint index)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  if (index >= file->guide->objections->len)
    return;
  self->shown_objection = self->shown_objection == (int) index ? -1 : (int) index;
  hf_question_pane_show_objection (self);
}

/**
 * hf_question_pane_pick:
 * @self: the pane
 * @number: a number key, 0 to 9
 *
 * Answers by a number key.
 *
 * Returns: whether the number means something here
 */
gboolean
hf_question_pane_pick (HfQuestionPane *self, guint number)
{
  return self->view != NULL && hf_question_view_pick (self->view, number);
}

/**
 * hf_question_pane_dup_selection:
 * @self: the pane
 * @start: (out): where the selection begins in the words
 * @words: (out) (transfer full) (nullable): all the words as they are stored
 *
 * Gives the customer's words that are selected while they are typed.
 *
 * Returns: (transfer full) (nullable): the selection, %NULL where there is none
 */
char *
hf_question_pane_dup_selection (HfQuestionPane *self, gint64 *start, char **words)
{
  *start = -1;
  *words = NULL;
  if (get_question (self)->kind != HF_QUESTION_VERBATIM)
    return NULL;
  char *selection = hf_words_view_dup_selection (HF_WORDS_VIEW (self->view), start);
  if (selection != NULL)
    {
      g_autofree char *typed = hf_question_view_dup_value (self->view);
      *words = hf_text_trim (typed);
    }
  return selection;
}
