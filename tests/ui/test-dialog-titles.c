#include "config.h"

#include "hf-appointment-dialog.h"
#include "hf-call-list-editor.h"
#include "hf-call-log.h"
#include "hf-deadline-dialog.h"
#include "hf-hint-window.h"
#include "hf-hint-words-window.h"
#include "hf-promise-ask.h"
#include "hf-test-demo-window.h"
#include "hf-time.h"
#include "test-folder.h"

#define PATIENCE (60 * G_USEC_PER_SEC)
#define WIDE 1280

static GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* The window that lies over the others. */
static GtkWindow *
find_dialog (HfTestDemoWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (window != GTK_WINDOW (self->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_dialog (HfTestDemoWindow *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (find_dialog (self) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_dialog (self));
  return GTK_WIDGET (find_dialog (self));
}

/* In the header bar, whatever is in it; all that are cut are told. */
static void
check_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_test_fail_printf ("cut: %s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_whole (child);
}

static void
check (HfTestDemoWindow *self)
{
  GtkWidget *dialog = wait_for_dialog (self);
  gtk_test_widget_wait_for_draw (dialog);
  GtkWidget *bar = find_type (dialog, "AdwHeaderBar");
  g_assert_nonnull (bar);
  check_whole (bar);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* As soon as what it is about is read. */
static void
activate (HfTestDemoWindow *self, const char *type, const char *action)
{
  GtkWidget *widget = find_type (GTK_WIDGET (self->window), type);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_assert_nonnull (widget);
  g_test_message ("%s", action);
  while (find_dialog (self) == NULL && g_get_monotonic_time () < end)
    {
      gtk_widget_activate_action (widget, action, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  check (self);
}

static void
test_titles_of_complaints (HfTestDemoWindow *self, gconstpointer data)
{
  const HfTestDemoKeys keys = hf_test_demo_window_get_keys (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-complaint", "x",
                              keys.complaint);
  hf_test_demo_window_wait (self, "HfComplaintPath");
  activate (self, "HfComplaintPath", "complaint.give-up");
  activate (self, "HfComplaintDetail", "complaint.edit");
  activate (self, "HfComplaintDetail", "complaint.attach");
  activate (self, "HfComplaintClocks", "clocks.pause");
  activate (self, "HfComplaintClocks", "clocks.anew");
}

/* What asks about a promise, whatever becomes of it. */
static void
test_titles_of_promises (HfTestDemoWindow *self, gconstpointer data)
{
  static const HfPromiseState ends[] = { HF_PROMISE_KEPT, HF_PROMISE_BROKEN,
                                         HF_PROMISE_RELEASED };
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autoptr (HfPromise) promise = hf_promise_new ();
  promise->what = g_strdup ("Call back");
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      hf_promise_ask_end (window, self->window->store, promise, ends[i]);
      check (self);
    }
  hf_promise_ask_anew (window, self->window->store, promise);
  check (self);
  gtk_widget_activate_action (window, "win.new-promise", NULL);
  check (self);
}

static void
present (HfTestDemoWindow *self, gpointer dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  check (self);
}

static void
test_titles_of_calls (HfTestDemoWindow *self, gconstpointer data)
{
  const HfTestDemoKeys keys = hf_test_demo_window_get_keys (self);
  GtkWidget *window = GTK_WIDGET (self->window);
  HfStore *store = self->window->store;
  g_autoptr (HfCallTask) task = hf_call_task_new ();
  task->customer_id = keys.customer;
  task->customer_name = g_strdup ("王天宇");
  task->appointment_at = hf_time_now ();
  present (self, hf_appointment_dialog_new (window, store, task));
  present (self, hf_call_list_editor_new (window, store));
  present (self, hf_call_log_new (window, store, keys.customer));
  gtk_widget_activate_action (window, "win.start-interview", "x", keys.customer);
  hf_test_demo_window_wait (self, "HfInterviewDesk");
  activate (self, "HfInterviewDesk", "page.finish");
}

static void
test_titles_of_what_is_found (HfTestDemoWindow *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWindow *parent = GTK_WINDOW (window);
  present (self, hf_hint_window_new (window, self->window->store));
  present (self, hf_hint_words_window_new (window, self->window->store));
  present (self, hf_deadline_dialog_new_take_up (parent));
}

#define ADD(path, func)                                                                        \
  g_test_add ("/dialog-titles/" path, HfTestDemoWindow, GINT_TO_POINTER (WIDE),                \
              hf_test_demo_window_set_up, func, hf_test_demo_window_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("huifang-home-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  hf_test_demo_window_init (&argc, &argv);
  ADD ("complaints", test_titles_of_complaints);
  ADD ("promises", test_titles_of_promises);
  ADD ("calls", test_titles_of_calls);
  ADD ("found", test_titles_of_what_is_found);
  return g_test_run ();
}
