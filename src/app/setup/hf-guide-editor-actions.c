#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-catalogue.h"
#include "hf-dialogs.h"
#include "hf-guide-editor-private.h"
#include "hf-guide-preview.h"
#include "hf-guide-save.h"
#include "hf-locale.h"

#define GUIDE "guide"

static HfMarkup *
get_selected (HfGuideEditor *self)
{
  return self->typing ? NULL : hf_guide_outline_get_selected (self->outline);
}

static void
add (HfGuideEditor *self, const char *name, const char *words)
{
  if (self->typing)
    return;
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (
      hf_guide_draft_get_language (self->draft));
  HfMarkup *added = hf_guide_draft_add (self->draft, name, get_selected (self),
                                        hf_catalogue_lookup (catalogue, GUIDE, words));
  hf_guide_editor_rebuild (self, added);
  hf_guide_editor_look (self);
}

static void
add_question (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add (HF_GUIDE_EDITOR (widget), "question", NC_ ("guide", "New question"));
}

static void
add_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add (HF_GUIDE_EDITOR (widget), "part", NC_ ("guide", "New part"));
}

static void
add_objection (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add (HF_GUIDE_EDITOR (widget), "objection", NC_ ("guide", "New objection"));
}

static void
move (HfGuideEditor *self, int step)
{
  HfMarkup *element = get_selected (self);
  if (element == NULL || !hf_guide_draft_can_move (self->draft, element, step))
    return;
  hf_guide_draft_move (self->draft, element, step);
  hf_guide_editor_rebuild (self, element);
  hf_guide_editor_look (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->outline));
}

static void
move_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (HF_GUIDE_EDITOR (widget), -1);
}

static void
move_down (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (HF_GUIDE_EDITOR (widget), 1);
}

static const HfMarkup *
find_neighbour (HfGuideEditor *self, const HfMarkup *element)
{
  g_autoptr (GPtrArray) all = hf_guide_draft_list (self->draft);
  guint index = 0;
  g_ptr_array_find (all, element, &index);
  return index > 0 ? all->pdata[index - 1] : NULL;
}

static void
remove_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (widget);
  HfMarkup *element = get_selected (self);
  if (element == NULL || element == hf_guide_draft_get_root (self->draft))
    return;
  const HfMarkup *neighbour = find_neighbour (self, element);
  hf_guide_draft_remove (self->draft, element);
  hf_guide_editor_rebuild (self, neighbour);
  hf_guide_editor_look (self);
  AdwToast *toast = adw_toast_new (_ ("Removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "guide.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (widget);
  hf_guide_editor_look (self);
  g_autofree char *before = g_queue_pop_tail (&self->history);
  if (before == NULL)
    return;
  g_clear_pointer (&self->text, g_free);
  hf_guide_editor_read (self, before);
}

static void
show_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_guide_editor_show_place (HF_GUIDE_EDITOR (widget));
}

static void
preview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (widget);
  hf_guide_editor_look (self);
  g_autofree char *text = hf_guide_draft_write (self->draft);
  g_autoptr (GBytes) file = g_bytes_new (text, strlen (text));
  g_autoptr (HfGuide) guide = self->wrong_line == 0 ? hf_guide_parse (file, NULL) : NULL;
  if (guide != NULL)
    gtk_window_present (
        GTK_WINDOW (hf_guide_preview_new (GTK_WINDOW (self), guide, hf_locale_get_current ())));
}

static void
publish (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideEditor *self = HF_GUIDE_EDITOR (widget);
  g_autoptr (HfGuide) guide = hf_guide_draft_check (self->draft, NULL);
  if (guide == NULL || self->wrong_line != 0)
    return;
  self->stored->kind = guide->kind;
  hf_guide_editor_store (self, TRUE);
}

static void
on_discarded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfGuideEditor) self = data;
  g_autoptr (GError) error = NULL;
  HfStoredGuide *gone = hf_store_run_finish (HF_STORE (store), result, &error);
  if (gone == NULL)
    {
      self->busy = FALSE;
      hf_dialogs_error (GTK_WIDGET (self), _ ("It was not thrown away"), NULL, error);
      return;
    }
  hf_stored_guide_free (gone);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_discard (AdwMessageDialog *dialog, const char *response, HfGuideEditor *self)
{
  if (strcmp (response, "discard") != 0 || self->busy)
    return;
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->busy = TRUE;
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_guide_save_run,
                      hf_guide_save_new (HF_GUIDE_STEP_DISCARD, self->stored, NULL),
                      hf_guide_save_free, (GDestroyNotify) hf_stored_guide_free, NULL,
                      on_discarded, g_object_ref (self));
}

static void
discard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwMessageDialog *dialog = hf_dialogs_new (
      GTK_WINDOW (widget), _ ("Throw this draft away?"),
      _ ("The versions that were published stay as they are."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Throw Away"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * hf_guide_editor_install_actions:
 * @klass: the editor's class
 *
 * Installs what can be done with a draft, and its keys.
 */
void
hf_guide_editor_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "guide.add-question", NULL, add_question);
  gtk_widget_class_install_action (klass, "guide.add-part", NULL, add_part);
  gtk_widget_class_install_action (klass, "guide.add-objection", NULL, add_objection);
  gtk_widget_class_install_action (klass, "guide.move-up", NULL, move_up);
  gtk_widget_class_install_action (klass, "guide.move-down", NULL, move_down);
  gtk_widget_class_install_action (klass, "guide.remove", NULL, remove_selected);
  gtk_widget_class_install_action (klass, "guide.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "guide.show-place", NULL, show_place);
  gtk_widget_class_install_action (klass, "guide.preview", NULL, preview);
  gtk_widget_class_install_action (klass, "guide.publish", NULL, publish);
  gtk_widget_class_install_action (klass, "guide.discard", NULL, discard);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "guide.add-question",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "guide.move-up", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "guide.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, GDK_ALT_MASK, "guide.remove",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "guide.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "guide.preview",
                                       NULL);
}
