#include "config.h"

#include <adwaita.h>

#include "hf-dialogs.h"
#include "hf-test-ui.h"

/* Nobody presses a button sooner than it has come. */
#define ARRIVE_MILLISECONDS 300

/* Longer than a toast takes to come or to go. */
#define HELD_UP_MILLISECONDS 350

/* A window whose overlay shows what is said in passing. */
static GtkWidget *
new_window (GtkWidget **page)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  *page = gtk_label_new ("page");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), *page);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
count (gpointer number)
{
  (*(int *) number)++;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
                             && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
                         ? widget
                         : NULL;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_button (child);
  return found;
}

static void
wait_milliseconds (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
wait_for_button (GtkWidget *window)
{
  GtkWidget *button;
  while ((button = find_button (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
                             && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)
                         ? widget
                         : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
wait_until_shown (GtkWidget *window, const char *text)
{
  while (find_label (window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_clear (GtkWidget *window)
{
  while (find_button (window) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Acts that follow each other quickly, each of which can be undone. */
static void
test_toasts_may_follow_at_once (void)
{
  int undone[] = { 0, 0, 0 };
  GtkWidget *page, *window = new_window (&page);
  for (gsize i = 0; i < G_N_ELEMENTS (undone); i++)
    {
      hf_dialogs_toast_undo (page, "Done", count, &undone[i], NULL);
      GtkWidget *button = wait_for_button (window);
      wait_milliseconds (ARRIVE_MILLISECONDS);
      g_signal_emit_by_name (button, "clicked");
      wait_until_clear (window);
    }
  hf_dialogs_toast_undo (page, "One", count, &undone[0], NULL);
  hf_dialogs_toast_undo (page, "Two", count, &undone[1], NULL);
  wait_until_shown (window, "Two");
  wait_milliseconds (ARRIVE_MILLISECONDS);
  g_signal_emit_by_name (wait_for_button (window), "clicked");
  hf_dialogs_toast (page, "Three");
  wait_until_shown (window, "Three");
  wait_milliseconds (ARRIVE_MILLISECONDS);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (undone[0] + 10 * undone[1] + 100 * undone[2], ==, 121);
}

/* A desk that draws nothing for a while, on which somebody is quick: what they press is still
 * coming, and what they pressed before is perhaps still going. */
static void
test_a_press_may_be_early (void)
{
  static const char *const titles[] = { "One", "Two", "Three" };
  int undone[] = { 0, 0, 0 };
  GtkWidget *page, *window = new_window (&page);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      hf_dialogs_toast_undo (page, titles[i], count, &undone[i], NULL);
      g_usleep (HELD_UP_MILLISECONDS * G_TIME_SPAN_MILLISECOND);
      wait_until_shown (window, titles[i]);
      g_signal_emit_by_name (wait_for_button (window), "clicked");
    }
  wait_until_clear (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (undone[0] + 10 * undone[1] + 100 * undone[2], ==, 111);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  /* Toasts move, as they do on a desk. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_test_add_func ("/toasts/at-once", test_toasts_may_follow_at_once);
  g_test_add_func ("/toasts/early", test_a_press_may_be_early);
  return g_test_run ();
}
