#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-dialogs.h"
#include "hf-guide-begin.h"
#include "hf-guide-editor.h"
#include "hf-guide-preview.h"
#include "hf-guide-save.h"
#include "hf-guide-words.h"
#include "hf-locale.h"
#include "hf-setup-guides-private.h"

/* A guide that is to be written, and a text for it where one was brought along. */
typedef struct
{
  HfSetupGuides *section;
  char *brought; /* may be NULL */
} Draft;

static void
draft_free (Draft *draft)
{
  g_object_unref (draft->section);
  g_free (draft->brought);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

static void
on_begun (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Draft) draft = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStoredGuide) begun = hf_store_run_finish (HF_STORE (store), result, &error);
  HfSetupGuides *self = draft->section;
  if (hf_setup_section_get_store (HF_SETUP_SECTION (self)) == NULL)
    return;
  if (begun == NULL)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("It was not saved"), NULL, error);
      return;
    }
  GtkWidget *editor = hf_guide_editor_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                           HF_STORE (store), begun);
  if (draft->brought != NULL)
    hf_guide_editor_bring (HF_GUIDE_EDITOR (editor), draft->brought);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
begin_draft (HfSetupGuides *self, const HfStoredGuide *from, const char *brought)
{
  Draft *draft = g_new (Draft, 1);
  draft->section = g_object_ref (self);
  draft->brought = g_strdup (brought);
  hf_store_run_async (hf_setup_section_get_store (HF_SETUP_SECTION (self)), HF_STORE_WRITE,
                      hf_guide_save_run, hf_guide_save_new (HF_GUIDE_STEP_DRAFT, from, brought),
                      hf_guide_save_free, (GDestroyNotify) hf_stored_guide_free, NULL, on_begun,
                      draft);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (widget);
  const HfGuideVersion *version = hf_setup_guides_get_version (self);
  if (version != NULL)
    begin_draft (self, version->stored, NULL);
}

static void
on_begin_response (HfGuideBegin *dialog, const char *response, HfSetupGuides *self)
{
  if (!g_str_equal (response, HF_GUIDE_BEGIN_WRITE))
    return;
  g_autoptr (HfStoredGuide) made = hf_guide_begin_make (dialog);
  begin_draft (self, made, NULL);
}

/* Of each guide, the latest version can be copied. */
static void
new_guide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (widget);
  const HfGuideVersion *shown = hf_setup_guides_get_version (self);
  const char *last = NULL;
  HfGuideBegin *dialog = hf_guide_begin_new (widget, shown != NULL ? shown->stored->kind
                                                                   : HF_INTERVIEW_LOST);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const HfGuideVersion *version = g_ptr_array_index (self->versions, i);
      g_autofree char *title = hf_guide_words_title (version->guide, hf_locale_get_current ());
      if (g_strcmp0 (last, version->stored->code) != 0)
        hf_guide_begin_add (dialog, version->stored, title);
      last = version->stored->code;
    }
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_begin_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
preview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const HfGuideVersion *version = hf_setup_guides_get_version (HF_SETUP_GUIDES (widget));
  if (version != NULL)
    gtk_window_present (GTK_WINDOW (hf_guide_preview_new (
        GTK_WINDOW (gtk_widget_get_root (widget)), version->guide, hf_locale_get_current ())));
}

static void
set_retired (GtkWidget *widget, HfGuideStep step, const char *saved)
{
  const HfGuideVersion *version = hf_setup_guides_get_version (HF_SETUP_GUIDES (widget));
  if (version != NULL)
    hf_setup_section_save (HF_SETUP_SECTION (widget), hf_guide_save_retire,
                           hf_guide_save_new (step, version->stored, NULL), hf_guide_save_free,
                           saved);
}

static void
retire (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_retired (widget, HF_GUIDE_STEP_RETIRE, _ ("No new call is led with it"));
}

static void
use_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_retired (widget, HF_GUIDE_STEP_USE, _ ("It can be used again"));
}

static void
on_exported (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupGuides) self = data;
  g_autoptr (GError) error = NULL;
  if (hf_setup_section_get_store (HF_SETUP_SECTION (self)) == NULL)
    return;
  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    hf_dialogs_toast (GTK_WIDGET (self), _ ("The guide is written"));
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The guide could not be written"), NULL, error);
}

/**
 * hf_setup_guides_export:
 * @self: the section
 * @file: where to
 *
 * Writes the chosen version to a file.
 */
void
hf_setup_guides_export (HfSetupGuides *self, GFile *file)
{
  const HfStoredGuide *stored = hf_setup_guides_get_version (self)->stored;
  g_autoptr (GBytes) text = g_bytes_new (stored->xml, strlen (stored->xml));
  g_file_replace_contents_bytes_async (file, text, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_exported, g_object_ref (self));
}

/* It is refused as a whole, and said where it is wrong. */
static void
take_file (HfSetupGuides *self, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = g_bytes_new (text, length);
  g_autoptr (HfGuide) guide = hf_guide_parse (file, &error);
  if (guide == NULL)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("The guide was not taken in"), error->message,
                        error);
      return;
    }
  HfStoredGuide from = { .code = guide->code, .kind = guide->kind, .xml = (char *) text };
  begin_draft (self, &from, text);
}

static void
on_read (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupGuides) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gboolean read = g_file_load_contents_finish (G_FILE (file), result, &text, &length, NULL,
                                               &error);
  if (hf_setup_section_get_store (HF_SETUP_SECTION (self)) == NULL)
    return;
  if (read)
    take_file (self, text, length);
  else
    hf_dialogs_error (GTK_WIDGET (self), _ ("The file could not be read"), NULL, error);
}

/**
 * hf_setup_guides_import:
 * @self: the section
 * @file: a guide's file
 *
 * Takes a guide up as a draft, where its file is right.
 */
void
hf_setup_guides_import (HfSetupGuides *self, GFile *file)
{
  g_file_load_contents_async (file, NULL, on_read, g_object_ref (self));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, HfSetupGuides *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    hf_setup_guides_export (self, file);
  else
    hf_setup_guides_import (self, file);
}

static void
choose_file (HfSetupGuides *self, const char *title, GtkFileChooserAction action,
             const char *accept, const char *name)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_guide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupGuides *self = HF_SETUP_GUIDES (widget);
  const HfGuideVersion *version = hf_setup_guides_get_version (self);
  if (version == NULL)
    return;
  g_autofree char *name = g_strdup_printf ("%s-%d.xml", version->stored->code,
                                           version->stored->version);
  choose_file (self, _ ("Export Guide"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), name);
}

static void
import_guide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_file (HF_SETUP_GUIDES (widget), _ ("Import Guide"), GTK_FILE_CHOOSER_ACTION_OPEN,
               _ ("_Import"), NULL);
}

/**
 * hf_setup_guides_install_actions:
 * @klass: the section's class
 *
 * Installs what can be done with a version.
 */
void
hf_setup_guides_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "section.new-guide", NULL, new_guide);
  gtk_widget_class_install_action (klass, "section.edit-guide", NULL, edit);
  gtk_widget_class_install_action (klass, "section.preview-guide", NULL, preview);
  gtk_widget_class_install_action (klass, "section.retire-guide", NULL, retire);
  gtk_widget_class_install_action (klass, "section.use-guide", NULL, use_again);
  gtk_widget_class_install_action (klass, "section.export-guide", NULL, export_guide);
  gtk_widget_class_install_action (klass, "section.import-guide", NULL, import_guide);
}
