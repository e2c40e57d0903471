#include "config.h"

#include <adwaita.h>

#include "hf-server-bar.h"
#include "hf-store-settings.h"
#include "hf-test-server.h"
#include "hf-test-ui.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfServerBar *bar;
  guint n_saved;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *location = hf_test_server_new_database (NULL, NULL);
  self->store = hf_store_open (location, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  self->bar = g_object_new (HF_TYPE_SERVER_BAR, NULL);
  self->window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->bar));
  gtk_window_set_child (GTK_WINDOW (self->window), overlay);
  hf_server_bar_set_store (self->bar, self->store);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->window);
  hf_store_close (self->store);
  g_assert_finalize_object (self->store);
}

static gpointer
save_name (HfStoreSession *session, gpointer name, GError **error)
{
  return hf_store_settings_set (session, HF_SETTING_COMPANY, name, error) ? HF_STORE_DONE
                                                                          : NULL;
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  hf_store_run_finish (HF_STORE (store), result, &error);
  g_assert_no_error (error);
  self->n_saved++;
}

static void
save (Fixture *self)
{
  hf_store_run_async (self->store, HF_STORE_WRITE, save_name, g_strdup ("长春"), g_free, NULL,
                      NULL, on_saved, self);
}

static void
wait_for_state (Fixture *self, const char *state)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (hf_server_bar_get_state (self->bar), state) != 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hf_server_bar_get_state (self->bar), ==, state);
}

static void
wait_until_saved (Fixture *self, guint times)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (self->n_saved < times && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_saved, ==, times);
}

static gboolean
is_revealed (Fixture *self)
{
  return gtk_info_bar_get_revealed (GTK_INFO_BAR (
      gtk_widget_get_template_child (GTK_WIDGET (self->bar), HF_TYPE_SERVER_BAR, "bar")));
}

static void
test_a_server_that_is_there_is_no_news (Fixture *self, gconstpointer data)
{
  save (self);
  wait_until_saved (self, 1);
  g_assert_cmpuint (hf_store_count_waiting (self->store), ==, 0);
  g_assert_null (hf_server_bar_get_state (self->bar));
  g_assert_false (is_revealed (self));
}

static void
test_what_waits_is_counted_and_saved (Fixture *self, gconstpointer data)
{
  hf_test_server_stop ();
  save (self);
  wait_for_state (self, "Server away, 1 save waits");
  g_assert_true (is_revealed (self));
  save (self);
  wait_for_state (self, "Server away, 2 saves wait");
  g_assert_cmpuint (self->n_saved, ==, 0);
  hf_test_server_start ();
  wait_for_state (self, NULL);
  g_assert_false (is_revealed (self));
  /* Who saved is told a moment after the bar may have seen that nothing waits. */
  wait_until_saved (self, 2);
  g_assert_cmpuint (hf_store_count_waiting (self->store), ==, 0);
}

static void
test_another_store_is_not_away (Fixture *self, gconstpointer data)
{
  hf_test_server_stop ();
  save (self);
  wait_for_state (self, "Server away, 1 save waits");
  hf_server_bar_set_store (self->bar, NULL);
  hf_test_server_start ();
  wait_until_saved (self, 1);
  hf_server_bar_set_store (self->bar, self->store);
  g_assert_null (hf_server_bar_get_state (self->bar));
  g_assert_false (is_revealed (self));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  hf_test_server_need ();
  ADD ("/server-bar/there", test_a_server_that_is_there_is_no_news);
  ADD ("/server-bar/away", test_what_waits_is_counted_and_saved);
  ADD ("/server-bar/another", test_another_store_is_not_away);
  return g_test_run ();
}
