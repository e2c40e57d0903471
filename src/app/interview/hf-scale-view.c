#include "config.h"

#include "hf-scale-view.h"

#include "hf-scale-row.h"

/* One number of a scale. */
struct _HfScaleView
{
  HfQuestionView parent_instance;

  HfScaleRow *row;
  GtkLabel *low;
  GtkLabel *high;
};

G_DEFINE_FINAL_TYPE (HfScaleView, hf_scale_view, HF_TYPE_QUESTION_VIEW)

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  hf_scale_row_set_range (HF_SCALE_VIEW (view)->row, question->lowest, question->highest);
}

static void
set_language (HfQuestionView *view, const char *language)
{
  HfScaleView *self = HF_SCALE_VIEW (view);
  const HfQuestion *question = hf_question_view_get_question (view);
  const char *low = hf_wording_get (question->low, language);
  const char *high = hf_wording_get (question->high, language);
  gtk_label_set_text (self->low, low != NULL ? low : "");
  gtk_label_set_text (self->high, high != NULL ? high : "");
  hf_scale_row_set_ends (self->row, low, high);
}

static void
set_value (HfQuestionView *view, const char *value)
{
  hf_scale_row_set_value (HF_SCALE_VIEW (view)->row, value);
}

static char *
dup_value (HfQuestionView *view)
{
  return hf_scale_row_dup_value (HF_SCALE_VIEW (view)->row);
}

static gboolean
pick (HfQuestionView *view, guint number)
{
  return hf_scale_row_pick (HF_SCALE_VIEW (view)->row, number);
}

static void
set_label (HfQuestionView *view, const char *label)
{
  hf_scale_row_set_label (HF_SCALE_VIEW (view)->row, label);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfScaleView *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      hf_question_view_submit (HF_QUESTION_VIEW (self));
      return TRUE;
    default:
      return hf_scale_row_press (self->row, keyval);
    }
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return GTK_WIDGET (HF_SCALE_VIEW (view)->row);
}

static void
hf_scale_view_class_init (HfScaleViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->get_focus = get_focus;
  view_class->set_question = set_question;
  view_class->set_language = set_language;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->pick = pick;
  view_class->set_label = set_label;
  g_type_ensure (HF_TYPE_SCALE_ROW);
  hf_question_view_class_set_template (view_class, "hf-scale-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, row);
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, low);
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, high);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_scale_view_init (HfScaleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
