#include "config.h"

#include "hf-referral-view.h"

#include "hf-text.h"

/* Whom a customer names as somebody we may greet: a name and a telephone number. */
struct _HfReferralView
{
  HfQuestionView parent_instance;

  GtkEditable *name;
  GtkEditable *phone;
};

G_DEFINE_FINAL_TYPE (HfReferralView, hf_referral_view, HF_TYPE_QUESTION_VIEW)

/* Without a name there is no number either. */
static void
on_name_done (HfReferralView *self)
{
  if (hf_text_is_blank (gtk_editable_get_text (self->name)))
    hf_question_view_submit (HF_QUESTION_VIEW (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->phone));
}

static void
set_value (HfQuestionView *view, const char *value)
{
  HfReferralView *self = HF_REFERRAL_VIEW (view);
  g_auto (GStrv) lines = g_strsplit (value, "\n", 2);
  gboolean any = lines[0] != NULL;
  gtk_editable_set_text (self->name, any ? lines[0] : "");
  gtk_editable_set_text (self->phone, any && lines[1] != NULL ? lines[1] : "");
}

static char *
dup_value (HfQuestionView *view)
{
  HfReferralView *self = HF_REFERRAL_VIEW (view);
  const char *name = gtk_editable_get_text (self->name);
  const char *phone = gtk_editable_get_text (self->phone);
  if (hf_text_is_blank (phone))
    return g_strdup (name);
  return g_strconcat (name, "\n", phone, NULL);
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return GTK_WIDGET (HF_REFERRAL_VIEW (view)->name);
}

static void
hf_referral_view_class_init (HfReferralViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->get_focus = get_focus;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  hf_question_view_class_set_template (view_class, "hf-referral-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReferralView, name);
  gtk_widget_class_bind_template_child (widget_class, HfReferralView, phone);
  gtk_widget_class_bind_template_callback (widget_class, on_name_done);
}

static void
hf_referral_view_init (HfReferralView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
