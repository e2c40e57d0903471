#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-guide-editor-private.h"
#include "hf-guide-save.h"
#include "hf-interview-closures.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

#define CHECK_MILLISECONDS 400
#define MAX_HISTORY 100

/* A guide's next version while it is written. Whatever is written is stored within a second,
 * right or not; only what is right can be published. */
G_DEFINE_FINAL_TYPE (HfGuideEditor, hf_guide_editor, ADW_TYPE_WINDOW)

static char *
dup_text (HfGuideEditor *self)
{
  return self->typing ? hf_guide_source_dup_text (self->source)
                      : hf_guide_draft_write (self->draft);
}

/* In the text, the lines are those that are typed. */
static HfGuide *
check (HfGuideEditor *self, GError **error)
{
  if (!self->typing)
    return hf_guide_draft_check (self->draft, error);
  g_autofree char *text = hf_guide_source_dup_text (self->source);
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  return hf_guide_parse (file, error);
}

static void
show_saved (HfGuideEditor *self)
{
  g_autofree char *words = hf_interview_words_saved (hf_time_now (), FALSE);
  gtk_label_set_text (self->saved, words);
}

/* What was written or asked for meanwhile. */
static void
store_the_rest (HfGuideEditor *self)
{
  g_autoptr (HfGuide) guide = self->publishing ? check (self, NULL) : NULL;
  hf_guide_editor_store (self, guide != NULL);
}

static void
on_stored (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfGuideEditor) self = data;
  g_autoptr (GError) error = NULL;
  HfStoredGuide *stored = hf_store_run_finish (HF_STORE (store), result, &error);
  self->busy = FALSE;
  if (self->draft == NULL)
    {
      g_clear_pointer (&stored, hf_stored_guide_free);
      return;
    }
  if (stored == NULL)
    {
      self->closing = self->publishing = FALSE;
      hf_dialogs_error (GTK_WIDGET (self), _ ("It was not saved"),
                        _ ("What you wrote is still here."), error);
      return;
    }
  gboolean published = !stored->draft;
  hf_stored_guide_free (self->stored);
  self->stored = stored;
  show_saved (self);
  if (!published)
    store_the_rest (self);
  if (published || (self->closing && !self->busy))
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * hf_guide_editor_store:
 * @self: the editor
 * @publish: whether the version is taken into use as well
 *
 * Stores what is written, once what is being stored is; after publishing, the editor closes.
 */
void
hf_guide_editor_store (HfGuideEditor *self, gboolean publish)
{
  g_autofree char *text = dup_text (self);
  self->publishing = publish || (self->busy && self->publishing);
  if (self->busy || (!publish && g_str_equal (text, self->stored->xml)))
    return;
  HfGuideSave *save = hf_guide_save_new (publish ? HF_GUIDE_STEP_PUBLISH : HF_GUIDE_STEP_KEEP,
                                         self->stored, text);
  save->guide->draft = !publish;
  self->busy = TRUE;
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_guide_save_run, save, hf_guide_save_free,
                      (GDestroyNotify) hf_stored_guide_free, NULL, on_stored,
                      g_object_ref (self));
}

static void
show_problem (HfGuideEditor *self, const GError *error)
{
  gboolean good = error == NULL;
  g_autofree char *words = good ? g_strdup (_ ("Everything is right; it can be published."))
                                : hf_interview_words_error (error->message);
  self->wrong_line = self->wrong_column = 0;
  if (!good)
    hf_markup_error_get_place (error, &self->wrong_line, &self->wrong_column);
  gtk_label_set_text (self->problem, words);
  gtk_image_set_from_icon_name (self->state,
                                good ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (self->show, !good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.publish", good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.preview", good);
  hf_guide_source_mark (self->source, self->typing ? self->wrong_line : 0, self->wrong_column);
  hf_guide_outline_update (
      self->outline, good ? NULL : hf_guide_draft_find_line (self->draft, self->wrong_line));
}

static void
remember (HfGuideEditor *self)
{
  char *text = dup_text (self);
  if (g_strcmp0 (self->text, text) == 0)
    {
      g_free (text);
      return;
    }
  if (self->text != NULL)
    g_queue_push_tail (&self->history, g_steal_pointer (&self->text));
  if (g_queue_get_length (&self->history) > MAX_HISTORY)
    g_free (g_queue_pop_head (&self->history));
  self->text = text;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.undo",
                                 !g_queue_is_empty (&self->history));
}

/**
 * hf_guide_editor_look:
 * @self: the editor
 *
 * Looks whether what is written is right, remembers it to come back to, and stores it.
 */
void
hf_guide_editor_look (HfGuideEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_autoptr (HfGuide) guide = check (self, &error);
  if (self->typing && guide != NULL)
    {
      g_autofree char *text = hf_guide_source_dup_text (self->source);
      hf_guide_draft_read (self->draft, text, NULL);
      hf_guide_editor_rebuild (self, NULL);
    }
  show_problem (self, error);
  remember (self);
  hf_guide_editor_store (self, FALSE);
}

static gboolean
on_check_due (gpointer data)
{
  HfGuideEditor *self = data;
  self->check_source = 0;
  hf_guide_editor_look (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (HfGuideEditor *self)
{
  if (self->check_source == 0)
    self->check_source = g_timeout_add (CHECK_MILLISECONDS, on_check_due, self);
}

/**
 * hf_guide_editor_rebuild:
 * @self: the editor
 * @selected: (nullable): the element to show, %NULL for the guide itself
 *
 * Shows the draft anew, because it has other elements now.
 */
void
hf_guide_editor_rebuild (HfGuideEditor *self, const HfMarkup *selected)
{
  hf_guide_outline_show (self->outline, self->draft, (HfMarkup *) selected);
  hf_guide_form_show (self->form, self->draft, hf_guide_outline_get_selected (self->outline));
}

/**
 * hf_guide_editor_read:
 * @self: the editor
 * @text: a guide's file
 *
 * Takes up a text; where it is no XML, it is shown as a text.
 */
void
hf_guide_editor_read (HfGuideEditor *self, const char *text)
{
  gboolean readable = hf_guide_draft_read (self->draft, text, NULL);
  if (readable && hf_markup_get (hf_guide_draft_get_root (self->draft), "version") != NULL)
    {
      g_autofree char *version = g_strdup_printf ("%d", self->stored->version);
      hf_markup_set (hf_guide_draft_get_root (self->draft), "version", version);
    }
  hf_guide_editor_rebuild (self, NULL);
  self->typing = self->typing || !readable;
  if (self->typing)
    hf_guide_source_set_text (self->source, text);
  if (!readable)
    gtk_stack_set_visible_child_name (self->stack, "text");
  hf_guide_editor_look (self);
}

static void
on_selected (HfGuideEditor *self)
{
  hf_guide_form_show (self->form, self->draft, hf_guide_outline_get_selected (self->outline));
}

/* Between the two ways to write, what is written in one is taken to the other. */
static void
on_view (HfGuideEditor *self)
{
  gboolean typing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "text") == 0;
  if (self->draft == NULL || typing == self->typing)
    return;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_text (self);
  if (!typing && !hf_guide_draft_read (self->draft, text, &error))
    {
      adw_toast_overlay_add_toast (
          self->toasts, adw_toast_new (_ ("The steps can be shown once the text is in order")));
      gtk_stack_set_visible_child_name (self->stack, "text");
      return;
    }
  self->typing = typing;
  if (typing)
    hf_guide_source_set_text (self->source, text);
  else
    hf_guide_editor_rebuild (self, NULL);
  hf_guide_editor_look (self);
}

/**
 * hf_guide_editor_show_place:
 * @self: the editor
 *
 * Goes to where something is wrong.
 */
void
hf_guide_editor_show_place (HfGuideEditor *self)
{
  if (self->typing)
    hf_guide_source_go_to (self->source, self->wrong_line, self->wrong_column);
  else
    hf_guide_outline_select (self->outline,
                             hf_guide_draft_find_line (self->draft, self->wrong_line));
}

static gboolean
hf_guide_editor_close_request (GtkWindow *window)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (window);
  hf_guide_editor_look (self);
  self->closing = self->busy;
  return self->busy;
}

static void
hf_guide_editor_dispose (GObject *object)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (object);
  g_clear_handle_id (&self->check_source, g_source_remove);
  /* What is being stored holds on to the window longer than its parent may live. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_guide_editor_parent_class)->dispose (object);
}

static void
hf_guide_editor_finalize (GObject *object)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (object);
  g_clear_pointer (&self->stored, hf_stored_guide_free);
  g_queue_clear_full (&self->history, g_free);
  g_free (self->text);
  G_OBJECT_CLASS (hf_guide_editor_parent_class)->finalize (object);
}

static void
hf_guide_editor_class_init (HfGuideEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_guide_editor_dispose;
  object_class->finalize = hf_guide_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hf_guide_editor_close_request;
  hf_guide_editor_install_actions (widget_class);

  g_type_ensure (HF_TYPE_GUIDE_FORM);
  g_type_ensure (HF_TYPE_GUIDE_OUTLINE);
  g_type_ensure (HF_TYPE_GUIDE_SOURCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-guide-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, outline);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, form);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, source);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, state);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, show);
  gtk_widget_class_bind_template_child (widget_class, HfGuideEditor, saved);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_view);
}

static void
hf_guide_editor_init (HfGuideEditor *self)
{
  g_queue_init (&self->history);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_guide_editor_new:
 * @parent: the window it stands before
 * @store: where guides are kept
 * @draft: the version that is written
 *
 * Makes a window to write a guide's next version in.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_guide_editor_new (GtkWindow *parent, HfStore *store, const HfStoredGuide *draft)
{
  HfGuideEditor *self = g_object_new (HF_TYPE_GUIDE_EDITOR, "transient-for", parent,
                                      "destroy-with-parent", TRUE, NULL);
  self->store = g_object_ref (store);
  self->stored = hf_guide_save_copy_guide (draft, NULL);
  self->draft = hf_guide_draft_new ();
  hf_guide_editor_read (self, draft->xml);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}

/**
 * hf_guide_editor_bring:
 * @self: the editor
 * @text: a guide's file
 *
 * Takes up a file that was brought along; what was written before can be got back by undoing.
 */
void
hf_guide_editor_bring (HfGuideEditor *self, const char *text)
{
  hf_guide_editor_read (self, text);
}
