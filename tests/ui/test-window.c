#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hf-complaints-page.h"
#include "hf-customers-page.h"
#include "hf-desk.h"
#include "hf-dialogs.h"
#include "hf-interview-page.h"
#include "hf-paths.h"
#include "hf-settings.h"
#include "hf-sidebar.h"
#include "hf-store-session-private.h"
#include "hf-store-staff.h"
#include "hf-store.h"
#include "hf-test-server.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "hf-window-private.h"
#include "test-folder.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *database;
  HfWindow *window;
} Fixture;

static GtkStack *
get_stack (HfWindow *window)
{
  return GTK_STACK (
      gtk_widget_get_template_child (GTK_WIDGET (window), HF_TYPE_WINDOW, "stack"));
}

static const char *
get_shown (HfWindow *window)
{
  return gtk_stack_get_visible_child_name (get_stack (window));
}

/* Waits until the database is open, or is known not to open. */
static void
wait_until_open (HfWindow *window)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_str_equal (get_shown (window), "opening") && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer create)
{
  self->folder = test_folder_new ("huifang-window-XXXXXX");
  self->database = g_build_filename (self->folder, "长春示范店.huifang", NULL);
  self->window = hf_window_new (NULL, self->database, GPOINTER_TO_INT (create));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  wait_until_open (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gpointer window = self->window;
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (window));
  /* What it still reads from the database holds it for a moment. */
  while (window != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (window);
  test_folder_remove (self->folder);
  g_free (self->database);
}

static void
test_opens_on_today (Fixture *self, gconstpointer data)
{
  HfSidebar *sidebar = HF_SIDEBAR (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), HF_TYPE_WINDOW, "sidebar"));
  g_autofree char *database = NULL;
  g_autofree char *state = NULL;
  g_object_get (sidebar, "database", &database, "state", &state, NULL);
  g_assert_cmpstr (get_shown (self->window), ==, "today");
  g_assert_cmpstr (database, ==, self->database);
  g_assert_cmpstr (state, !=, "");
  g_assert_true (g_file_test (self->database, G_FILE_TEST_IS_REGULAR));
}

static void
test_pages_switch_by_action (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "customers", "complaints", "diagnosis",
                                       "reports",   "setup",      "today" };
  GtkWidget *window = GTK_WIDGET (self->window);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", names[i]));
      g_assert_cmpstr (get_shown (self->window), ==, names[i]);
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "no-such-page");
  g_assert_cmpstr (get_shown (self->window), ==, "today");
}

/* Else no key would work any more. */
static void
test_the_focus_is_on_nothing_hidden (Fixture *self, gconstpointer data)
{
  GtkWidget *button = gtk_button_new_with_label ("Try Again");
  gtk_stack_add_named (get_stack (self->window), button, "trouble");
  gtk_stack_set_visible_child_name (get_stack (self->window), "trouble");
  g_assert_true (gtk_widget_grab_focus (button));
  gtk_stack_set_visible_child_full (get_stack (self->window), "today",
                                    GTK_STACK_TRANSITION_TYPE_NONE);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus == NULL || gtk_widget_get_mapped (focus));
}

static GtkListBoxRow *
get_selected_row (HfWindow *window)
{
  GtkWidget *sidebar = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), HF_TYPE_WINDOW, "sidebar"));
  return gtk_list_box_get_selected_row (
      GTK_LIST_BOX (gtk_widget_get_template_child (sidebar, HF_TYPE_SIDEBAR, "list")));
}

static void
test_arrows_go_from_page_to_page (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *sidebar = GTK_WIDGET (
      gtk_widget_get_template_child (window, HF_TYPE_WINDOW, "sidebar"));
  GtkListBox *list = GTK_LIST_BOX (
      gtk_widget_get_template_child (sidebar, HF_TYPE_SIDEBAR, "list"));
  hf_window_show_page (self->window, "today");
  gtk_widget_grab_focus (sidebar);
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_cmpstr (get_shown (self->window), ==, "customers");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_selected_row (self->window))));
  /* The Tab key leaves the list and changes nothing in it. */
  g_assert_false (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (get_shown (self->window), ==, "customers");
  g_assert_true (get_selected_row (self->window) == gtk_list_box_get_row_at_index (list, 1));
}

static void
test_the_last_page_is_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  g_assert_nonnull (settings);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "reports");
  g_autofree char *last = g_settings_get_string (settings, HF_SETTINGS_LAST_PAGE);
  g_assert_cmpstr (last, ==, "reports");
  g_settings_reset (settings, HF_SETTINGS_LAST_PAGE);
}

static void
test_interview_lies_over_the_page (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  gtk_widget_activate_action (window, "win.show-page", "s", "customers");
  g_assert_nonnull (hf_window_show_page (self->window, "interview"));
  g_assert_cmpstr (get_shown (self->window), ==, "interview");
  gtk_widget_activate_action (window, "win.leave-interview", NULL);
  g_assert_cmpstr (get_shown (self->window), ==, "customers");
}

/* From every page, and whatever shows another page takes it away. */
static void
test_finds_from_everywhere (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "today",     "customers", "complaints",
                                       "diagnosis", "reports",   "setup" };
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *find = GTK_WIDGET (gtk_widget_get_template_child (window, HF_TYPE_WINDOW, "find"));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (window, "win.show-page", "s", pages[i]);
      g_assert_false (gtk_widget_get_visible (find));
      gtk_widget_activate_action (window, "win.find", NULL);
      g_assert_true (gtk_widget_get_visible (find));
    }
  gtk_widget_activate_action (window, "win.do-on-page", "(ss)", "customers", "page.none");
  g_assert_cmpstr (get_shown (self->window), ==, "customers");
  g_assert_false (gtk_widget_get_visible (find));
}

static void
test_search_goes_to_the_customers (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *search = GTK_WIDGET (
      gtk_widget_get_template_child (window, HF_TYPE_WINDOW, "search"));
  gtk_widget_activate_action (window, "win.show-page", "s", "today");
  g_assert_false (gtk_widget_get_visible (search));
  gtk_widget_activate_action (window, "win.search", NULL);
  g_assert_true (gtk_widget_has_focus (search) || gtk_widget_get_focus_child (search) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "wbq");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (get_shown (self->window), ==, "customers");
  /* Another page asks for others: the words do not stand there as if they still counted. */
  gtk_widget_activate_action (window, "win.show-customers", "s", "status=lost");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
}

static void
test_counted_complaints_are_shown (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "today");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-complaints", "s",
                              "group=resolved_met");
  g_assert_cmpstr (get_shown (self->window), ==, "complaints");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "today");
}

/* Where complaints and promises show, they are what is searched. */
static void
test_search_stays_on_the_page (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "complaints", "promises" };
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", pages[i]);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
      g_assert_cmpstr (get_shown (self->window), ==, pages[i]);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
    }
}

static void
test_narrow_window_shows_icons (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GObject *sidebar = gtk_widget_get_template_child (window, HF_TYPE_WINDOW, "sidebar");
  gboolean compact = FALSE;
  int least = 0;
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 600);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!compact && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (sidebar, "compact", &compact, NULL);
    }
  g_assert_true (compact);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
undo (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_toasts_find_the_window (Fixture *self, gconstpointer data)
{
  gboolean undone = FALSE;
  GtkWidget *page = hf_window_show_page (self->window, "customers");
  hf_dialogs_toast (page, "1 < 2 & so on");
  hf_dialogs_toast_undo (page, "Deleted", undo, &undone, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_false (undone);
}

static void
test_missing_database_is_told (Fixture *self, gconstpointer data)
{
  AdwStatusPage *failure = ADW_STATUS_PAGE (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), HF_TYPE_WINDOW, "failure"));
  g_assert_cmpstr (get_shown (self->window), ==, "failure");
  g_assert_nonnull (strstr (adw_status_page_get_description (failure), self->database));
  g_assert_cmpstr (adw_status_page_get_title (failure), !=, "");
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
  g_assert_null (hf_window_show_page (self->window, "today"));

  /* Once the obstacle is gone, the same window opens it. */
  g_assert_true (g_file_set_contents (self->database, "no database", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-again", NULL);
  wait_until_open (self->window);
  g_assert_cmpstr (get_shown (self->window), ==, "failure");
  g_remove (self->database);
  g_autoptr (HfStore) store = hf_store_open (self->database, HF_STORE_OPEN_OR_CREATE, NULL);
  g_assert_nonnull (store);
  hf_store_close (store);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-again", NULL);
  wait_until_open (self->window);
  g_assert_nonnull (hf_window_show_page (self->window, "today"));
}

static void
test_the_usual_database_takes_its_place (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkButton *open_usual = GTK_BUTTON (
      gtk_widget_get_template_child (window, HF_TYPE_WINDOW, "open_usual"));
  g_autofree char *usual = hf_paths_dup_default_database ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (open_usual)));
  g_assert_cmpstr (gtk_button_get_label (open_usual), ==, "Open the _Usual Database");
  gtk_widget_activate_action (window, "win.open-usual", NULL);
  wait_until_open (self->window);
  g_assert_cmpstr (hf_window_get_database (self->window), ==, usual);
  g_assert_nonnull (hf_window_show_page (self->window, "today"));
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
}

static void
test_the_last_database_is_remembered (Fixture *self, gconstpointer data)
{
  g_autofree char *last = hf_settings_dup_database ();
  g_assert_cmpstr (last, ==, self->database);
}

static void
test_a_server_that_is_away_is_told (Fixture *self, gconstpointer data)
{
  const char *location = "postgresql://li@/team?host=/tmp/there-is-no-huifang-server";
  AdwStatusPage *failure = ADW_STATUS_PAGE (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), HF_TYPE_WINDOW, "failure"));
  hf_window_switch (self->window, location, FALSE);
  wait_until_open (self->window);
  g_assert_cmpstr (get_shown (self->window), ==, "failure");
#ifdef HAVE_LIBPQ
  g_assert_cmpstr (adw_status_page_get_title (failure), ==,
                   "The database server cannot be reached.");
#endif
  g_assert_nonnull (strstr (adw_status_page_get_description (failure), "User: li"));
  /* What cannot be opened is not opened again at the next start. */
  g_autofree char *last = hf_settings_dup_database ();
  g_assert_cmpstr (last, !=, location);
}

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_a_password_need_not_be_given (Fixture *self, gconstpointer data)
{
  if (!hf_test_server_is_available ())
    {
      g_test_skip ("there is no PostgreSQL");
      return;
    }
  g_autofree char *database = hf_test_server_new_database (NULL, NULL);
  g_autofree char *guarded = g_strconcat (database, " user=guarded", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  hf_window_switch (self->window, guarded, FALSE);
  while (find_question () == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_question ());
  gtk_window_close (find_question ());
  wait_until_open (self->window);
  g_assert_cmpstr (get_shown (self->window), ==, "failure");
  /* Asked again, the question goes with the window. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-again", NULL);
  while (find_question () == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_question ());
}

static void
test_shortcuts_are_shown (Fixture *self, gconstpointer data)
{
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-help-overlay", NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (!ADW_IS_PREFERENCES_WINDOW (window))
        continue;
      /* It fits beside the narrowest window that is promised. */
      int width, height;
      gtk_window_get_default_size (window, &width, &height);
      g_assert_cmpint (width, <=, 720);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gtk_window_destroy (window);
      return;
    }
  g_assert_not_reached ();
}

static gpointer
execute (HfStoreSession *session, gpointer sql, GError **error)
{
  return hf_db_execute (session->db, sql, HF_DB_NO_VALUES, NULL, error) ? HF_STORE_DONE : NULL;
}

static void
run_sql (HfStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  hf_store_run (store, HF_STORE_WRITE, execute, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
hire (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_staff_ensure (session, "Li", 0, id, error) ? HF_STORE_DONE : NULL;
}

static gpointer
read_staff_id (HfStoreSession *session, gpointer id, GError **error)
{
  *(gint64 *) id = session->staff_id;
  return HF_STORE_DONE;
}

/* What is saved in the first moment would be nobody's. */
static void
test_pages_wait_for_who_works_here (Fixture *self, gconstpointer data)
{
  gint64 hired = 0, working = 0;
  hf_store_run (self->window->store, HF_STORE_WRITE, hire, &hired, NULL, NULL);
  g_assert_cmpint (hired, !=, 0);
  hf_desk_choose (self->window->store, hired);
  hf_window_switch (self->window, self->database, FALSE);
  wait_until_open (self->window);
  g_assert_cmpstr (get_shown (self->window), ==, "today");
  hf_store_run (self->window->store, HF_STORE_READ, read_staff_id, &working, NULL, NULL);
  g_assert_cmpint (working, ==, hired);
  hf_desk_choose (self->window->store, 0);
}

static void
type_complaint (GtkWidget *editor, const char *words)
{
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (hf_test_widgets_get_part (editor, "words")), words, -1);
}

/* Whether the sidebar and the form say that what is typed is on the screen alone. */
static void
wait_for_lost (Fixture *self, GtkWidget *editor, gboolean lost)
{
  gpointer sidebar = gtk_widget_get_template_child (GTK_WIDGET (self->window), HF_TYPE_WINDOW,
                                                    "sidebar");
  GtkWidget *said = hf_test_widgets_get_part (editor, "error");
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gboolean is_lost = !lost;
  while ((is_lost != lost || gtk_widget_get_visible (said) != lost)
         && g_get_monotonic_time () < end)
    {
      g_autofree char *state = NULL;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      g_object_get (sidebar, "state", &state, NULL);
      is_lost = g_str_equal (state, "What you type is not kept");
    }
  g_assert_true (is_lost == lost);
  g_assert_true (gtk_widget_get_visible (said) == lost);
}

/* As on a full disk. */
static void
test_lost_draft_is_told (Fixture *self, gconstpointer data)
{
  g_autoptr (HfStore) store = NULL;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "complaints");
  GtkWidget *page = gtk_stack_get_visible_child (get_stack (self->window));
  GtkWidget *editor = hf_test_widgets_get_part (page, "editor");
  g_object_get (page, "store", &store, NULL);
  run_sql (store, "ALTER TABLE complaint_draft RENAME TO elsewhere");
  hf_complaints_page_new_complaint (HF_COMPLAINTS_PAGE (page));
  type_complaint (editor, "half a sentence");
  wait_for_lost (self, editor, TRUE);
  run_sql (store, "ALTER TABLE elsewhere RENAME TO complaint_draft");
  type_complaint (editor, "a whole sentence");
  wait_for_lost (self, editor, FALSE);
}

#define ADD(path, create, func)                                                                \
  g_test_add (path, Fixture, GINT_TO_POINTER (create), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  /* Where the usual database is. */
  g_autofree char *home = test_folder_new ("huifang-home-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  hf_test_ui_init (&argc, &argv);
  ADD ("/window/opens", TRUE, test_opens_on_today);
  ADD ("/window/pages", TRUE, test_pages_switch_by_action);
  ADD ("/window/desk", TRUE, test_pages_wait_for_who_works_here);
  ADD ("/window/focus", TRUE, test_the_focus_is_on_nothing_hidden);
  ADD ("/window/arrows", TRUE, test_arrows_go_from_page_to_page);
  ADD ("/window/last-page", TRUE, test_the_last_page_is_remembered);
  ADD ("/window/interview", TRUE, test_interview_lies_over_the_page);
  ADD ("/window/find", TRUE, test_finds_from_everywhere);
  ADD ("/window/search", TRUE, test_search_goes_to_the_customers);
  ADD ("/window/search-page", TRUE, test_search_stays_on_the_page);
  ADD ("/window/counted", TRUE, test_counted_complaints_are_shown);
  ADD ("/window/narrow", TRUE, test_narrow_window_shows_icons);
  ADD ("/window/toasts", TRUE, test_toasts_find_the_window);
  ADD ("/window/missing", FALSE, test_missing_database_is_told);
  ADD ("/window/usual", FALSE, test_the_usual_database_takes_its_place);
  ADD ("/window/last-database", TRUE, test_the_last_database_is_remembered);
  ADD ("/window/server-away", TRUE, test_a_server_that_is_away_is_told);
  ADD ("/window/lost-draft", TRUE, test_lost_draft_is_told);
  ADD ("/window/password", TRUE, test_a_password_need_not_be_given);
  ADD ("/window/shortcuts", TRUE, test_shortcuts_are_shown);
  return g_test_run ();
}
