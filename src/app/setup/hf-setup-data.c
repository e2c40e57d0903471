#include "config.h"

#include "hf-setup-data.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-server-words.h"
#include "hf-setup-imports.h"
#include "hf-setup-words.h"
#include "hf-store-check.h"
#include "hf-store-imports.h"
#include "hf-time.h"

#define SUFFIX ".huifang"

/* Where the database is; a copy of it, and whether it is sound. */
struct _HfSetupData
{
  HfSetupSection parent_instance;

  AdwActionRow *place;
  GtkWidget *show_folder;
  AdwActionRow *copy;
  GtkSpinner *copying;
  GtkWidget *server_copies;
  AdwActionRow *check;
  GtkSpinner *checking;
  AdwPreferencesGroup *findings_group;
  GtkListBox *findings;
  HfSetupImports *imports;

  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (HfSetupData, hf_setup_data, HF_TYPE_SETUP_SECTION)

static void
set_busy (HfSetupData *self, GtkSpinner *spinner, const char *action, gboolean busy)
{
  gtk_spinner_set_spinning (spinner, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, !busy);
}

static void
set_subtitle (AdwActionRow *row, const char *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);
  adw_action_row_set_subtitle (row, safe);
}

static void
copy_in_thread (GTask *task, gpointer store, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  if (hf_store_backup (store, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupData) self = data;
  g_autoptr (GError) error = NULL;
  const char *path = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  if (hf_setup_section_get_store (HF_SETUP_SECTION (self)) == NULL)
    return;
  set_busy (self, self->copying, "section.copy", FALSE);
  if (!done)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("The copy was not made"),
                        _ ("The database itself is as it was."), error);
      return;
    }
  g_autofree char *words = hf_setup_words_copied (path, hf_time_now ());
  set_subtitle (self->copy, words);
  hf_dialogs_toast (GTK_WIDGET (self), _ ("The copy is complete"));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, HfSetupData *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL)
    hf_setup_data_copy_to (self, path);
}

static char *
propose_name (HfSetupData *self)
{
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  g_autofree char *name = g_path_get_basename (hf_store_get_uri (store));
  g_autofree char *today = hf_time_today ();
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strdup_printf ("%s %s%s", name, today, SUFFIX);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupData *self = HF_SETUP_DATA (widget);
  g_autofree char *name = propose_name (self);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Copy Database"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Copy"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gpointer
check_records (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_check_records (session, error);
}

/* First the file, then what the records say of each other. */
static void
check_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *findings = hf_store_check (store, &error);
  GPtrArray *records = NULL;
  if (findings != NULL && findings->len == 0)
    {
      g_clear_pointer (&findings, g_ptr_array_unref);
      records = hf_store_run (store, HF_STORE_READ, check_records, NULL, cancellable, &error);
      findings = records;
    }
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_findings (HfSetupData *self, GPtrArray *findings)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, row);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *title = g_markup_escape_text (g_ptr_array_index (findings, i), -1);
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_list_box_append (self->findings, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), findings->len > 0);
}

static void
on_checked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupData) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);
  if (hf_setup_section_get_store (HF_SETUP_SECTION (self)) == NULL)
    return;
  set_busy (self, self->checking, "section.check", FALSE);
  if (findings == NULL)
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("The database was not checked"),
                        hf_store_error_advice (error), error);
      return;
    }
  g_autofree char *words = hf_setup_words_checked (findings->len, hf_time_now ());
  set_subtitle (self->check, words);
  show_findings (self, findings);
}

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupData *self = HF_SETUP_DATA (widget);
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  g_autoptr (GTask) task = g_task_new (store, NULL, on_checked, g_object_ref (self));
  set_busy (self, self->checking, "section.check", TRUE);
  g_task_run_in_thread (task, check_in_thread);
}

static void
on_shown (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSetupData) self = data;
  g_autoptr (GError) error = NULL;
  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error)
      && hf_setup_section_get_store (HF_SETUP_SECTION (self)) != NULL)
    hf_dialogs_error (GTK_WIDGET (self), _ ("No program opened the folder"),
                      _ ("The database is where it is shown here."), error);
}

static void
show_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (widget));
  g_autofree char *folder = g_path_get_dirname (hf_store_get_uri (store));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL,
                       on_shown, g_object_ref (widget));
}

static gpointer
load_imports (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_imports_list (session, error);
}

static void
show_imports (HfSetupSection *section, gpointer imports)
{
  hf_setup_imports_show (HF_SETUP_DATA (section)->imports, hf_setup_section_get_store (section),
                         imports);
}

static void
hf_setup_data_constructed (GObject *object)
{
  HfSetupData *self = HF_SETUP_DATA (object);
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  G_OBJECT_CLASS (hf_setup_data_parent_class)->constructed (object);
  if (store == NULL)
    return;
  g_autofree char *place = hf_server_words_place (hf_store_get_uri (store));
  gboolean is_file = hf_store_can_back_up (store);
  set_subtitle (self->place, place);
  gtk_widget_set_visible (self->show_folder, is_file);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), is_file);
  gtk_widget_set_visible (self->server_copies, !is_file);
}

static void
hf_setup_data_dispose (GObject *object)
{
  g_clear_object (&HF_SETUP_DATA (object)->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_DATA);
  G_OBJECT_CLASS (hf_setup_data_parent_class)->dispose (object);
}

static void
hf_setup_data_class_init (HfSetupDataClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  section_class->topics = HF_STORE_ALL;
  section_class->load = load_imports;
  section_class->free_loaded = (GDestroyNotify) g_ptr_array_unref;
  section_class->show = show_imports;
  object_class->constructed = hf_setup_data_constructed;
  object_class->dispose = hf_setup_data_dispose;

  g_type_ensure (HF_TYPE_SETUP_IMPORTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-data.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, place);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, show_folder);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, copy);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, copying);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, server_copies);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, check);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, checking);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, findings_group);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, findings);
  gtk_widget_class_bind_template_child (widget_class, HfSetupData, imports);
  gtk_widget_class_install_action (widget_class, "section.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "section.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "section.show-folder", NULL, show_folder);
}

static void
hf_setup_data_init (HfSetupData *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) first = g_file_new_for_path (a);
  g_autoptr (GFile) second = g_file_new_for_path (b);
  return g_file_equal (first, second);
}

/**
 * hf_setup_data_copy_to:
 * @self: the section
 * @path: a file, which is replaced
 *
 * Copies the database as it is now, without waiting for the disk.
 *
 * Returns: whether it was begun; a database is not copied onto itself
 */
gboolean
hf_setup_data_copy_to (HfSetupData *self, const char *path)
{
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  if (is_same_file (path, hf_store_get_uri (store)))
    {
      hf_dialogs_error (GTK_WIDGET (self), _ ("The copy was not made"),
                        _ ("This is the database itself. Choose another name or folder."),
                        NULL);
      return FALSE;
    }
  g_autoptr (GTask) task = g_task_new (store, NULL, on_copied, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (path), g_free);
  set_busy (self, self->copying, "section.copy", TRUE);
  g_task_run_in_thread (task, copy_in_thread);
  return TRUE;
}
