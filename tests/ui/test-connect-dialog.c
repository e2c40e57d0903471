#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-connect-dialog.h"
#include "hf-db-location.h"
#include "hf-password-form.h"
#include "hf-server-form.h"
#include "hf-store.h"
#include "hf-test-server.h"
#include "hf-test-ui.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define NOWHERE "host=/tmp/there-is-no-huifang-server dbname=team"

typedef struct
{
  HfConnectDialog *dialog;
  guint n_opened;
} Fixture;

static void
on_open (HfConnectDialog *dialog, Fixture *self)
{
  self->n_opened++;
}

static void
set_up (Fixture *self, gconstpointer location)
{
  self->dialog = hf_connect_dialog_new (NULL, location);
  self->n_opened = 0;
  g_signal_connect (self->dialog, "open", G_CALLBACK (on_open), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->dialog));
}

static void
tear_down (Fixture *self, gconstpointer location)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer dialog = self->dialog;
  g_object_add_weak_pointer (dialog, &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (dialog);
}

static gpointer
get_child (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->dialog), HF_TYPE_CONNECT_DIALOG,
                                        name);
}

static GtkEditable *
get_row (Fixture *self, const char *name)
{
  return GTK_EDITABLE (
      gtk_widget_get_template_child (get_child (self, "form"), HF_TYPE_SERVER_FORM, name));
}

static const char *
get_string (Fixture *self)
{
  return gtk_editable_get_text (get_row (self, "string"));
}

/* Asks for something and waits until the dialog says how it went. */
static const char *
wait_for_result (Fixture *self, const char *action)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), action, NULL);
  while (!gtk_widget_get_visible (get_child (self, "result")) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (get_child (self, "result")));
  return gtk_label_get_text (get_child (self, "result_title"));
}

static void
test_rows_and_string_keep_in_step (Fixture *self, gconstpointer location)
{
  gtk_editable_set_text (get_row (self, "host"), "db.example");
  gtk_editable_set_text (get_row (self, "database"), "team");
  g_assert_cmpstr (get_string (self), ==, "postgresql://db.example/team");
  gtk_editable_set_text (get_row (self, "string"),
                         "host=other port=5433 user=li sslmode=require");
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "host")), ==, "other");
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "port")), ==, "5433");
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "database")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "user")), ==, "li");
  /* What has no row stays. */
  gtk_editable_set_text (get_row (self, "user"), "");
  g_assert_cmpstr (get_string (self), ==, "postgresql://other:5433?sslmode=require");
}

static void
test_nonsense_is_told (Fixture *self, gconstpointer location)
{
  gtk_editable_set_text (get_row (self, "string"), "db.example");
  g_assert_cmpstr (wait_for_result (self, "connect.open"), ==, "This is no connection string");
  g_assert_cmpuint (self->n_opened, ==, 0);
}

static void
test_a_password_in_the_string_is_refused (Fixture *self, gconstpointer location)
{
  gtk_editable_set_text (get_row (self, "string"), "postgresql://li:geheim@localhost/team");
  g_assert_nonnull (strstr (wait_for_result (self, "connect.open"), "password"));
  g_assert_null (strstr (gtk_label_get_text (get_child (self, "result_technical")), "geheim"));
  g_assert_cmpuint (self->n_opened, ==, 0);
}

static void
test_silence_is_explained (Fixture *self, gconstpointer location)
{
  g_assert_cmpstr (wait_for_result (self, "connect.open"), ==,
                   "The database server cannot be reached.");
  g_assert_nonnull (
      strstr (gtk_label_get_text (get_child (self, "result_words")), "No PostgreSQL answers"));
  g_assert_cmpuint (self->n_opened, ==, 0);
  g_assert_false (gtk_widget_get_visible (get_child (self, "password_form")));
  /* What is typed next is another question. */
  gtk_editable_set_text (get_row (self, "port"), "5433");
  g_assert_false (gtk_widget_get_visible (get_child (self, "result")));
}

static void
test_a_test_can_be_stopped (Fixture *self, gconstpointer location)
{
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "connect.test", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (self, "test_stack")), ==,
                   "stop");
  g_assert_cmpstr (wait_for_result (self, "connect.stop"), ==, "The test was stopped");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (self, "test_stack")), ==,
                   "test");
}

static gboolean
skip_without_server (void)
{
  if (hf_test_server_is_available ())
    return FALSE;
  g_test_skip ("PostgreSQL is not installed");
  return TRUE;
}

static void
test_an_empty_database_is_offered (Fixture *self, gconstpointer location)
{
  if (skip_without_server ())
    return;
  g_autofree char *empty = hf_test_server_new_database (NULL, NULL);
  gtk_editable_set_text (get_row (self, "string"), empty);
  g_assert_cmpstr (wait_for_result (self, "connect.open"), ==,
                   "The database is there, and empty.");
  /* It is said first what opening it does. */
  g_assert_cmpuint (self->n_opened, ==, 0);
  g_assert_true (hf_connect_dialog_get_set_up (self->dialog));
  g_assert_cmpstr (gtk_button_get_label (get_child (self, "open")), ==, "_Set Up and Open");
  wait_for_result (self, "connect.open");
  g_assert_cmpuint (self->n_opened, ==, 1);
}

static void
test_a_database_is_opened (Fixture *self, gconstpointer location)
{
  if (skip_without_server ())
    return;
  g_autoptr (GError) error = NULL;
  g_autofree char *ready = hf_test_server_new_database (NULL, NULL);
  g_autoptr (HfStore) store = hf_store_open (ready, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  gtk_editable_set_text (get_row (self, "string"), ready);
  g_assert_cmpstr (wait_for_result (self, "connect.test"), ==, "The database is ready.");
  g_assert_cmpuint (self->n_opened, ==, 0);
  wait_for_result (self, "connect.open");
  g_assert_cmpuint (self->n_opened, ==, 1);
  g_assert_false (hf_connect_dialog_get_set_up (self->dialog));
  g_assert_null (hf_connect_dialog_get_password (self->dialog));
  hf_store_close (store);
}

static void
test_a_missing_database_is_told (Fixture *self, gconstpointer location)
{
  if (skip_without_server ())
    return;
  g_autofree char *other = hf_test_server_new_database (NULL, NULL);
  g_autofree char *missing = g_strdup_printf ("%s dbname=nobody-made-it", other);
  gtk_editable_set_text (get_row (self, "string"), missing);
  wait_for_result (self, "connect.test");
  g_assert_nonnull (
      strstr (gtk_label_get_text (get_child (self, "result_words")), "nobody-made-it"));
}

static void
test_a_password_is_asked_for (Fixture *self, gconstpointer location)
{
  if (skip_without_server ())
    return;
  g_autofree char *database = hf_test_server_new_database (NULL, NULL);
  g_autofree char *guarded = g_strdup_printf ("%s user=guarded", database);
  GtkWidget *form = get_child (self, "password_form");
  gtk_editable_set_text (get_row (self, "string"), guarded);
  g_assert_false (gtk_widget_get_visible (form));
  g_assert_cmpstr (wait_for_result (self, "connect.open"), ==,
                   "The server asks for a password.");
  g_assert_true (gtk_widget_get_visible (form));
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (form, HF_TYPE_PASSWORD_FORM, "password")),
      "falsch");
  g_assert_cmpstr (wait_for_result (self, "connect.open"), ==,
                   "The database server did not accept the user or the password.");
  g_assert_cmpstr (hf_connect_dialog_get_password (self->dialog), ==, "falsch");
  g_assert_cmpuint (self->n_opened, ==, 0);
}

static void
set_version (const char *location, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = hf_db_new_for (location, &error);
  g_assert_true (hf_db_open (db, HF_DB_OPEN_WRITE, &error));
  g_assert_true (hf_db_begin (db, &error));
  g_assert_true (hf_db_set_schema_version (db, version, &error));
  g_assert_true (hf_db_commit (db, &error));
  g_assert_no_error (error);
}

static const char *
get_words (Fixture *self)
{
  return gtk_label_get_text (get_child (self, "result_words"));
}

static void
test_other_versions_are_told (Fixture *self, gconstpointer location)
{
  if (skip_without_server ())
    return;
  g_autofree char *database = hf_test_server_new_database (NULL, NULL);
  gtk_editable_set_text (get_row (self, "string"), database);
  set_version (database, 1);
  g_assert_cmpstr (wait_for_result (self, "connect.test"), ==,
                   "The database is there, and of an older version.");
  g_assert_nonnull (strstr (get_words (self), "brings it up to date"));
  set_version (database, 1000);
  g_assert_cmpstr (wait_for_result (self, "connect.test"), ==,
                   "A newer version of Huifang made this database.");
  g_assert_nonnull (strstr (get_words (self), "left untouched"));
  wait_for_result (self, "connect.open");
  g_assert_cmpuint (self->n_opened, ==, 0);
}

static void
test_an_unknown_name_is_told (Fixture *self, gconstpointer location)
{
  g_assert_cmpstr (wait_for_result (self, "connect.test"), ==,
                   "The database server cannot be reached.");
  g_assert_nonnull (strstr (get_words (self), "no server “name.invalid”"));
}

static const char *
try_tls (Fixture *self, const char *host, const char *port, const char *trusted)
{
  g_autofree char *string = g_strdup_printf (
      "host=%s port=%s user=huifang dbname=postgres sslmode=verify-full sslrootcert=%s", host,
      port, trusted);
  gtk_editable_set_text (get_row (self, "string"), string);
  return wait_for_result (self, "connect.test");
}

static void
test_certificates_are_explained (Fixture *self, gconstpointer location)
{
  g_autofree char *port = NULL;
  g_autofree char *signer = NULL;
  if (skip_without_server ())
    return;
  if (!hf_test_server_set_up_tls (&port, &signer))
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  g_autofree char *folder = g_path_get_dirname (signer);
  g_autofree char *stranger = g_build_filename (folder, "server.crt", NULL);
  g_autofree char *missing = g_build_filename (folder, "none.crt", NULL);
  const char *distrust = "The database server’s certificate is not trusted.";
  g_assert_cmpstr (try_tls (self, "localhost", port, signer), ==,
                   "The database is there, and empty.");
  g_assert_cmpstr (try_tls (self, "127.0.0.1", port, signer), ==,
                   "The database server’s certificate is for another name.");
  g_assert_nonnull (strstr (get_words (self), "the name that the certificate is for"));
  g_assert_cmpstr (try_tls (self, "localhost", port, stranger), ==, distrust);
  g_assert_cmpstr (try_tls (self, "localhost", port, missing), ==, distrust);
  hf_test_server_take_tls_away ();
  g_assert_cmpstr (try_tls (self, "localhost", port, signer), ==,
                   "The database server offers no encrypted connection.");
  g_assert_cmpuint (self->n_opened, ==, 0);
}

#define ADD(path, location, func) g_test_add (path, Fixture, location, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("/connect/in-step", NULL, test_rows_and_string_keep_in_step);
  ADD ("/connect/nonsense", NULL, test_nonsense_is_told);
  ADD ("/connect/password-in-string", NULL, test_a_password_in_the_string_is_refused);
  ADD ("/connect/silence", NOWHERE, test_silence_is_explained);
  ADD ("/connect/stop", NOWHERE, test_a_test_can_be_stopped);
  ADD ("/connect/empty", NULL, test_an_empty_database_is_offered);
  ADD ("/connect/ready", NULL, test_a_database_is_opened);
  ADD ("/connect/missing", NULL, test_a_missing_database_is_told);
  ADD ("/connect/password", NULL, test_a_password_is_asked_for);
  ADD ("/connect/versions", NULL, test_other_versions_are_told);
  ADD ("/connect/unknown", "host=name.invalid dbname=team", test_an_unknown_name_is_told);
  ADD ("/connect/tls", NULL, test_certificates_are_explained);
  return g_test_run ();
}
