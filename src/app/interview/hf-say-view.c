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

static char *
dup_value (HfQuestionView *view)
{
  return g_strdup (HF_QUESTION_SAID);
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return HF_SAY_VIEW (view)->said;
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

  G_OBJECT_CLASS (klass)->dispose = hf_say_view_dispose;
  view_class->get_focus = get_focus;
  view_class->dup_value = dup_value;
}

static void
hf_say_view_init (HfSayView *self)
{
  self->said = gtk_button_new_with_mnemonic (_ ("_Said, Go On"));
  gtk_widget_set_halign (self->said, GTK_ALIGN_START);
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));
  g_signal_connect_swapped (self->said, "clicked", G_CALLBACK (hf_question_view_submit), self);
}
