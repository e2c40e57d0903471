#include "config.h"

#include "hf-words-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-quote-marks.h"
#include "hf-text.h"

/* Words on several lines: the customer's own, or staff's. */
struct _HfWordsView
{
  HfQuestionView parent_instance;

  GtkLabel *caption;
  GtkWidget *code_button;
  GtkWidget *scroller;
  GtkTextView *text;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (HfWordsView, hf_words_view, HF_TYPE_QUESTION_VIEW)

static char *
get_text (HfWordsView *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* A plain Enter begins a new line. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfWordsView *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  if (!enter || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;
  hf_question_view_submit (HF_QUESTION_VIEW (self));
  return TRUE;
}

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  HfWordsView *self = HF_WORDS_VIEW (view);
  gboolean verbatim = question->kind == HF_QUESTION_VERBATIM;
  const char *caption = question->kind == HF_QUESTION_PROMISE ? _ ("What was promised")
                        : verbatim ? _ ("In the customer’s own words")
                                   : _ ("Answer");
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_visible (self->code_button, verbatim);
  gtk_widget_set_size_request (self->scroller, -1, verbatim ? 150 : 80);
}

static void
set_value (HfQuestionView *view, const char *value)
{
  gtk_text_buffer_set_text (HF_WORDS_VIEW (view)->buffer, value, -1);
}

static char *
dup_value (HfQuestionView *view)
{
  return get_text (HF_WORDS_VIEW (view));
}

static void
set_label (HfQuestionView *view, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (HF_WORDS_VIEW (view)->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return GTK_WIDGET (HF_WORDS_VIEW (view)->text);
}

static void
hf_words_view_class_init (HfWordsViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->get_focus = get_focus;
  view_class->set_question = set_question;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->set_label = set_label;
  hf_question_view_class_set_template (view_class, "hf-words-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfWordsView, caption);
  gtk_widget_class_bind_template_child (widget_class, HfWordsView, code_button);
  gtk_widget_class_bind_template_child (widget_class, HfWordsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HfWordsView, text);
  gtk_widget_class_bind_template_child (widget_class, HfWordsView, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_words_view_init (HfWordsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_quote_marks_prepare (self->buffer);
}

/**
 * hf_words_view_dup_selection:
 * @self: the control
 * @start: (out): where the selection begins, characters from the beginning of the words as
 *   they are stored
 *
 * Gives the words that are selected.
 *
 * Returns: (transfer full) (nullable): the words, %NULL where none are
 */
char *
hf_words_view_dup_selection (HfWordsView *self, gint64 *start)
{
  return hf_quote_marks_dup_selection (self->buffer, start);
}

/**
 * hf_words_view_mark_quotes:
 * @self: the control
 * @reasons: (element-type HfCodedReason): reasons
 *
 * Marks the words that are coded. None stays selected: what is typed next would replace it.
 */
void
hf_words_view_mark_quotes (HfWordsView *self, GPtrArray *reasons)
{
  GtkTextIter end;
  hf_quote_marks_apply (self->buffer, reasons);
  if (!gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
}
