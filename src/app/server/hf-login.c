#include "config.h"

#include "hf-login.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-keyring.h"
#include "hf-password-form.h"
#include "hf-server-words.h"
#include "hf-store-location.h"
#include "hf-text.h"

typedef struct
{
  GtkWindow *window;
  char *location;
  char *password; /* NULL until one is known */
  HfStoreOpenMode mode;
  gboolean remember;  /* the keyring shall keep it */
  gboolean looked_up; /* the keyring was asked */
  gboolean found;     /* and knew a password */
  gboolean asked;     /* the person was asked */
  GError *error;      /* why a password is needed */
} Login;

/* A dialog that asks for the password. */
typedef struct
{
  GTask *task;
  HfPasswordForm *form;
  gboolean answered;
} Question;

static void try_to_open (GTask *task);

static void
login_free (gpointer data)
{
  Login *self = data;
  g_object_unref (self->window);
  g_free (self->location);
  hf_text_free_secret (self->password);
  g_clear_error (&self->error);
  g_free (self);
}

static void
take_password (Login *self, char *password)
{
  hf_text_free_secret (self->password);
  self->password = password;
}

static void
on_remembered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  if (hf_keyring_store_finish (result, &error))
    return;
  g_message ("the password is not remembered: %s", error->message);
  GtkWidget *child = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  if (child != NULL)
    hf_dialogs_toast (gtk_widget_get_first_child (child),
                      _ ("The password was not remembered: no keyring is running"));
}

/* What was refused is not kept, nor what shall not be remembered any more. */
static void
bring_keyring_up_to_date (Login *self)
{
  if (self->remember && self->password != NULL)
    hf_keyring_store_async (self->location, self->password, NULL, on_remembered,
                            g_object_ref (self->window));
  else if (self->found && self->asked)
    hf_keyring_clear_async (self->location, NULL, NULL, NULL);
}

static void
give_up (GTask *task)
{
  Login *self = g_task_get_task_data (task);
  g_task_return_error (task, g_steal_pointer (&self->error));
  g_object_unref (task);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  Login *self = g_task_get_task_data (question->task);
  question->answered = TRUE;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (question->task))
      || g_strcmp0 (response, "open") != 0)
    {
      give_up (question->task);
      return;
    }
  take_password (self, g_strdup (hf_password_form_get_password (question->form)));
  self->remember = hf_password_form_get_remember (question->form);
  hf_password_form_clear (question->form);
  try_to_open (question->task);
}

static gboolean
end_question (gpointer data)
{
  Question *question = data;
  if (!question->answered)
    give_up (question->task);
  g_object_unref (question->form);
  g_object_unref (question->task);
  g_free (question);
  return G_SOURCE_REMOVE;
}

/* It may go with the window, without an answer; one that is given comes after this. Nor may the
 * entry go while its own Enter is being worked on: libadwaita 1.2 does not survive that. */
static void
on_destroyed (GtkWidget *dialog, Question *question)
{
  g_idle_add (end_question, question);
}

static const char *
get_reason (Login *self)
{
  if (self->asked)
    return _ ("The server did not accept the user or the password.");
  return self->found ? _ ("The server did not accept the password that was remembered.")
                     : _ ("The server asks for a password.");
}

static void
ask (GTask *task)
{
  Login *self = g_task_get_task_data (task);
  g_autofree char *place = hf_server_words_place (self->location);
  g_autofree char *body = g_strjoin ("\n\n", get_reason (self), place, NULL);
  AdwMessageDialog *dialog = hf_dialogs_new (self->window, _ ("Password"), body);
  Question *question = g_new0 (Question, 1);
  question->task = g_object_ref (task);
  question->form = g_object_ref_sink (hf_password_form_new ());
  self->asked = TRUE;
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (question->form));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  /* The window is not destroyed for good while it is waited for here. */
  g_signal_connect_object (self->window, "unrealize", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_destroyed), question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->form));
}

/* Without a keyring, or without the password in it, there is still the person. */
static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Login *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *password = hf_keyring_lookup_finish (result, &error);
  self->looked_up = TRUE;
  if (error != NULL)
    g_debug ("no keyring: %s", error->message);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      hf_text_free_secret (password);
      give_up (task);
      return;
    }
  self->found = password != NULL;
  if (password == NULL)
    {
      ask (task);
      return;
    }
  take_password (self, password);
  try_to_open (task);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Login *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_clear_error (&self->error);
  HfStore *store = hf_store_open_finish (result, &self->error);
  if (store != NULL)
    {
      bring_keyring_up_to_date (self);
      g_task_return_pointer (task, store, g_object_unref);
      g_object_unref (task);
    }
  else if (g_cancellable_is_cancelled (cancellable)
           || !g_error_matches (self->error, HF_STORE_ERROR, HF_STORE_ERROR_PASSWORD))
    give_up (task);
  else if (!self->looked_up)
    hf_keyring_lookup_async (self->location, cancellable, on_looked_up, task);
  else
    ask (task);
}

static void
try_to_open (GTask *task)
{
  Login *self = g_task_get_task_data (task);
  hf_store_open_async (self->location, self->password, self->mode,
                       g_task_get_cancellable (task), on_opened, task);
}

/**
 * hf_login_open_async:
 * @window: the window that it is for
 * @location: a file's path, or a connection string of libpq without a password
 * @password: (nullable): a password that was typed already
 * @remember: whether the keyring shall keep @password
 * @mode: whether it may be made
 * @cancellable: (nullable): stops waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Opens a database; where the server wants a password, it is looked for in the keyring, and
 * then asked for.
 */
void
hf_login_open_async (GtkWindow *window, const char *location, const char *password,
                     gboolean remember, HfStoreOpenMode mode, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Login *self = g_new0 (Login, 1);
  self->window = g_object_ref (window);
  self->location = g_strdup (location);
  self->password = g_strdup (password);
  self->remember = remember;
  self->mode = mode;
  g_task_set_task_data (task, self, login_free);
  g_task_set_check_cancellable (task, FALSE);
  try_to_open (task);
}

/**
 * hf_login_open_finish:
 * @result: what the callback was given
 * @error: (nullable): %HF_STORE_ERROR; PASSWORD where the person gave none
 *
 * Takes the result of hf_login_open_async().
 *
 * Returns: (transfer full) (nullable): the store
 */
HfStore *
hf_login_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
