#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "hf-test-demo-window.h"
#include "hf-test-widgets.h"
#include "test-folder.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  gboolean found = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);
  return found;
}

static void
wait_until_says (GtkWidget *widget, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!says (widget, text) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (widget, text));
}

/* The pages with the demo company, and what one says that has read what it shows. */
static void
test_pages_are_narrow (HfTestDemoWindow *self, gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *says;
  } pages[] = {
    { "today", "·" },      { "agenda", ":" },        { "calls", "" },
    { "customers", "C0" }, { "complaints", "T2" },   { "promises", "T2" },
    { "diagnosis", "%" },  { "reports", "English" }, { "setup", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i].page);
      GtkWidget *page = hf_window_show_page (self->window, pages[i].page);
      g_assert_nonnull (page);
      wait_until_says (page, pages[i].says);
      hf_test_widgets_assert_narrow (page);
      hf_test_widgets_assert_narrow (self->window->content);
      hf_test_widgets_assert_narrow (GTK_WIDGET (self->window));
    }
}

/* Says something in a bar above the pages. */
static GtkWidget *
fill_bar (gpointer bar, GType type, const char *words, const char *more)
{
  GtkRevealer *revealer = GTK_REVEALER (gtk_widget_get_template_child (bar, type, "revealer"));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_template_child (bar, type, "words")), words);
  if (more != NULL)
    {
      GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (bar, type, "more"));
      gtk_button_set_label (GTK_BUTTON (button), more);
      gtk_widget_show (button);
    }
  return gtk_revealer_get_child (revealer);
}

/* One line each where there is room, and all words where there is not. */
static void
test_bars_are_low_and_narrow (HfTestDemoWindow *self, gconstpointer data)
{
  GtkWidget *bars[] = {
    fill_bar (self->window->offer, HF_TYPE_INTERVIEW_OFFER,
              "The interview with 韩志强 was not finished", NULL),
    fill_bar (self->window->reminder_bar, HF_TYPE_REMINDER_BAR,
              "Call 何强: today 18:32 (anybody) · 11 minutes late", "And 12 More"),
    fill_bar (self->window->escalation_bar, HF_TYPE_ESCALATION_BAR,
              "First word overdue: 周佳慧, T20261122-001", "And 12 More"),
  };
  int heights[G_N_ELEMENTS (bars)];
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      hf_test_widgets_assert_narrow (bars[i]);
      gtk_widget_measure (bars[i], GTK_ORIENTATION_VERTICAL, 960, NULL, &heights[i], NULL,
                          NULL);
    }
  g_assert_cmpint (heights[0] + heights[1], <=, 72);
  g_assert_cmpint (heights[2], <=, 36);
}

/* What is opened from the lists, and a call. */
static void
test_what_is_opened_is_narrow (HfTestDemoWindow *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  const HfTestDemoKeys keys = hf_test_demo_window_get_keys (self);
  const struct
  {
    const char *action;
    gint64 id; /* 0: none is taken */
    const char *shown;
  } acts[] = {
    { "win.open-complaint", keys.complaint, "HfComplaintPath" },
    { "win.new-complaint", 0, "HfComplaintEditor" },
    { "win.open-promise", keys.promise, "HfPromiseDetail" },
    { "win.open-customer", keys.customer, "HfCustomerDetail" },
    { "win.start-interview", keys.customer, "HfInterviewDesk" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_test_message ("%s", acts[i].action);
      if (acts[i].id != 0)
        g_assert_true (gtk_widget_activate_action (window, acts[i].action, "x", acts[i].id));
      else
        g_assert_true (gtk_widget_activate_action (window, acts[i].action, NULL));
      hf_test_demo_window_wait (self, acts[i].shown);
      hf_test_widgets_assert_narrow (window);
    }
}

#define ADD(path, func)                                                                        \
  g_test_add ("/narrow/" path, HfTestDemoWindow, GINT_TO_POINTER (HF_TEST_LEAST_WIDTH),        \
              hf_test_demo_window_set_up, func, hf_test_demo_window_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = test_folder_new ("huifang-home-XXXXXX");
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  hf_test_demo_window_init (&argc, &argv);
  ADD ("pages", test_pages_are_narrow);
  ADD ("bars", test_bars_are_low_and_narrow);
  ADD ("opened", test_what_is_opened_is_narrow);
  return g_test_run ();
}
