#include "config.h"

#include "hf-guide-preview.h"

#include <glib/gi18n.h>

#include "hf-code-picker.h"
#include "hf-interview-session.h"
#include "hf-locale.h"
#include "hf-question-pane.h"
#include "hf-widget.h"

#define N_OBJECTION_KEYS 4

/* A guide as it is in a call, with a customer who does not exist; nothing is stored. */
struct _HfGuidePreview
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack; /* "call" or "end" */
  HfQuestionPane *pane;
  GtkBox *objections;
  GtkDropDown *languages;
  GtkStringList *language_names;

  HfGuide *guide;
  HfInterviewSession *session;
  GSignalGroup *signals;
  GStrv codes; /* of the languages */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfGuidePreview, hf_guide_preview, ADW_TYPE_WINDOW)

static void
show_objections (HfGuidePreview *self)
{
  hf_widget_empty_box (self->objections);
  for (guint i = 0; i < self->guide->objections->len; i++)
    {
      const HfObjection *objection = self->guide->objections->pdata[i];
      const char *title = hf_wording_get (objection->title,
                                          hf_interview_session_get_language (self->session));
      g_autofree char *label = i < N_OBJECTION_KEYS ? g_strdup_printf ("F%u · %s", 6 + i, title)
                                                    : g_strdup (title);
      GtkWidget *button = gtk_button_new_with_label (label);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.objection");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) i);
      gtk_box_append (self->objections, button);
    }
}

static void
on_moved (HfGuidePreview *self)
{
  hf_question_pane_show_question (self->pane);
}

static void
on_coded (HfGuidePreview *self)
{
  hf_question_pane_show_reasons (self->pane);
}

static void
on_ended (HfGuidePreview *self)
{
  gtk_stack_set_visible_child_name (self->stack, "end");
}

static void
begin (HfGuidePreview *self, const char *language)
{
  g_clear_object (&self->session);
  self->session = hf_interview_session_new_rehearsal (self->guide, language);
  g_signal_group_set_target (self->signals, self->session);
  hf_question_pane_set_session (self->pane, self->session);
  show_objections (self);
  gtk_stack_set_visible_child_name (self->stack, "call");
}

static void
on_language (HfGuidePreview *self)
{
  guint chosen = gtk_drop_down_get_selected (self->languages);
  if (self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  hf_interview_session_set_language (self->session, self->codes[chosen]);
  hf_question_pane_show_language (self->pane);
  show_objections (self);
}

static void
next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_question_pane_confirm (HF_GUIDE_PREVIEW (widget)->pane);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuidePreview *self = HF_GUIDE_PREVIEW (widget);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "end"))
    gtk_stack_set_visible_child_name (self->stack, "call");
  else
    hf_interview_session_back (self->session);
}

static void
show_objection (GtkWidget *widget, const char *action, GVariant *index)
{
  hf_question_pane_toggle_objection (HF_GUIDE_PREVIEW (widget)->pane,
                                     (guint) g_variant_get_int32 (index));
}

static void
restart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuidePreview *self = HF_GUIDE_PREVIEW (widget);
  g_autofree char *language = g_strdup (hf_interview_session_get_language (self->session));
  begin (self, language);
}

static void
on_picked (HfCodePicker *picker, const char *code, int rank, int basis, HfGuidePreview *self)
{
  HfCodedReason *reason = hf_coded_reason_new ();
  reason->code = g_strdup (code);
  reason->rank = (HfReasonRank) rank;
  reason->basis = (HfReasonBasis) basis;
  hf_interview_session_code (self->session, reason, NULL, NULL);
}

static void
code (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuidePreview *self = HF_GUIDE_PREVIEW (widget);
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  GtkWidget *picker = hf_code_picker_new (GTK_WINDOW (self), file->codebook, NULL,
                                          file->reasons->len > 0);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

/* As at the desk: number keys answer wherever the focus is, but not where they are typed. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfGuidePreview *self)
{
  guint unicode = gdk_keyval_to_unicode (keyval);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      hf_question_pane_confirm (self->pane);
      return TRUE;
    }
  return unicode >= '0' && unicode <= '9' && hf_question_pane_pick (self->pane, unicode - '0');
}

static void
hf_guide_preview_dispose (GObject *object)
{
  HfGuidePreview *self = HF_GUIDE_PREVIEW (object);
  self->filling = TRUE;
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->codes, g_strfreev);
  G_OBJECT_CLASS (hf_guide_preview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.next", NULL, next);
  gtk_widget_class_install_action (klass, "page.back", NULL, back);
  gtk_widget_class_install_action (klass, "page.code", NULL, code);
  gtk_widget_class_install_action (klass, "page.objection", "i", show_objection);
  gtk_widget_class_install_action (klass, "preview.restart", NULL, restart);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK, "page.code", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  for (guint i = 0; i < N_OBJECTION_KEYS; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_F6 + i, 0, "page.objection", "i", i);
}

static void
hf_guide_preview_class_init (HfGuidePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_guide_preview_dispose;
  install_actions (widget_class);
  g_type_ensure (HF_TYPE_QUESTION_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-guide-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, pane);
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, objections);
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, languages);
  gtk_widget_class_bind_template_child (widget_class, HfGuidePreview, language_names);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
}

static void
hf_guide_preview_init (HfGuidePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_INTERVIEW_SESSION);
  g_signal_group_connect_swapped (self->signals, "moved", G_CALLBACK (on_moved), self);
  g_signal_group_connect_swapped (self->signals, "coded", G_CALLBACK (on_coded), self);
  g_signal_group_connect_swapped (self->signals, "ended", G_CALLBACK (on_ended), self);
}

static void
fill_languages (HfGuidePreview *self, const char *language)
{
  self->filling = TRUE;
  self->codes = hf_guide_list_languages (self->guide);
  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      gtk_string_list_take (self->language_names, hf_locale_dup_language_name (self->codes[i]));
      if (g_str_equal (self->codes[i], language))
        gtk_drop_down_set_selected (self->languages, i);
    }
  self->filling = FALSE;
}

/**
 * hf_guide_preview_new:
 * @parent: the window it stands before
 * @guide: a guide
 * @language: in which it is read at first
 *
 * Makes a window in which a guide is gone through as in a call.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_guide_preview_new (GtkWindow *parent, HfGuide *guide, const char *language)
{
  HfGuidePreview *self = g_object_new (HF_TYPE_GUIDE_PREVIEW, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);
  g_autofree char *title = g_strdup_printf (
      /* Translators: a guide's title. */
      _ ("Preview: %s"), hf_wording_get (guide->title, hf_locale_get_current ()));
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->guide = g_object_ref (guide);
  fill_languages (self, language);
  begin (self, self->codes[gtk_drop_down_get_selected (self->languages)]);
  return GTK_WIDGET (self);
}
