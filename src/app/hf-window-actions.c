#include "config.h"

#include "hf-window-private.h"

#include "hf-call-log.h"
#include "hf-complaints-page.h"
#include "hf-customers-page.h"
#include "hf-escalation-act.h"
#include "hf-interview-page.h"
#include "hf-paths.h"
#include "hf-promise-editor.h"
#include "hf-promises-page.h"
#include "hf-review-window.h"

#define SEARCH "search="
#define SHORTCUTS "/org/huifang/Huifang/hf-help-overlay.ui"

static void
show_page (GtkWidget *widget, const char *action, GVariant *page)
{
  hf_window_show_page (HF_WINDOW (widget), g_variant_get_string (page, NULL));
}

static void
show_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_show_sidebar (HF_WINDOW (widget));
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_focus_search (HF_WINDOW (widget));
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_find_open (HF_WINDOW (widget)->find);
}

static void
clear_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_clear_search (HF_WINDOW (widget));
}

static void
open_customer (GtkWidget *widget, const char *action, GVariant *id)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "customers");
  hf_find_remember (HF_WINDOW (widget)->find, g_variant_get_int64 (id));
  if (page != NULL)
    hf_customers_page_open (HF_CUSTOMERS_PAGE (page), g_variant_get_int64 (id));
}

static void
show_customers (GtkWidget *widget, const char *action, GVariant *expression)
{
  const char *wanted = g_variant_get_string (expression, NULL);
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "customers");
  if (page == NULL)
    return;
  hf_customers_page_filter (HF_CUSTOMERS_PAGE (page), wanted);
  /* What was searched for before is not searched for any more. */
  if (!g_str_has_prefix (wanted, SEARCH))
    hf_window_clear_search (HF_WINDOW (widget));
}

static void
open_complaint (GtkWidget *widget, const char *action, GVariant *id)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "complaints");
  if (page != NULL)
    hf_complaints_page_open (HF_COMPLAINTS_PAGE (page), g_variant_get_int64 (id));
}

static void
show_complaints (GtkWidget *widget, const char *action, GVariant *expression)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "complaints");
  if (page != NULL)
    hf_complaints_page_filter (HF_COMPLAINTS_PAGE (page),
                               g_variant_get_string (expression, NULL));
}

static void
show_escalated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "complaints");
  if (page != NULL)
    hf_complaints_page_show_escalated (HF_COMPLAINTS_PAGE (page));
}

/* The key is for the complaint that shows, else for the one that the bar tells of: 0. */
static void
take_care (GtkWidget *widget, const char *action, GVariant *id)
{
  HfWindow *self = HF_WINDOW (widget);
  gint64 complaint_id = g_variant_get_int64 (id);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  if (complaint_id == 0 && HF_IS_COMPLAINTS_PAGE (page)
      && hf_complaints_page_take_care (HF_COMPLAINTS_PAGE (page)))
    return;
  if (complaint_id == 0)
    complaint_id = hf_escalation_bar_get_complaint_id (self->escalation_bar);
  if (complaint_id != 0 && self->store != NULL)
    hf_escalation_act_take (widget, self->store, complaint_id);
  else
    gtk_widget_error_bell (widget);
}

static void
new_complaint (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "complaints");
  if (page != NULL)
    hf_complaints_page_new_complaint (HF_COMPLAINTS_PAGE (page));
}

static void
new_complaint_of (GtkWidget *widget, const char *action, GVariant *customer_id)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "complaints");
  if (page != NULL)
    hf_complaints_page_new_complaint_of (HF_COMPLAINTS_PAGE (page),
                                         g_variant_get_int64 (customer_id));
}

/* The keys of the log are for its list. */
static void
show_promises (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), HF_WINDOW_PROMISES);
  if (page != NULL)
    gtk_widget_grab_focus (page);
}

static void
open_promise (GtkWidget *widget, const char *action, GVariant *id)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), HF_WINDOW_PROMISES);
  if (page != NULL)
    hf_promises_page_open (HF_PROMISES_PAGE (page), g_variant_get_int64 (id));
}

static void
ask_promise (HfWindow *self, gint64 customer_id, gint64 complaint_id)
{
  if (self->store != NULL)
    gtk_window_present (GTK_WINDOW (hf_promise_editor_new (
        gtk_stack_get_visible_child (self->stack), self->store, customer_id, complaint_id)));
}

static void
new_promise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_promise (HF_WINDOW (widget), 0, 0);
}

static void
new_promise_to (GtkWidget *widget, const char *action, GVariant *customer_id)
{
  ask_promise (HF_WINDOW (widget), g_variant_get_int64 (customer_id), 0);
}

static void
new_promise_with (GtkWidget *widget, const char *action, GVariant *complaint_id)
{
  ask_promise (HF_WINDOW (widget), 0, g_variant_get_int64 (complaint_id));
}

static void
do_on_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name, *wanted;
  g_variant_get (parameter, "(&s&s)", &name, &wanted);
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), name);
  if (page != NULL)
    gtk_widget_activate_action (page, wanted, NULL);
}

static void
start_interview (GtkWidget *widget, const char *action, GVariant *customer_id)
{
  hf_find_remember (HF_WINDOW (widget)->find, g_variant_get_int64 (customer_id));
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), HF_WINDOW_INTERVIEW);
  if (page != NULL)
    hf_interview_page_start (HF_INTERVIEW_PAGE (page), g_variant_get_int64 (customer_id));
}

static void
log_call (GtkWidget *widget, const char *action, GVariant *customer_id)
{
  HfWindow *self = HF_WINDOW (widget);
  if (self->store == NULL)
    return;
  hf_find_remember (self->find, g_variant_get_int64 (customer_id));
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  gtk_window_present (
      GTK_WINDOW (hf_call_log_new (page, self->store, g_variant_get_int64 (customer_id))));
}

static void
review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfWindow *self = HF_WINDOW (widget);
  if (self->store != NULL)
    gtk_window_present (
        GTK_WINDOW (hf_review_window_new (GTK_WINDOW (self), self->store, NULL, 0)));
}

static void
read_interview (GtkWidget *widget, const char *action, GVariant *interview_id)
{
  HfWindow *self = HF_WINDOW (widget);
  g_autoptr (HfReviewFilter) all = hf_review_filter_copy (NULL);
  if (self->store != NULL)
    gtk_window_present (GTK_WINDOW (hf_review_window_new (GTK_WINDOW (self), self->store, all,
                                                          g_variant_get_int64 (interview_id))));
}

static void
leave_interview (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_leave_interview (HF_WINDOW (widget));
}

static void
next_call (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = hf_window_show_page (HF_WINDOW (widget), "today");
  if (page != NULL)
    gtk_widget_activate_action (page, "page.next-call", NULL);
}

static void
open_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_open_store (HF_WINDOW (widget));
}

static void
open_usual (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *usual = hf_paths_dup_default_database ();
  hf_window_switch (HF_WINDOW (widget), usual, TRUE);
}

static void
set_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfWindow *self = HF_WINDOW (widget);
  hf_window_switch (self, self->database, TRUE);
}

static void
connect_to_server (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_window_connect (HF_WINDOW (widget));
}

/* Built when it is asked for: most days nobody does, and the first frame need not wait. */
static void
show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

/**
 * hf_window_install_actions:
 * @klass: the window's class
 *
 * Installs the "win." actions, by which pages reach each other, and their keys.
 */
void
hf_window_install_actions (GtkWidgetClass *klass)
{
  static const char *const pages[] = { "today",     "customers", "complaints",
                                       "diagnosis", "reports",   "setup" };

  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (klass, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (klass, "win.open-again", NULL, open_again);
  gtk_widget_class_install_action (klass, "win.open-usual", NULL, open_usual);
  gtk_widget_class_install_action (klass, "win.set-up", NULL, set_up);
  gtk_widget_class_install_action (klass, "win.connect", NULL, connect_to_server);
  gtk_widget_class_install_action (klass, "win.next-call", NULL, next_call);
  gtk_widget_class_install_action (klass, "win.find", NULL, find);
  gtk_widget_class_install_action (klass, "win.do-on-page", "(ss)", do_on_page);
  gtk_widget_class_install_action (klass, "win.search", NULL, search);
  gtk_widget_class_install_action (klass, "win.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (klass, "win.open-customer", "x", open_customer);
  gtk_widget_class_install_action (klass, "win.show-customers", "s", show_customers);
  gtk_widget_class_install_action (klass, "win.open-complaint", "x", open_complaint);
  gtk_widget_class_install_action (klass, "win.show-complaints", "s", show_complaints);
  gtk_widget_class_install_action (klass, "win.show-escalated", NULL, show_escalated);
  gtk_widget_class_install_action (klass, "win.take-care", "x", take_care);
  gtk_widget_class_install_action (klass, "win.new-complaint", NULL, new_complaint);
  gtk_widget_class_install_action (klass, "win.new-complaint-of", "x", new_complaint_of);
  gtk_widget_class_install_action (klass, "win.show-promises", NULL, show_promises);
  gtk_widget_class_install_action (klass, "win.open-promise", "x", open_promise);
  gtk_widget_class_install_action (klass, "win.new-promise", NULL, new_promise);
  gtk_widget_class_install_action (klass, "win.new-promise-to", "x", new_promise_to);
  gtk_widget_class_install_action (klass, "win.new-promise-with", "x", new_promise_with);
  gtk_widget_class_install_action (klass, "win.start-interview", "x", start_interview);
  gtk_widget_class_install_action (klass, "win.log-call", "x", log_call);
  gtk_widget_class_install_action (klass, "win.review", NULL, review);
  gtk_widget_class_install_action (klass, "win.read-interview", "x", read_interview);
  gtk_widget_class_install_action (klass, "win.leave-interview", NULL, leave_interview);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_shortcuts);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_CONTROL_MASK,
                                         "win.show-page", "s", pages[i]);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "win.next-call", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, GDK_CONTROL_MASK | GDK_ALT_MASK,
                                       "win.review", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-complaint",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.show-page", "s", HF_WINDOW_CALLS);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.take-care", "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_add_binding_action (klass, GDK_KEY_7, GDK_CONTROL_MASK, "win.show-page", "s",
                                       HF_WINDOW_AGENDA);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_8, GDK_CONTROL_MASK, "win.show-promises",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK | GDK_ALT_MASK,
                                       "win.new-promise", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.show-help-overlay", NULL);
}
