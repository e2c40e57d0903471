#include "config.h"

#include <adwaita.h>

#include "hf-reminder-bar.h"
#include "hf-reminders.h"
#include "hf-settings.h"
#include "hf-store-agenda.h"
#include "hf-store-claims.h"
#include "hf-test-appointments.h"
#include "hf-test-noon.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* Reminders of which everything that leaves the program is noted. */
typedef struct
{
  HfStore *store;
  HfNotifier *notifier;
  HfReminders *reminders;
  GtkWidget *window;
  GtkWidget *bar;
  GString *said; /* such as "+Wang" and "-", a line each */
  gint64 me;
} Fixture;

static void
on_sent (HfNotifier *notifier, const HfNotice *notice, Fixture *fixture)
{
  g_string_append_printf (fixture->said, "+%s (%s)\n", notice->title, notice->body);
}

static void
on_withdrawn (HfNotifier *notifier, const char *id, Fixture *fixture)
{
  g_string_append (fixture->said, "-\n");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  fixture->me = hf_test_appointments_add_staff (fixture->store, "小李");
  hf_store_set_staff_id (fixture->store, fixture->me);
  fixture->said = g_string_new (NULL);
  fixture->notifier = hf_notifier_new (NULL);
  g_signal_connect (fixture->notifier, "sent", G_CALLBACK (on_sent), fixture);
  g_signal_connect (fixture->notifier, "withdrawn", G_CALLBACK (on_withdrawn), fixture);
  fixture->reminders = hf_reminders_new (fixture->store, fixture->notifier);
  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (HF_TYPE_REMINDER_BAR, NULL);
  hf_reminder_bar_set_reminders (HF_REMINDER_BAR (fixture->bar), fixture->reminders);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bar);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  hf_reminders_stop (fixture->reminders);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->reminders);
  g_clear_object (&fixture->notifier);
  g_clear_object (&fixture->store);
  g_string_free (fixture->said, TRUE);
  g_settings_reset (settings, HF_SETTINGS_REMINDERS);
  g_settings_reset (settings, HF_SETTINGS_REMINDER_MINUTES);
}

static void
wait_until_said (Fixture *fixture, const char *expected)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (fixture->said->str, expected) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (fixture->said->str, ==, expected);
}

static void
wait_until_bar (Fixture *fixture, gboolean visible)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (gtk_widget_get_visible (fixture->bar) != visible && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_visible (fixture->bar) == visible);
}

static gpointer
part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->bar, HF_TYPE_REMINDER_BAR, name);
}

static void
run (Fixture *fixture, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  g_assert_nonnull (hf_store_run (fixture->store, HF_STORE_WRITE, func, input, NULL, &error));
  g_assert_no_error (error);
}

/* What the notification of an appointment says; the day may end meanwhile. */
static char *
words_of (const HfTestAppointment *appointment, const char *whose)
{
  g_autofree char *moment = hf_time_format_moment (appointment->at);
  g_autofree char *today = hf_time_today ();
  gboolean is_today = g_str_has_prefix (moment, today);
  return g_strdup_printf ("+Call %s: %s %s (Lost-customer interview · %s)\n", appointment->name,
                          is_today ? "today" : "tomorrow", moment + strlen ("2026-02-02 "),
                          whose);
}

static gint64
in_minutes (int minutes)
{
  return hf_time_now () + minutes * G_TIME_SPAN_MINUTE;
}

static void
test_comes_and_goes (Fixture *fixture, gconstpointer data)
{
  HfTestAppointment mine = { "王女士", in_minutes (2), fixture->me };
  hf_test_appointments_add (fixture->store, &mine);
  g_autofree char *words = words_of (&mine, "only you");
  wait_until_said (fixture, words);
  wait_until_bar (fixture, TRUE);
  const char *shown = gtk_label_get_text (part (fixture, "words"));
  g_assert_nonnull (strstr (shown, "王女士"));
  g_assert_nonnull (strstr (shown, "(only you) · due in "));
  g_autoptr (HfCallTask) task = hf_test_appointments_find (fixture->store, "王女士");
  run (fixture, hf_test_appointments_keep, task);
  wait_until_bar (fixture, FALSE);
  g_autofree char *after = g_strconcat (words, "-\n", NULL);
  wait_until_said (fixture, after);
}

static gpointer
move_away (HfStoreSession *session, gpointer task, GError **error)
{
  gint64 later = hf_time_now () + G_TIME_SPAN_HOUR;
  return hf_store_agenda_move (session, task, later, 0, error) ? HF_STORE_DONE : NULL;
}

static gpointer
cancel (HfStoreSession *session, gpointer task, GError **error)
{
  return hf_store_agenda_cancel (session, task, error) ? HF_STORE_DONE : NULL;
}

static void
check_withdrawn_by (Fixture *fixture, HfStoreFunc func)
{
  HfTestAppointment soon = { "李先生", in_minutes (2), 0 };
  hf_test_appointments_add (fixture->store, &soon);
  g_autofree char *words = words_of (&soon, "anybody");
  wait_until_said (fixture, words);
  g_autoptr (HfCallTask) task = hf_test_appointments_find (fixture->store, "李先生");
  run (fixture, func, task);
  hf_reminders_look (fixture->reminders);
  g_autofree char *after = g_strconcat (words, "-\n", NULL);
  wait_until_said (fixture, after);
}

static void
test_moved_is_withdrawn (Fixture *fixture, gconstpointer data)
{
  check_withdrawn_by (fixture, move_away);
}

static void
test_cancelled_is_withdrawn (Fixture *fixture, gconstpointer data)
{
  check_withdrawn_by (fixture, cancel);
}

static gpointer
take (HfStoreSession *session, gpointer task, GError **error)
{
  gboolean taken = FALSE;
  return hf_store_claims_take (session, ((HfCallTask *) task)->customer_id, &taken, error)
                 && taken
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
give_back (HfStoreSession *session, gpointer task, GError **error)
{
  return hf_store_claims_release (session, ((HfCallTask *) task)->customer_id, error)
             ? HF_STORE_DONE
             : NULL;
}

/* Whichever desk has the customer on the phone; who hung up without a word is reminded again.
 */
static void
test_on_the_phone_is_withdrawn (Fixture *fixture, gconstpointer data)
{
  check_withdrawn_by (fixture, take);
  g_autoptr (HfCallTask) task = hf_test_appointments_find (fixture->store, "李先生");
  g_string_truncate (fixture->said, 0);
  run (fixture, give_back, task);
  hf_reminders_look (fixture->reminders);
  wait_until_bar (fixture, TRUE);
  g_assert_true (g_str_has_prefix (fixture->said->str, "+Call 李先生"));
}

/* Of another one's appointment nobody here is told, nor of one that is far away. */
static void
test_others_are_not_told (Fixture *fixture, gconstpointer data)
{
  gint64 other = hf_test_appointments_add_staff (fixture->store, "小张");
  HfTestAppointment theirs = { "赵女士", in_minutes (1), other };
  HfTestAppointment far = { "孙先生", in_minutes (60), 0 };
  HfTestAppointment mine = { "王女士", in_minutes (2), 0 };
  hf_test_appointments_add (fixture->store, &theirs);
  hf_test_appointments_add (fixture->store, &far);
  hf_test_appointments_add (fixture->store, &mine);
  g_autofree char *words = words_of (&mine, "anybody");
  wait_until_said (fixture, words);
}

static void
test_later_hides_it (Fixture *fixture, gconstpointer data)
{
  HfTestAppointment soon = { "王女士", in_minutes (2), 0 };
  hf_test_appointments_add (fixture->store, &soon);
  wait_until_bar (fixture, TRUE);
  gtk_widget_activate_action (fixture->bar, "reminder.later", NULL);
  wait_until_bar (fixture, FALSE);
  g_autofree char *words = words_of (&soon, "anybody");
  g_autofree char *after = g_strconcat (words, "-\n", NULL);
  wait_until_said (fixture, after);
}

/* The program ends and begins again: it tells of it again, and what was put off stays so. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  HfTestAppointment soon = { "王女士", in_minutes (2), 0 };
  HfTestAppointment put_off = { "李先生", in_minutes (1), 0 };
  hf_test_appointments_add (fixture->store, &put_off);
  wait_until_bar (fixture, TRUE);
  gtk_widget_activate_action (fixture->bar, "reminder.later", NULL);
  wait_until_bar (fixture, FALSE);
  hf_test_appointments_add (fixture->store, &soon);
  wait_until_bar (fixture, TRUE);
  hf_reminder_bar_set_reminders (HF_REMINDER_BAR (fixture->bar), NULL);
  g_string_truncate (fixture->said, 0);
  hf_reminders_stop (fixture->reminders);
  g_clear_object (&fixture->reminders);
  wait_until_said (fixture, "-\n");
  fixture->reminders = hf_reminders_new (fixture->store, fixture->notifier);
  g_autofree char *words = words_of (&soon, "anybody");
  g_autofree char *again = g_strconcat ("-\n", words, NULL);
  wait_until_said (fixture, again);
  g_assert_cmpuint (hf_reminders_get_due (fixture->reminders)->len, ==, 1);
}

/* As after sleep: three at once are told of by one notification. */
static void
test_several_are_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  HfTestAppointment three[] = { { "王女士", in_minutes (-20), 0 },
                                { "李先生", in_minutes (-10), 0 },
                                { "赵女士", in_minutes (2), 0 } };
  g_settings_set_int (settings, HF_SETTINGS_REMINDER_MINUTES, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (three); i++)
    hf_test_appointments_add (fixture->store, &three[i]);
  wait_until_bar (fixture, FALSE);
  g_settings_set_int (settings, HF_SETTINGS_REMINDER_MINUTES, 5);
  wait_until_bar (fixture, TRUE);
  g_assert_true (g_str_has_prefix (fixture->said->str,
                                   "+3 appointments are waiting for your call (王女士"));
  g_assert_null (strchr (fixture->said->str + 1, '+'));
  g_assert_cmpstr (gtk_button_get_label (part (fixture, "more")), ==, "And 2 More");
  g_settings_set_int (settings, HF_SETTINGS_REMINDER_MINUTES, 0);
  wait_until_bar (fixture, FALSE);
  g_assert_true (g_str_has_suffix (fixture->said->str, ")\n-\n"));
}

#define ADD(path, func) g_test_add ("/reminders/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  hf_test_noon_set ();
  hf_test_ui_init (&argc, &argv);
  ADD ("comes-and-goes", test_comes_and_goes);
  ADD ("moved", test_moved_is_withdrawn);
  ADD ("cancelled", test_cancelled_is_withdrawn);
  ADD ("on-the-phone", test_on_the_phone_is_withdrawn);
  ADD ("others", test_others_are_not_told);
  ADD ("later", test_later_hides_it);
  ADD ("restart", test_restart);
  ADD ("several", test_several_are_one);
  return g_test_run ();
}
