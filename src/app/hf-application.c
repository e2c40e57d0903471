#include "config.h"

#include "hf-application.h"

#include <glib/gi18n.h>

#include "hf-notifier.h"
#include "hf-paths.h"
#include "hf-server-address.h"
#include "hf-settings.h"
#include "hf-store-location.h"
#include "hf-translations.h"
#include "hf-window.h"

#define SUFFIX ".huifang"

struct _HfApplication
{
  AdwApplication parent_instance;

  char *database;                /* named by --database, NULL for the usual one */
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (HfApplication, hf_application, ADW_TYPE_APPLICATION)

static HfWindow *
find_window (HfApplication *self, const char *location)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  for (GList *l = windows; l != NULL; l = l->next)
    if (HF_IS_WINDOW (l->data)
        && g_strcmp0 (hf_window_get_database (HF_WINDOW (l->data)), location) == 0)
      return HF_WINDOW (l->data);
  return NULL;
}

static void
present_database (HfApplication *self, const char *location, gboolean create)
{
  HfWindow *window = find_window (self, location);
  if (window == NULL)
    window = hf_window_new (GTK_APPLICATION (self), location, create);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  HfApplication *self = data;
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      if (path != NULL)
        present_database (self, path,
                          gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog))
                              == GTK_FILE_CHOOSER_ACTION_SAVE);
    }
  g_clear_object (&self->chooser);
}

static void
choose (HfApplication *self, const char *title, GtkFileChooserAction action)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);

  GtkFileChooser *chooser = GTK_FILE_CHOOSER (self->chooser);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Huifang databases"));
  gtk_file_filter_add_suffix (filter, SUFFIX + 1);
  gtk_file_chooser_add_filter (chooser, filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      /* Translators: the name offered for a new file; the program adds nothing to it. */
      g_autofree char *name = g_strconcat (_ ("New company"), SUFFIX, NULL);
      gtk_file_chooser_set_current_name (chooser, name);
    }
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_database (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("Open Database"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
new_database (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("New Database"), GTK_FILE_CHOOSER_ACTION_SAVE);
}

/* What another huifang was asked for on its command line. */
static void
open_server (GSimpleAction *action, GVariant *location, gpointer data)
{
  present_database (data, g_variant_get_string (location, NULL), FALSE);
}

/* The window of its database may be closed by now. */
static void
answer_notice (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *verb, *database;
  gint64 task_id, customer_id;
  g_variant_get (parameter, "(&s&sxx)", &verb, &database, &task_id, &customer_id);
  HfWindow *window = find_window (data, database);
  if (window != NULL)
    hf_window_answer_notice (window, verb, task_id, customer_id);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);
  g_autofree char *comments = g_strdup (
      _ ("Why do customers leave without a word, and what would bring them back?"));
  GtkWidget *about = adw_about_window_new ();
  g_object_set (about, "transient-for", parent, "application-name", "Huifang",
                "application-icon", APPLICATION_ID, "version", PACKAGE_VERSION, "comments",
                comments, "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
                _ ("The Huifang developers"), NULL);
  g_auto (GStrv) languages = hf_translations_list ();
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _ ("Languages"),
                                       (const char **) languages);
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
hf_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new", new_database },
    { "open", open_database },
    { "open-server", open_server, "s" },
    { "about", show_about },
    { "quit", quit },
    { HF_NOTICE_ACTION, answer_notice, HF_NOTICE_TYPE },
  };
  static const struct
  {
    const char *action;
    const char *accels[2];
  } accels[] = {
    { "app.new", { "<Control><Shift>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
  };

  G_APPLICATION_CLASS (hf_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/* What was opened last is never made anew: that it is gone is told. */
static void
open_usual (HfApplication *self)
{
  g_autofree char *last = hf_settings_dup_database ();
  g_autofree char *usual = last == NULL ? hf_paths_dup_default_database () : NULL;
  present_database (self, last != NULL ? last : usual, last == NULL);
}

static void
hf_application_activate (GApplication *application)
{
  HfApplication *self = HF_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window != NULL)
    gtk_window_present (window);
  else if (self->database != NULL)
    present_database (self, self->database, !hf_store_location_is_server (self->database));
  else
    open_usual (self);
}

static void
hf_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      if (path != NULL)
        present_database (HF_APPLICATION (application), path, FALSE);
    }
}

static void
hand_over (GApplication *application, const char *location)
{
  g_autoptr (GFile) file = NULL;
  if (hf_store_location_is_server (location))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "open-server",
                                      g_variant_new_string (location));
      return;
    }
  file = g_file_new_for_path (location);
  g_application_open (application, &file, 1, "");
}

/* Nothing of it is handed on, nor said again. */
static gboolean
holds_password (const char *location)
{
  g_autoptr (HfServerAddress) address = NULL;
  if (hf_store_location_is_server (location))
    address = hf_server_address_parse (location);
  return address != NULL && hf_server_address_get (address, "password") != NULL;
}

static int
refuse_password (void)
{
  g_autoptr (GError) error = g_error_new_literal (HF_STORE_ERROR,
                                                  HF_STORE_ERROR_PASSWORD_IN_LOCATION, "");
  g_printerr ("huifang: %s %s\n", hf_store_error_words (error), hf_store_error_advice (error));
  return 1;
}

/* Another huifang may be running already: then that one opens the database. */
static int
hf_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  HfApplication *self = HF_APPLICATION (application);
  const char *database = NULL;
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("huifang %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "database", "^&ay", &database))
    return -1;
  if (holds_password (database))
    return refuse_password ();
  self->database = hf_store_location_is_server (database) ? g_strdup (database)
                                                          : hf_paths_absolute (database);
  if (!g_application_register (application, NULL, NULL)
      || !g_application_get_is_remote (application))
    return -1;
  hand_over (application, self->database);
  return 0;
}

static void
hf_application_finalize (GObject *object)
{
  HfApplication *self = HF_APPLICATION (object);
  g_free (self->database);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (hf_application_parent_class)->finalize (object);
}

static void
hf_application_class_init (HfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_application_finalize;
  application_class->startup = hf_application_startup;
  application_class->activate = hf_application_activate;
  application_class->open = hf_application_open;
  application_class->handle_local_options = hf_application_handle_local_options;
}

static void
hf_application_init (HfApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL,
      /* Translators: a file, or what says where a database on a server is. */
      N_ ("Open this database: a file, or a connection string of PostgreSQL"),
      N_ ("LOCATION") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE]"));
}

/**
 * hf_application_new:
 *
 * Makes the program.
 *
 * Returns: (transfer full): the application
 */
HfApplication *
hf_application_new (void)
{
  return g_object_new (HF_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/huifang/Huifang",
                       NULL);
}
