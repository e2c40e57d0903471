#include "config.h"

#include <glib/gi18n.h>

#include "hf-connect-dialog.h"
#include "hf-dialogs.h"
#include "hf-store-location.h"
#include "hf-text.h"
#include "hf-window-private.h"

/* A database that is open, with what is typed in it, keeps its window. */
static HfWindow *
choose_window (HfWindow *self, const char *location, gboolean create)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  if (self->store == NULL || application == NULL)
    return self;
  return hf_window_new (application, location, create);
}

static void
on_open (HfConnectDialog *dialog, HfWindow *self)
{
  g_autofree char *location = hf_connect_dialog_dup_location (dialog);
  gboolean create = hf_connect_dialog_get_set_up (dialog);
  HfWindow *window = choose_window (self, location, create);
  hf_text_free_secret (window->password);
  window->password = g_strdup (hf_connect_dialog_get_password (dialog));
  window->remember = hf_connect_dialog_get_remember (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (window == self)
    hf_window_switch (window, location, create);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * hf_window_connect:
 * @self: a window
 *
 * Has a person say where a database on a server is, and opens it.
 */
void
hf_window_connect (HfWindow *self)
{
  gboolean server = hf_store_location_is_server (self->database);
  HfConnectDialog *dialog = hf_connect_dialog_new (GTK_WINDOW (self),
                                                   server ? self->database : NULL);
  g_signal_connect_object (dialog, "open", G_CALLBACK (on_open), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, HfWindow *self)
{
  if (g_strcmp0 (response, "lose") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * hf_window_ask_about_waiting:
 * @self: a window that is to be closed
 *
 * Asks whether what waits for a server that is away shall be lost.
 *
 * Returns: whether there is something to ask; the window stays open then
 */
gboolean
hf_window_ask_about_waiting (HfWindow *self)
{
  guint waiting = self->store != NULL && !hf_store_is_online (self->store)
                      ? hf_store_count_waiting (self->store)
                      : 0;
  if (waiting == 0)
    return FALSE;
  g_autofree char *body = g_strdup_printf (
      ngettext (
          "%u save waits for the database server, which is away. It is lost when the window "
          "is closed now.",
          "%u saves wait for the database server, which is away. They are lost when the "
          "window is closed now.",
          waiting),
      waiting);
  AdwMessageDialog *dialog = hf_dialogs_new (GTK_WINDOW (self), _ ("Not everything is saved"),
                                             body);
  adw_message_dialog_add_responses (dialog, "stay", _ ("_Keep Waiting"), "lose",
                                    _ ("_Close and Lose It"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "lose", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
