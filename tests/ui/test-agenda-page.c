#include "config.h"

#include <adwaita.h>

#include "hf-agenda-closures.h"
#include "hf-agenda-page-private.h"
#include "hf-appointment-dialog.h"
#include "hf-appointment-form.h"
#include "hf-test-appointments.h"
#include "hf-test-calls.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* The page with appointments of today, tomorrow and the week after next; it is mine unless
 * another one's name is in it. */
typedef struct
{
  HfStore *store;
  GtkWidget *window;
  HfAgendaPage *page;
  gint64 me;
  gint64 other;
  char *today;
} Fixture;

static gint64
on_day (Fixture *fixture, int days, int hour)
{
  g_autofree char *date = hf_time_add_days (fixture->today, days);
  return hf_time_start_of_day (date) + hour * G_TIME_SPAN_HOUR;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  fixture->today = hf_time_today ();
  fixture->me = hf_test_appointments_add_staff (fixture->store, "小李");
  fixture->other = hf_test_appointments_add_staff (fixture->store, "小张");
  hf_store_set_staff_id (fixture->store, fixture->me);
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, hf_test_calls_at_any_hour,
                                  NULL, NULL, &error));
  fixture->page = g_object_new (HF_TYPE_AGENDA_PAGE, "store", fixture->store, NULL);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
  g_free (fixture->today);
}

static void
add (Fixture *fixture, const char *name, int days, int hour, gint64 staff_id)
{
  HfTestAppointment appointment = { name, on_day (fixture, days, hour), staff_id };
  hf_test_appointments_add (fixture->store, &appointment);
}

typedef gboolean (*Check) (Fixture *fixture, const char *what);

static void
wait_until (Fixture *fixture, Check check, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!check (fixture, what) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  if (!check (fixture, what))
    g_error ("waited in vain for %s", what);
}

static gboolean
shows (Fixture *fixture, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (fixture->page->stack), name) == 0;
}

/* The names of those that show, in their order. */
static gboolean
lists (Fixture *fixture, const char *names)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const HfAgendaWork *work = fixture->page->work;
  for (guint i = 0; work != NULL && i < work->appointments->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            ((HfCallTask *) work->appointments->pdata[i])->customer_name);
  return work != NULL && g_str_equal (found->str, names);
}

static gboolean
is_selected (Fixture *fixture, const char *name)
{
  HfCallTask *task = hf_agenda_page_get_selected (fixture->page);
  return g_strcmp0 (task != NULL ? task->customer_name : NULL, name) == 0;
}

static gboolean
is_nothing_selected (Fixture *fixture, const char *what)
{
  return hf_agenda_page_get_selected (fixture->page) == NULL;
}

static gboolean
offers_next (Fixture *fixture, const char *words)
{
  return g_str_has_prefix (gtk_button_get_label (fixture->page->next), words);
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
press (Fixture *fixture, guint keyval)
{
  g_assert_true (hf_agenda_page_press (fixture->page, keyval));
}

static void
test_empty_day_tells_what_is_next (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  wait_until (fixture, shows, "empty");
  g_assert_cmpstr (gtk_button_get_label (fixture->page->next), ==, "Show _Today");
  g_assert_cmpstr (adw_status_page_get_title (fixture->page->empty), ==,
                   "No appointment on this day");
  add (fixture, "王女士", 9, 10, 0);
  wait_until (fixture, offers_next, "_Next: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.next", NULL);
  wait_until (fixture, lists, "王女士");
  wait_until (fixture, is_selected, "王女士");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.today", NULL);
  wait_until (fixture, shows, "empty");
}

static void
test_keys_go_from_day_to_day (Fixture *fixture, gconstpointer data)
{
  add (fixture, "王女士", 0, 10, fixture->me);
  add (fixture, "李先生", 1, 11, 0);
  show (fixture);
  wait_until (fixture, is_selected, "王女士");
  g_assert_true (hf_agenda_page_has_focus (fixture->page));
  press (fixture, GDK_KEY_Right);
  wait_until (fixture, is_selected, "李先生");
  press (fixture, GDK_KEY_Right);
  wait_until (fixture, shows, "empty");
  g_assert_true (is_nothing_selected (fixture, NULL));
  press (fixture, GDK_KEY_t);
  wait_until (fixture, is_selected, "王女士");
  press (fixture, GDK_KEY_Page_Down);
  wait_until (fixture, is_selected, "李先生");
  press (fixture, GDK_KEY_Left);
  wait_until (fixture, is_selected, "王女士");
}

static void
test_a_week_has_seven_columns (Fixture *fixture, gconstpointer data)
{
  /* Whatever day it is, one of the neighbours is in the same week. */
  g_autofree char *monday = hf_agenda_first_day (fixture->today, TRUE);
  int step = g_str_equal (monday, fixture->today) ? 1 : -1;
  add (fixture, "王女士", 0, 10, 0);
  add (fixture, "李先生", step, 10, 0);
  show (fixture);
  wait_until (fixture, is_selected, "王女士");
  press (fixture, GDK_KEY_w);
  wait_until (fixture, lists, step > 0 ? "王女士 李先生" : "李先生 王女士");
  wait_until (fixture, is_selected, "王女士");
  guint columns = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page->columns));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    columns++;
  g_assert_cmpuint (columns, ==, 7);
  press (fixture, step > 0 ? GDK_KEY_Right : GDK_KEY_Left);
  wait_until (fixture, is_selected, "李先生");
  press (fixture, GDK_KEY_d);
  wait_until (fixture, lists, "李先生");
}

static void
test_mine_and_everybodys (Fixture *fixture, gconstpointer data)
{
  add (fixture, "王女士", 0, 10, fixture->me);
  add (fixture, "李先生", 0, 11, 0);
  add (fixture, "赵女士", 0, 12, fixture->other);
  show (fixture);
  wait_until (fixture, lists, "王女士 李先生");
  gtk_toggle_button_set_active (fixture->page->everybodys, TRUE);
  wait_until (fixture, lists, "王女士 李先生 赵女士");
}

static void
test_late_ones_before_are_said (Fixture *fixture, gconstpointer data)
{
  add (fixture, "王女士", -1, 10, 0);
  show (fixture);
  wait_until (fixture, shows, "empty");
  g_assert_true (gtk_widget_get_visible (fixture->page->overdue_bar));
  g_assert_cmpstr (gtk_label_get_text (fixture->page->overdue), ==,
                   "A customer has been waiting since yesterday 10:00.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.overdue", NULL);
  wait_until (fixture, is_selected, "王女士");
  g_assert_false (gtk_widget_get_visible (fixture->page->overdue_bar));
}

static GtkWindow *
find_dialog (Fixture *fixture, GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && l->data != (gpointer) fixture->window)
      return l->data;
  return NULL;
}

static gpointer
part (GtkWindow *dialog, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);
}

static void
test_moved_to_tomorrow (Fixture *fixture, gconstpointer data)
{
  add (fixture, "王女士", 0, 10, 0);
  show (fixture);
  wait_until (fixture, is_selected, "王女士");
  press (fixture, GDK_KEY_m);
  GtkWindow *dialog = find_dialog (fixture, HF_TYPE_APPOINTMENT_DIALOG);
  g_assert_nonnull (dialog);
  HfAppointmentForm *form = part (dialog, "form");
  hf_appointment_form_set_moment (form, on_day (fixture, -1, 10));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "finish.finish", NULL);
  g_assert_cmpstr (gtk_label_get_text (part (dialog, "error")), ==,
                   "This moment is past already.");
  hf_appointment_form_set_moment (form, on_day (fixture, 1, 15));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "finish.finish", NULL);
  wait_until (fixture, shows, "empty");
  g_autoptr (HfCallTask) task = hf_test_appointments_find (fixture->store, "王女士");
  g_assert_cmpint (task->appointment_at, ==, on_day (fixture, 1, 15));
}

static void
test_cancelled_after_a_question (Fixture *fixture, gconstpointer data)
{
  add (fixture, "王女士", 0, 10, 0);
  show (fixture);
  wait_until (fixture, is_selected, "王女士");
  press (fixture, GDK_KEY_Delete);
  GtkWindow *dialog = find_dialog (fixture, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  wait_until (fixture, shows, "empty");
  g_assert_null (hf_test_appointments_find (fixture->store, "王女士"));
}

#define ADD(path, func)                                                                        \
  g_test_add ("/agenda-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  ADD ("empty", test_empty_day_tells_what_is_next);
  ADD ("keys", test_keys_go_from_day_to_day);
  ADD ("week", test_a_week_has_seven_columns);
  ADD ("everybodys", test_mine_and_everybodys);
  ADD ("overdue", test_late_ones_before_are_said);
  ADD ("move", test_moved_to_tomorrow);
  ADD ("cancel", test_cancelled_after_a_question);
  return g_test_run ();
}
