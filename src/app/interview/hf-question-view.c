#include "config.h"

#include "hf-question-view.h"

#include "hf-choice-view.h"
#include "hf-entry-view.h"
#include "hf-pair-view.h"
#include "hf-reasons-view.h"
#include "hf-referral-view.h"
#include "hf-say-view.h"
#include "hf-scale-view.h"
#include "hf-widget.h"
#include "hf-words-view.h"

#define FOLDER "/org/huifang/Huifang/interview/"

typedef struct
{
  HfQuestion *question;
  gboolean setting; /* the program sets a value, nobody changes one */
} HfQuestionViewPrivate;

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SUBMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HfQuestionView, hf_question_view, GTK_TYPE_WIDGET)

static HfQuestionViewPrivate *
get_private (HfQuestionView *self)
{
  return hf_question_view_get_instance_private (self);
}

static gboolean
hf_question_view_grab_focus (GtkWidget *widget)
{
  HfQuestionView *self = HF_QUESTION_VIEW (widget);
  return gtk_widget_grab_focus (HF_QUESTION_VIEW_GET_CLASS (self)->get_focus (self));
}

static void
hf_question_view_dispose (GObject *object)
{
  if (HF_QUESTION_VIEW_GET_CLASS (object)->has_template)
    hf_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_object (&get_private (HF_QUESTION_VIEW (object))->question);
  G_OBJECT_CLASS (hf_question_view_parent_class)->dispose (object);
}

static void
hf_question_view_class_init (HfQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_question_view_dispose;
  widget_class->grab_focus = hf_question_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * HfQuestionView::changed:
   *
   * Emitted when the person changed the answer.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  /**
   * HfQuestionView::submit:
   *
   * Emitted when the person is done with the answer.
   */
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_question_view_init (HfQuestionView *self)
{
}

static GType
type_for (HfQuestionKind kind)
{
  switch (kind)
    {
    case HF_QUESTION_CHOICE:
    case HF_QUESTION_SEVERAL:
      return HF_TYPE_CHOICE_VIEW;
    case HF_QUESTION_SCALE:
      return HF_TYPE_SCALE_VIEW;
    case HF_QUESTION_PAIR:
      return HF_TYPE_PAIR_VIEW;
    case HF_QUESTION_REFERRAL:
      return HF_TYPE_REFERRAL_VIEW;
    case HF_QUESTION_NUMBER:
    case HF_QUESTION_MONEY:
    case HF_QUESTION_DATE:
    case HF_QUESTION_COMPETITOR:
      return HF_TYPE_ENTRY_VIEW;
    case HF_QUESTION_TEXT:
    case HF_QUESTION_VERBATIM:
    case HF_QUESTION_PROMISE:
      return HF_TYPE_WORDS_VIEW;
    case HF_QUESTION_REASONS:
      return HF_TYPE_REASONS_VIEW;
    case HF_QUESTION_SAY:
    default:
      return HF_TYPE_SAY_VIEW;
    }
}

/**
 * hf_question_view_class_set_template:
 * @klass: a kind of control
 * @name: the name of its template's file
 *
 * Says what the control is made of. In the template "on_changed" tells that the person changed
 * the answer, and "on_submit" that they are done with it.
 */
void
hf_question_view_class_set_template (HfQuestionViewClass *klass, const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  klass->has_template = TRUE;
  gtk_widget_class_set_template_from_resource (widget_class, path);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_changed",
                                                G_CALLBACK (hf_question_view_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_submit",
                                                G_CALLBACK (hf_question_view_submit));
}

/**
 * hf_question_view_new:
 * @question: a question
 * @language: a language's code
 *
 * Makes the control by which a question is answered.
 *
 * Returns: (transfer none): the control, without an answer
 */
HfQuestionView *
hf_question_view_new (HfQuestion *question, const char *language)
{
  HfQuestionView *self = g_object_new (type_for (question->kind), NULL);
  get_private (self)->question = g_object_ref (question);
  HfQuestionViewClass *klass = HF_QUESTION_VIEW_GET_CLASS (self);
  if (klass->set_question != NULL)
    klass->set_question (self, question);
  hf_question_view_set_language (self, language);
  return self;
}

/**
 * hf_question_view_get_question:
 * @self: a control
 *
 * Tells which question it answers.
 *
 * Returns: (transfer none): the question
 */
HfQuestion *
hf_question_view_get_question (HfQuestionView *self)
{
  return get_private (self)->question;
}

/**
 * hf_question_view_set_language:
 * @self: a control
 * @language: a language's code
 *
 * Words everything in another language; what is chosen or typed stays.
 */
void
hf_question_view_set_language (HfQuestionView *self, const char *language)
{
  HfQuestionViewClass *klass = HF_QUESTION_VIEW_GET_CLASS (self);
  if (klass->set_language != NULL)
    klass->set_language (self, language);
}

/**
 * hf_question_view_set_label:
 * @self: a control
 * @label: what is asked
 *
 * Names the control for a screen reader.
 */
void
hf_question_view_set_label (HfQuestionView *self, const char *label)
{
  HfQuestionViewClass *klass = HF_QUESTION_VIEW_GET_CLASS (self);
  if (klass->set_label != NULL)
    klass->set_label (self, label);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (klass->get_focus (self)),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

/**
 * hf_question_view_set_value:
 * @self: a control
 * @value: (nullable): an answer, or what was typed of one
 *
 * Shows an answer; "changed" is not emitted.
 */
void
hf_question_view_set_value (HfQuestionView *self, const char *value)
{
  HfQuestionViewPrivate *priv = get_private (self);
  HfQuestionViewClass *klass = HF_QUESTION_VIEW_GET_CLASS (self);
  priv->setting = TRUE;
  if (klass->set_value != NULL)
    klass->set_value (self, value != NULL ? value : "");
  priv->setting = FALSE;
}

/**
 * hf_question_view_dup_value:
 * @self: a control
 *
 * Gives the answer as it stands, for hf_question_normalise().
 *
 * Returns: (transfer full) (nullable): the answer
 */
char *
hf_question_view_dup_value (HfQuestionView *self)
{
  return HF_QUESTION_VIEW_GET_CLASS (self)->dup_value (self);
}

/**
 * hf_question_view_pick:
 * @self: a control
 * @number: a number key, 0 to 9
 *
 * Answers by a number key.
 *
 * Returns: whether the number means something here
 */
gboolean
hf_question_view_pick (HfQuestionView *self, guint number)
{
  HfQuestionViewClass *klass = HF_QUESTION_VIEW_GET_CLASS (self);
  return klass->pick != NULL && klass->pick (self, number);
}

/**
 * hf_question_view_changed:
 * @self: a control
 *
 * Emits "changed"; for what derives from it.
 */
void
hf_question_view_changed (HfQuestionView *self)
{
  if (!get_private (self)->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hf_question_view_submit:
 * @self: a control
 *
 * Emits "submit"; for what derives from it.
 */
void
hf_question_view_submit (HfQuestionView *self)
{
  g_signal_emit (self, signals[SIGNAL_SUBMIT], 0);
}
