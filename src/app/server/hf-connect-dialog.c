#include "config.h"

#include "hf-connect-dialog.h"

#include <glib/gi18n.h>

#include "hf-keyring.h"
#include "hf-password-form.h"
#include "hf-server-form.h"
#include "hf-server-words.h"
#include "hf-store-location.h"
#include "hf-text.h"

/* Finds a database on a server, tries it and says in words how that went. */
struct _HfConnectDialog
{
  AdwWindow parent_instance;

  HfServerForm *form;
  HfPasswordForm *password_form;
  GtkButton *open;
  GtkStack *test_stack; /* "test" and "stop" */
  GtkSpinner *spinner;
  GtkWidget *result;
  GtkImage *result_icon;
  GtkLabel *result_title;
  GtkLabel *result_words;
  GtkLabel *result_technical;

  GCancellable *cancellable; /* of the test that runs */
  char *remembered;          /* a password out of the keyring */
  GError *error;             /* while the server's name is looked for */
  gboolean looked_up;        /* the keyring was asked */
  gboolean opening;          /* the database is opened where the test finds nothing wrong */
  gboolean set_up;           /* it is empty, and that was said */
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfConnectDialog, hf_connect_dialog, ADW_TYPE_WINDOW)

static void start_test (HfConnectDialog *self);

static void
show_result (HfConnectDialog *self, const char *icon, const char *title, const char *words,
             const char *technical)
{
  gtk_image_set_from_icon_name (self->result_icon, icon);
  gtk_label_set_text (self->result_title, title);
  gtk_label_set_text (self->result_words, words);
  gtk_label_set_text (self->result_technical, technical != NULL ? technical : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result_words), *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->result_technical), technical != NULL);
  gtk_widget_set_visible (self->result, TRUE);
}

static void
set_testing (HfConnectDialog *self, gboolean testing)
{
  gtk_stack_set_visible_child_name (self->test_stack, testing ? "stop" : "test");
  gtk_spinner_set_spinning (self->spinner, testing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.open", !testing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.test", !testing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.stop", testing);
}

static void
end_test (HfConnectDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_testing (self, FALSE);
}

static void
set_set_up (HfConnectDialog *self, gboolean set_up)
{
  self->set_up = set_up;
  gtk_button_set_label (self->open, set_up ? _ ("_Set Up and Open") : _ ("_Open"));
}

/* Whether this is still the test that was begun last, and nobody stopped it. */
static gboolean
is_present (HfConnectDialog *self, GAsyncResult *result)
{
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  return cancellable == self->cancellable && !g_cancellable_is_cancelled (cancellable);
}

static void
show_found (HfConnectDialog *self, HfStoreState state)
{
  gboolean told = self->set_up;
  end_test (self);
  show_result (self, "object-select-symbolic", hf_server_words_found (state),
               hf_server_words_found_advice (state), NULL);
  set_set_up (self, state == HF_STORE_STATE_EMPTY);
  if (self->opening && (state != HF_STORE_STATE_EMPTY || told))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
show_trouble (HfConnectDialog *self, const GError *error, gboolean known_host)
{
  g_autofree char *location = hf_connect_dialog_dup_location (self);
  g_autofree char *words = hf_server_words_trouble (error, location, known_host);
  gboolean password = g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_PASSWORD);
  gboolean asks = password && hf_connect_dialog_get_password (self) == NULL;
  end_test (self);
  show_result (self, asks ? "dialog-password-symbolic" : "hf-warning-symbolic",
               asks ? _ ("The server asks for a password.") : hf_store_error_words (error),
               words, asks ? NULL : error->message);
  if (!password)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->password_form), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_form));
}

static void
on_host_looked_up (GObject *resolver, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfConnectDialog) self = data;
  g_autoptr (GError) unknown = NULL;
  GList *addresses = g_resolver_lookup_by_name_finish (G_RESOLVER (resolver), result, &unknown);
  g_resolver_free_addresses (addresses);
  g_autoptr (GError) error = g_steal_pointer (&self->error);
  if (error != NULL && self->cancellable != NULL)
    show_trouble (self, error, unknown == NULL);
}

/* That nobody answers has two reasons: there is no such computer, or nothing on it listens. */
static void
tell_offline (HfConnectDialog *self, const GError *error)
{
  g_autofree char *location = hf_connect_dialog_dup_location (self);
  g_autofree char *host = hf_server_words_dup_host (location);
  if (host == NULL)
    {
      show_trouble (self, error, TRUE);
      return;
    }
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  g_resolver_lookup_by_name_async (resolver, host, self->cancellable, on_host_looked_up,
                                   g_object_ref (self));
}

static void
on_password_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfConnectDialog) self = data;
  g_autoptr (GError) no_keyring = NULL;
  char *password = hf_keyring_lookup_finish (result, &no_keyring);
  g_autoptr (GError) error = g_steal_pointer (&self->error);
  if (error == NULL || !is_present (self, result))
    {
      hf_text_free_secret (password);
      return;
    }
  hf_text_free_secret (self->remembered);
  self->remembered = password;
  if (password != NULL)
    start_test (self);
  else
    show_trouble (self, error, TRUE);
}

/* A password that is remembered is tried before one is asked for. */
static void
look_for_password (HfConnectDialog *self, const GError *error)
{
  g_autofree char *location = hf_connect_dialog_dup_location (self);
  self->looked_up = TRUE;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  hf_keyring_lookup_async (location, self->cancellable, on_password_found, g_object_ref (self));
}

static void
on_tested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfConnectDialog) self = data;
  g_autoptr (GError) error = NULL;
  HfStoreState state = HF_STORE_STATE_EMPTY;
  gboolean done = hf_store_location_test_finish (result, &state, &error);
  if (!is_present (self, result))
    return;
  if (done)
    show_found (self, state);
  else if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE))
    tell_offline (self, error);
  else if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_PASSWORD) && !self->looked_up
           && hf_connect_dialog_get_password (self) == NULL)
    look_for_password (self, error);
  else
    show_trouble (self, error, TRUE);
}

static void
start_test (HfConnectDialog *self)
{
  g_autofree char *location = hf_connect_dialog_dup_location (self);
  if (!hf_store_location_is_server (location))
    {
      end_test (self);
      show_result (
          self, "hf-warning-symbolic", _ ("This is no connection string"),
          _ ("It begins with postgresql://, or with a word such as host= or service=."), NULL);
      return;
    }
  end_test (self);
  self->cancellable = g_cancellable_new ();
  set_testing (self, TRUE);
  gtk_widget_set_visible (self->result, FALSE);
  hf_store_location_test_async (location, hf_connect_dialog_get_password (self),
                                self->cancellable, on_tested, g_object_ref (self));
}

static void
test (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfConnectDialog *self = HF_CONNECT_DIALOG (widget);
  self->opening = FALSE;
  start_test (self);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfConnectDialog *self = HF_CONNECT_DIALOG (widget);
  end_test (self);
  show_result (self, "hf-warning-symbolic", _ ("The test was stopped"), "", NULL);
}

static void
open_database (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfConnectDialog *self = HF_CONNECT_DIALOG (widget);
  self->opening = TRUE;
  start_test (self);
}

static void
on_form_changed (HfConnectDialog *self)
{
  end_test (self);
  self->looked_up = FALSE;
  hf_text_free_secret (g_steal_pointer (&self->remembered));
  set_set_up (self, FALSE);
  gtk_widget_set_visible (self->result, FALSE);
}

static void
hf_connect_dialog_dispose (GObject *object)
{
  HfConnectDialog *self = HF_CONNECT_DIALOG (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CONNECT_DIALOG);
  G_OBJECT_CLASS (hf_connect_dialog_parent_class)->dispose (object);
}

static void
hf_connect_dialog_finalize (GObject *object)
{
  HfConnectDialog *self = HF_CONNECT_DIALOG (object);
  hf_text_free_secret (self->remembered);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (hf_connect_dialog_parent_class)->finalize (object);
}

static void
hf_connect_dialog_class_init (HfConnectDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_connect_dialog_dispose;
  object_class->finalize = hf_connect_dialog_finalize;

  /**
   * HfConnectDialog::open:
   *
   * The database can be used, and is to be opened.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_PASSWORD_FORM);
  g_type_ensure (HF_TYPE_SERVER_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/server/hf-connect-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, form);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, password_form);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, open);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, test_stack);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, result);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, result_icon);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, result_title);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, result_words);
  gtk_widget_class_bind_template_child (widget_class, HfConnectDialog, result_technical);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_install_action (widget_class, "connect.test", NULL, test);
  gtk_widget_class_install_action (widget_class, "connect.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "connect.open", NULL, open_database);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_connect_dialog_init (HfConnectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_testing (self, FALSE);
}

/**
 * hf_connect_dialog_new:
 * @parent: (nullable): the window that it is for
 * @location: (nullable): what is filled in at first
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the dialog
 */
HfConnectDialog *
hf_connect_dialog_new (GtkWindow *parent, const char *location)
{
  HfConnectDialog *self = g_object_new (HF_TYPE_CONNECT_DIALOG, "transient-for", parent, NULL);
  if (location != NULL)
    hf_server_form_set_location (self->form, location);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return self;
}

/**
 * hf_connect_dialog_dup_location:
 * @self: the dialog
 *
 * Gives where the database is.
 *
 * Returns: (transfer full): a connection string of libpq
 */
char *
hf_connect_dialog_dup_location (HfConnectDialog *self)
{
  return hf_server_form_dup_location (self->form);
}

/**
 * hf_connect_dialog_get_password:
 * @self: the dialog
 *
 * Gives the password that was typed, or else the one that was remembered.
 *
 * Returns: (nullable): the password; %NULL where the server wanted none
 */
const char *
hf_connect_dialog_get_password (HfConnectDialog *self)
{
  const char *typed = hf_password_form_get_password (self->password_form);
  return typed != NULL ? typed : self->remembered;
}

/**
 * hf_connect_dialog_get_remember:
 * @self: the dialog
 *
 * Tells whether the keyring shall remember the password.
 *
 * Returns: whether it shall
 */
gboolean
hf_connect_dialog_get_remember (HfConnectDialog *self)
{
  return hf_password_form_get_remember (self->password_form);
}

/**
 * hf_connect_dialog_get_set_up:
 * @self: the dialog
 *
 * Tells whether the database is empty, and tables are to be made in it.
 *
 * Returns: whether they are
 */
gboolean
hf_connect_dialog_get_set_up (HfConnectDialog *self)
{
  return self->set_up;
}
