#include "config.h"

#include "hf-reasons-pane.h"

#include "hf-reason-row.h"
#include "hf-widget.h"

#define FIRST_OBJECTION_KEY 6

/* What was learnt so far: reasons, the customer's words, and what to answer to objections. */
struct _HfReasonsPane
{
  GtkWidget parent_instance;

  GtkListBox *reasons;
  GtkWidget *no_reasons;
  GtkBox *verbatims;
  GtkWidget *words_title;
  GtkBox *objections;
  GtkWidget *objections_title;

  HfInterviewSession *session;
};

G_DEFINE_FINAL_TYPE (HfReasonsPane, hf_reasons_pane, GTK_TYPE_WIDGET)

static void
show_verbatims (HfReasonsPane *self, const HfInterviewFile *file)
{
  hf_widget_empty_box (self->verbatims);
  for (guint i = 0; i < file->verbatims->len; i++)
    {
      HfVerbatim *verbatim = file->verbatims->pdata[i];
      HfQuestion *question = hf_guide_find (file->guide, verbatim->question);
      g_autofree char *text = question != NULL
                                  ? hf_interview_session_dup_speech (self->session, question)
                                  : g_strdup ("");
      gtk_box_append (self->verbatims, hf_verbatim_view_new (verbatim, text, file->reasons));
    }
  gtk_widget_set_visible (self->words_title, file->verbatims->len > 0);
}

static GtkWidget *
new_objection (const HfObjection *objection, guint index, const char *language)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const char *title = hf_wording_get (objection->title, language);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *key = g_strdup_printf ("F%u", FIRST_OBJECTION_KEY + index);
  GtkWidget *cap = gtk_label_new (key);
  gtk_widget_add_css_class (cap, "key-cap");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (row), cap);
  gtk_box_append (GTK_BOX (row), label);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.objection");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) index);
  return button;
}

static void
show_objections (HfReasonsPane *self, const HfInterviewFile *file)
{
  hf_widget_empty_box (self->objections);
  const char *language = hf_interview_session_get_language (self->session);
  for (guint i = 0; i < file->guide->objections->len; i++)
    gtk_box_append (self->objections,
                    new_objection (file->guide->objections->pdata[i], i, language));
  gtk_widget_set_visible (self->objections_title, file->guide->objections->len > 0);
}

static void
hf_reasons_pane_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REASONS_PANE);
  g_clear_object (&HF_REASONS_PANE (object)->session);
  G_OBJECT_CLASS (hf_reasons_pane_parent_class)->dispose (object);
}

static void
hf_reasons_pane_class_init (HfReasonsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_reasons_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-reasons-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, reasons);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, no_reasons);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, verbatims);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, words_title);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, objections);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsPane, objections_title);
}

static void
hf_reasons_pane_init (HfReasonsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_reasons_pane_set_session:
 * @self: the pane
 * @session: a call that is open
 *
 * Shows another call.
 */
void
hf_reasons_pane_set_session (HfReasonsPane *self, HfInterviewSession *session)
{
  g_set_object (&self->session, session);
  hf_reasons_pane_update (self);
}

/**
 * hf_reasons_pane_update:
 * @self: the pane
 *
 * Shows how things stand now.
 */
void
hf_reasons_pane_update (HfReasonsPane *self)
{
  const HfInterviewFile *file = hf_interview_session_get_file (self->session);
  hf_reason_row_fill (self->reasons, file->reasons, file->codebook);
  gtk_widget_set_visible (self->no_reasons, file->reasons->len == 0);
  show_verbatims (self, file);
  show_objections (self, file);
}

/**
 * hf_reasons_pane_find_selected:
 * @self: the pane
 *
 * Finds the customer's words of which some are selected and have the focus.
 *
 * Returns: (transfer none) (nullable): their view
 */
HfVerbatimView *
hf_reasons_pane_find_selected (HfReasonsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = focus != NULL ? gtk_widget_get_ancestor (focus, HF_TYPE_VERBATIM_VIEW)
                                  : NULL;
  return view != NULL && gtk_widget_is_ancestor (view, GTK_WIDGET (self))
             ? HF_VERBATIM_VIEW (view)
             : NULL;
}
