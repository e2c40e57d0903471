#include "config.h"

#include "hf-interview-desk-private.h"

#include <glib/gi18n.h>

#include "hf-interview-closures.h"
#include "hf-locale.h"
#include "hf-text.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* Narrower than this, the reasons, and then the facts, are behind a button. */
#define REASONS_WIDTH 1040
#define FACTS_WIDTH 800

/* What is being typed is on disk at most a second later. */
#define NOTE_MILLISECONDS 700

G_DEFINE_FINAL_TYPE (HfInterviewDesk, hf_interview_desk, GTK_TYPE_WIDGET)

static void
show_saved (HfInterviewDesk *self)
{
  g_autofree char *saved = hf_interview_words_saved (
      hf_interview_session_get_saved_at (self->session),
      hf_interview_session_is_waiting (self->session));
  gtk_label_set_text (self->saved, saved);
}

static gboolean
on_tick (gpointer data)
{
  HfInterviewDesk *self = data;
  g_autofree char *clock = hf_interview_words_clock (
      hf_interview_session_get_seconds (self->session));
  gtk_label_set_text (self->clock, clock);
  show_saved (self);
  return G_SOURCE_CONTINUE;
}

static void
show_busy (HfInterviewDesk *self)
{
  gboolean free = !hf_interview_session_is_busy (self->session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next", free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", free);
}

static void
on_moved (HfInterviewDesk *self)
{
  hf_question_pane_show_question (self->pane);
}

static void
on_coded (HfInterviewDesk *self)
{
  hf_reasons_pane_update (self->reasons);
  hf_question_pane_show_reasons (self->pane);
}

static void
on_save_failed (HfInterviewDesk *self, const GError *error)
{
  if (self->dialog == NULL)
    hf_question_pane_show_failure (self->pane, error);
}

static void
on_language (HfInterviewDesk *self)
{
  guint chosen = gtk_drop_down_get_selected (self->languages);
  if (self->setting_up || self->session == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  hf_interview_session_set_language (self->session, self->language_codes[chosen]);
  hf_question_pane_show_language (self->pane);
  hf_reasons_pane_update (self->reasons);
  hf_call_facts_set_file (self->facts, hf_interview_session_get_file (self->session),
                          hf_interview_session_get_language (self->session));
}

static void
show_languages (HfInterviewDesk *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_clear_pointer (&self->language_codes, g_strfreev);
  self->language_codes = hf_guide_list_languages (file->guide);
  guint chosen = 0;
  for (guint i = 0; self->language_codes[i] != NULL; i++)
    {
      gtk_string_list_take (names, hf_locale_dup_language_name (self->language_codes[i]));
      if (g_str_equal (self->language_codes[i], file->interview->language))
        chosen = i;
    }
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->languages, chosen);
}

static void
keep_note (HfInterviewDesk *self)
{
  GtkTextIter start, end;
  if (self->session == NULL)
    return;
  gtk_text_buffer_get_bounds (self->note, &start, &end);
  g_autofree char *note = gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
  hf_interview_session_set_note (self->session, note);
}

static gboolean
on_note_due (gpointer data)
{
  HfInterviewDesk *self = data;
  self->note_source = 0;
  keep_note (self);
  return G_SOURCE_REMOVE;
}

static void
on_note_changed (HfInterviewDesk *self)
{
  if (self->note_source == 0 && !self->setting_up)
    self->note_source = g_timeout_add (NOTE_MILLISECONDS, on_note_due, self);
}

static gboolean
on_focus_due (gpointer data)
{
  HfInterviewDesk *self = data;
  self->focus_source = 0;
  if (self->session != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
  return G_SOURCE_REMOVE;
}

/* Whoever wrote a note goes on with the question, once the popover has given the focus back. */
static void
on_notes_closed (HfInterviewDesk *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_due, self);
}

/* The narrower the page, the more is behind a button. */
static gboolean
on_fold (gpointer data)
{
  HfInterviewDesk *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  self->fold_source = 0;
  adw_flap_set_fold_policy (self->reasons_flap, width < REASONS_WIDTH
                                                    ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                    : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_fold_policy (self->facts_flap, width < FACTS_WIDTH ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                  : ADW_FLAP_FOLD_POLICY_NEVER);
  return G_SOURCE_REMOVE;
}

static void
hf_interview_desk_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gtk_widget_allocate (child, width, height, baseline, NULL);
  /* What is shown may not change while sizes are being given out. */
  if (self->fold_source == 0)
    self->fold_source = g_idle_add (on_fold, self);
}

static void
hf_interview_desk_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* Number keys answer wherever the focus is, but not where they are typed. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfInterviewDesk *self)
{
  guint unicode = gdk_keyval_to_unicode (keyval);
  if (self->session == NULL || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      hf_question_pane_confirm (self->pane);
      return TRUE;
    }
  return (state & GDK_CONTROL_MASK) == 0 && unicode >= '0' && unicode <= '9'
         && hf_question_pane_pick (self->pane, unicode - '0');
}

static void
hf_interview_desk_map (GtkWidget *widget)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  GTK_WIDGET_CLASS (hf_interview_desk_parent_class)->map (widget);
  if (self->clock_source == 0 && self->session != NULL)
    self->clock_source = g_timeout_add_seconds (1, on_tick, self);
}

/* Whoever leaves the page leaves nothing unsaved behind. */
static void
hf_interview_desk_unmap (GtkWidget *widget)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (widget);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  if (self->session != NULL)
    {
      g_clear_handle_id (&self->note_source, g_source_remove);
      keep_note (self);
      hf_interview_session_flush (self->session);
    }
  GTK_WIDGET_CLASS (hf_interview_desk_parent_class)->unmap (widget);
}

static gboolean
hf_interview_desk_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_INTERVIEW_DESK (widget)->pane));
}

static void
hf_interview_desk_dispose (GObject *object)
{
  HfInterviewDesk *self = HF_INTERVIEW_DESK (object);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_handle_id (&self->note_source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_INTERVIEW_DESK);
  g_clear_pointer (&self->language_codes, g_strfreev);
  G_OBJECT_CLASS (hf_interview_desk_parent_class)->dispose (object);
}

static void
hf_interview_desk_class_init (HfInterviewDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_interview_desk_dispose;
  widget_class->size_allocate = hf_interview_desk_size_allocate;
  widget_class->measure = hf_interview_desk_measure;
  widget_class->map = hf_interview_desk_map;
  widget_class->unmap = hf_interview_desk_unmap;
  widget_class->grab_focus = hf_interview_desk_grab_focus;
  hf_interview_desk_install_actions (widget_class);

  g_type_ensure (HF_TYPE_WRAP_BOX);
  g_type_ensure (HF_TYPE_CALL_FACTS);
  g_type_ensure (HF_TYPE_QUESTION_PANE);
  g_type_ensure (HF_TYPE_REASONS_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-interview-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, facts_flap);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, reasons_flap);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, facts);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, customer);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, pane);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, reasons);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, back);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, next);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, languages);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, clock);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, saved);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, notes);
  gtk_widget_class_bind_template_child (widget_class, HfInterviewDesk, note);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_note_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_closed);
}

static void
hf_interview_desk_init (HfInterviewDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HF_TYPE_INTERVIEW_SESSION);
  g_signal_group_connect_swapped (self->signals, "moved", G_CALLBACK (on_moved), self);
  g_signal_group_connect_swapped (self->signals, "coded", G_CALLBACK (on_coded), self);
  g_signal_group_connect_swapped (self->signals, "saved", G_CALLBACK (show_saved), self);
  g_signal_group_connect_swapped (self->signals, "save-failed", G_CALLBACK (on_save_failed),
                                  self);
  g_signal_group_connect_swapped (self->signals, "ended", G_CALLBACK (hf_interview_desk_finish),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::busy", G_CALLBACK (show_busy), self);
}

static void
begin_work (HfInterviewDesk *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  const char *note = file->interview->note;
  show_languages (self);
  gtk_text_buffer_set_text (self->note, note != NULL ? note : "", -1);
  gtk_label_set_text (self->customer, hf_customer_title (file->customer));
  hf_call_facts_set_file (self->facts, file, hf_interview_session_get_language (self->session));
  hf_reasons_pane_set_session (self->reasons, self->session);
  hf_question_pane_set_session (self->pane, self->session);
  show_busy (self);
  show_saved (self);
  on_tick (self);
  if (self->clock_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->clock_source = g_timeout_add_seconds (1, on_tick, self);
}

/**
 * hf_interview_desk_set_session:
 * @self: the desk
 * @session: (nullable): a call that is open, %NULL where none is any more
 *
 * Begins to work on a call.
 */
void
hf_interview_desk_set_session (HfInterviewDesk *self, HfInterviewSession *session)
{
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_handle_id (&self->note_source, g_source_remove);
  self->setting_up = TRUE;
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->signals, session);
  if (session != NULL)
    begin_work (self);
  self->setting_up = FALSE;
}

/**
 * hf_interview_desk_show_notice:
 * @self: the desk
 * @words: what one should know
 *
 * Says something that does not stop the call.
 */
void
hf_interview_desk_show_notice (HfInterviewDesk *self, const char *words)
{
  hf_question_pane_show_notice (self->pane, words);
}
