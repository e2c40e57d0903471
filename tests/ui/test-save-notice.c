#include "config.h"

#include <adwaita.h>

#include "hf-complaint-editor.h"
#include "hf-customer-editor.h"
#include "hf-save-notice.h"
#include "hf-store-complaints.h"
#include "hf-store-customers.h"
#include "hf-test-server.h"
#include "hf-test-ui.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

/* Forms on a server that goes away. */
typedef struct
{
  HfStore *store;
  guint n_saved;
} Fixture;

typedef gboolean (*Condition) (gpointer data);

static gpointer
add_customer (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfCustomer) customer = hf_customer_new ();
  customer->code = g_strdup ("C1");
  customer->name = g_strdup ("Wang");
  return hf_store_customers_save (session, customer, error) ? g_steal_pointer (&customer)
                                                            : NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *location = hf_test_server_new_database (NULL, NULL);
  self->store = hf_store_open (location, HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  hf_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->store);
}

static gboolean
wake_up (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Condition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint source = g_timeout_add (50, wake_up, NULL);
  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (condition (data));
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_saved (gpointer data)
{
  return ((Fixture *) data)->n_saved > 0;
}

static void
on_customer_saved (HfCustomerEditor *editor, HfCustomer *before, HfCustomer *after,
                   Fixture *self)
{
  self->n_saved++;
}

static void
on_complaint_saved (HfComplaintEditor *editor, gint64 id, Fixture *self)
{
  self->n_saved++;
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);
  return found;
}

static void
test_a_customer_waits (Fixture *self, gconstpointer data)
{
  self->n_saved = 0;
  HfCustomerEditor *editor = g_object_ref (hf_customer_editor_new (self->store, NULL, NULL));
  GtkWidget *notice = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (editor), HF_TYPE_CUSTOMER_EDITOR, "waits"));
  g_signal_connect (editor, "saved", G_CALLBACK (on_customer_saved), self);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (editor));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (editor), "Customer code")),
                         "C7");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (editor), "Name")), "Li");
  g_assert_false (gtk_widget_get_visible (notice));
  hf_test_server_stop ();
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  wait_until (is_visible, notice);
  /* Closed, it is not asked what becomes of what was typed. */
  gtk_window_close (GTK_WINDOW (editor));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (editor)));
  g_assert_cmpuint (self->n_saved, ==, 0);
  hf_test_server_start ();
  wait_until (is_saved, self);
  g_assert_finalize_object (editor);
}

static void
type_words (HfComplaintEditor *editor, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (
      gtk_widget_get_template_child (GTK_WIDGET (editor), HF_TYPE_COMPLAINT_EDITOR, "words"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), words, -1);
}

static HfComplaintEditor *
show_complaint_editor (Fixture *self, GtkWidget **window)
{
  HfComplaintEditor *editor = g_object_new (HF_TYPE_COMPLAINT_EDITOR, NULL);
  self->n_saved = 0;
  *window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (editor));
  hf_complaint_editor_set_store (editor, self->store);
  g_signal_connect (editor, "saved", G_CALLBACK (on_complaint_saved), self);
  gtk_window_present (GTK_WINDOW (*window));
  hf_complaint_editor_start (editor, 0);
  return editor;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
}

static void
test_a_complaint_waits (Fixture *self, gconstpointer data)
{
  GtkWidget *window = NULL;
  HfComplaintEditor *editor = show_complaint_editor (self, &window);
  GtkWidget *notice = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (editor), HF_TYPE_COMPLAINT_EDITOR, "waits"));
  type_words (editor, "等了三天");
  hf_test_server_stop ();
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL);
  wait_until (is_visible, notice);
  g_assert_cmpuint (hf_store_count_waiting (self->store), ==, 1);
  hf_test_server_start ();
  wait_until (is_saved, self);
  g_assert_false (gtk_widget_get_visible (notice));
  close_window (window);
}

/* Who is typed while the server is away is found when it is back. */
static void
test_a_search_is_made_up_for (Fixture *self, gconstpointer data)
{
  GtkWidget *window = NULL;
  g_autoptr (HfCustomer) customer = hf_store_run (self->store, HF_STORE_WRITE, add_customer,
                                                  NULL, NULL, NULL);
  HfComplaintEditor *editor = show_complaint_editor (self, &window);
  GtkWidget *entry = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (editor), HF_TYPE_COMPLAINT_EDITOR, "customer"));
  GtkWidget *matches = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (editor), HF_TYPE_COMPLAINT_EDITOR, "matches"));
  g_assert_nonnull (customer);
  hf_test_server_stop ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "wang");
  while (hf_store_is_online (self->store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (matches));
  hf_test_server_start ();
  wait_until (is_visible, matches);
  close_window (window);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  hf_test_server_need ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/save-notice/customer", test_a_customer_waits);
  ADD ("/save-notice/complaint", test_a_complaint_waits);
  ADD ("/save-notice/search", test_a_search_is_made_up_for);
  return g_test_run ();
}
