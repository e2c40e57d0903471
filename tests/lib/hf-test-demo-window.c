#include "config.h"

#include "hf-test-demo-window.h"

#include "hf-demo.h"
#include "hf-locale.h"
#include "hf-store-complaints.h"
#include "hf-store-promises.h"
#include "hf-test-ui.h"
#include "test-folder.h"

#define PATIENCE (60 * G_USEC_PER_SEC)
#define HEIGHT 640

static gpointer
fill (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_demo_fill (session, error) ? HF_STORE_DONE : NULL;
}

void
hf_test_demo_window_set_up (HfTestDemoWindow *self, gconstpointer width)
{
  g_autoptr (GError) error = NULL;
  self->folder = test_folder_new ("huifang-narrow-XXXXXX");
  g_autofree char *database = g_build_filename (self->folder, "长春示范店.huifang", NULL);
  g_autoptr (HfStore) store = hf_store_open (database, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  hf_store_run (store, HF_STORE_WRITE, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  hf_store_close (store);
  self->window = hf_window_new (NULL, database, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), GPOINTER_TO_INT (width), HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (self->window->store == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (self->window->store);
}

void
hf_test_demo_window_tear_down (HfTestDemoWindow *self, gconstpointer unused)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer window = self->window;
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (window);
  test_folder_remove (self->folder);
}

static gboolean
is_shown (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget))
    return TRUE;
  gboolean found = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_shown (child, type);
  return found;
}

void
hf_test_demo_window_wait (HfTestDemoWindow *self, const char *type)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_shown (widget, type) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_shown (widget, type));
}

static gpointer
find_keys (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (GArray) complaints = hf_store_complaints_list_keys (session, NULL, error);
  g_autoptr (GArray) promises = hf_store_promises_list_keys (session, NULL, error);
  g_assert_true (complaints != NULL && complaints->len > 0);
  g_assert_true (promises != NULL && promises->len > 0);
  g_autoptr (HfComplaint) complaint = hf_store_complaints_get (
      session, g_array_index (complaints, gint64, 0), error);
  g_assert_nonnull (complaint);
  const HfTestDemoKeys keys = { complaint->id, g_array_index (promises, gint64, 0),
                                complaint->customer_id };
  return g_memdup2 (&keys, sizeof keys);
}

HfTestDemoKeys
hf_test_demo_window_get_keys (HfTestDemoWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree HfTestDemoKeys *keys = hf_store_run (self->window->store, HF_STORE_READ, find_keys,
                                                  NULL, NULL, &error);
  g_assert_no_error (error);
  return *keys;
}

/* The language is that of the environment. */
void
hf_test_demo_window_init (int *argc, char ***argv)
{
  hf_locale_init (NULL);
  gtk_disable_setlocale ();
  hf_test_ui_init (argc, argv);
}
