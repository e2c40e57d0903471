#include "config.h"

#include "hf-say-view.h"

#include <glib/gi18n.h>

/* Something to say that asks nothing: one button that says it was said. */
struct _HfSayView
{
  HfQuestionView parent_instance;

  GtkWidget *said;
};

G_DEFINE_FINAL_TYPE (HfSayView, hf_say_view, HF_TYPE_QUESTION_VIEW)

static void
on_said (HfSayView *self)
{
  hf_question_view_submit (HF_QUESTION_VIEW (self));
}

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
}

static void
set_language (HfQuestionView *view, const char *language)
{
}

static void
set_value (HfQuestionView *view, const char *value)
{
}

static char *
dup_value (HfQuestionView *view)
{
  return g_strdup (HF_QUESTION_SAID);
}

static void
set_label (HfQuestionView *view, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (HF_SAY_VIEW (view)->said),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

static gboolean
hf_say_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HF_SAY_VIEW (widget)->said);
}

static void
hf_say_view_dispose (GObject *object)
{
  g_clear_pointer (&HF_SAY_VIEW (object)->said, gtk_widget_unparent);
  G_OBJECT_CLASS (hf_say_view_parent_class)->dispose (object);
}

static void
hf_say_view_class_init (HfSayViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_say_view_dispose;
  widget_class->grab_focus = hf_say_view_grab_focus;
  view_class->set_question = set_question;
  view_class->set_language = set_language;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->set_label = set_label;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_say_view_init (HfSayView *self)
{
  self->said = gtk_button_new_with_mnemonic (_ ("_Said, Go On"));
  gtk_widget_set_halign (self->said, GTK_ALIGN_START);
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));
  g_signal_connect_swapped (self->said, "clicked", G_CALLBACK (on_said), self);
}
