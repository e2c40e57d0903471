#include "config.h"

#include <adwaita.h>

#include "hf-complaint-detail.h"
#include "hf-escalation-bar.h"
#include "hf-promise.h"
#include "hf-store-complaints.h"
#include "hf-store-escalations.h"
#include "hf-store-staff.h"
#include "hf-test-ui.h"
#include "hf-test-widgets.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)
#define HOUR G_TIME_SPAN_HOUR

/* A manager's desk, of which everything that leaves the program is noted. */
typedef struct
{
  HfStore *store;
  HfNotifier *notifier;
  HfEscalations *escalations;
  GtkWidget *window;
  GtkWidget *bar;
  GtkWidget *detail;
  GString *said; /* such as "+Reminder" and "-", a line each */
  gint64 me, other;
} Fixture;

static void
on_sent (HfNotifier *notifier, const HfNotice *notice, Fixture *self)
{
  g_autofree char *first = g_strndup (notice->body, strcspn (notice->body, "\n"));
  g_assert_true (notice->of_complaint);
  g_string_append_printf (self->said, "+%s (%s)\n", notice->title,
                          notice->task_id != 0 ? first : "together");
}

static void
on_withdrawn (HfNotifier *notifier, const char *id, Fixture *self)
{
  g_string_append (self->said, "-\n");
}

static gpointer
run (Fixture *self, HfStoreFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, HF_STORE_WRITE, func, input, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static gint64
add_member (HfStoreSession *session, const char *name, gboolean is_manager)
{
  g_autoptr (HfStaff) staff = hf_staff_new ();
  staff->code = g_strdup (name);
  staff->name = g_strdup (name);
  staff->is_manager = is_manager;
  g_assert_true (hf_store_staff_save (session, staff, NULL));
  return staff->id;
}

static gpointer
add_people (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *self = data;
  self->me = add_member (session, "Li", TRUE);
  self->other = add_member (session, "Wang", FALSE);
  return HF_STORE_DONE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  run (self, add_people, self);
  hf_store_set_staff_id (self->store, self->me);
  self->said = g_string_new (NULL);
  self->notifier = hf_notifier_new (NULL);
  g_signal_connect (self->notifier, "sent", G_CALLBACK (on_sent), self);
  g_signal_connect (self->notifier, "withdrawn", G_CALLBACK (on_withdrawn), self);
  self->escalations = hf_escalations_new (self->store, self->notifier);
  self->bar = g_object_new (HF_TYPE_ESCALATION_BAR, NULL);
  self->detail = g_object_new (HF_TYPE_COMPLAINT_DETAIL, NULL);
  hf_escalation_bar_set_escalations (HF_ESCALATION_BAR (self->bar), self->escalations);
  hf_complaint_detail_set_store (HF_COMPLAINT_DETAIL (self->detail), self->store);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->detail);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hf_escalations_stop (self->escalations);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->escalations);
  g_clear_object (&self->notifier);
  g_clear_object (&self->store);
  g_string_free (self->said, TRUE);
}

typedef gboolean (*Condition) (Fixture *self);

static void
wait_until (Fixture *self, Condition is_so)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_so (self) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_true (is_so (self));
}

static void
wait_until_said (Fixture *self, const char *expected)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (g_strcmp0 (self->said->str, expected) != 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpstr (self->said->str, ==, expected);
}

static gboolean
bar_shows (Fixture *self)
{
  return gtk_widget_get_visible (self->bar);
}

static gboolean
bar_is_gone (Fixture *self)
{
  return !gtk_widget_get_visible (self->bar);
}

static gpointer
save (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

/* Somebody else's complaint within 24 hours that came in so long ago, and of which the customer
 * has heard. */
static HfComplaint *
log_complaint (Fixture *self, const char *number, int hours_ago)
{
  HfComplaint *complaint = hf_complaint_new ();
  complaint->number = g_strdup (number);
  complaint->received_at = hf_time_now () - hours_ago * HOUR;
  complaint->term = HF_PROMISE_DAY;
  complaint->status = HF_COMPLAINT_ACKNOWLEDGED;
  complaint->taken_by_id = self->other;
  run (self, save, complaint);
  return complaint;
}

static gpointer
answer (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaints_move (session, complaint, HF_COMPLAINT_RESPONDED, NULL, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
take (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_escalations_take (session, ((HfComplaint *) complaint)->id, error)
             ? HF_STORE_DONE
             : NULL;
}

#define OVERDUE "+Solution overdue, to the branch’s managers (Anonymous · T1)\n"

/* All the steps that were missed while the program was closed come as one. */
static void
test_comes_and_goes (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (self, "T1", 25);
  wait_until_said (self, OVERDUE);
  wait_until (self, bar_shows);
  g_assert_cmpint (hf_escalation_bar_get_complaint_id (HF_ESCALATION_BAR (self->bar)), ==,
                   complaint->id);
  GtkLabel *words = hf_test_widgets_get_part (self->bar, "words");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (words),
                                   "Solution overdue, to the branch’s managers: Anonymous · T1 "
                                   "· 1 hour late"));
  run (self, answer, complaint);
  wait_until_said (self, OVERDUE "-\n");
  wait_until (self, bar_is_gone);
}

static void
test_a_reminder_is_for_who_deals_with_it (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) theirs = log_complaint (self, "T1", 19);
  hf_store_set_staff_id (self->store, self->other);
  wait_until_said (self, "+Reminder to who deals with it (Anonymous · T1)\n");
  hf_store_set_staff_id (self->store, self->me);
  wait_until_said (self, "+Reminder to who deals with it (Anonymous · T1)\n-\n");
}

static gpointer
log_two (HfStoreSession *session, gpointer complaints, GError **error)
{
  HfComplaint *const *both = complaints;
  return save (session, both[0], error) != NULL ? save (session, both[1], error) : NULL;
}

static gboolean
is_told_of_two (Fixture *self)
{
  return hf_escalations_get_told (self->escalations)->len == 2;
}

static gboolean
is_told_of_one (Fixture *self)
{
  return hf_escalations_get_told (self->escalations)->len == 1;
}

/* After a night: several at once are told of together. */
static void
test_several_come_together (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) one = hf_complaint_new (), other = hf_complaint_new ();
  HfComplaint *both[] = { one, other };
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      both[i]->received_at = hf_time_now () - (30 + (gint64) i) * HOUR;
      both[i]->term = HF_PROMISE_DAY;
      both[i]->status = HF_COMPLAINT_ACKNOWLEDGED;
    }
  run (self, log_two, both);
  wait_until (self, is_told_of_two);
  wait_until_said (self, "+2 complaints wait for you (together)\n");
  g_assert_true (gtk_widget_get_visible (hf_test_widgets_get_part (self->bar, "more")));
  run (self, answer, one);
  wait_until (self, is_told_of_one);
  wait_until_said (self, "+2 complaints wait for you (together)\n"
                         "+1 complaint waits for you (together)\n");
  run (self, take, other);
  wait_until (self, bar_is_gone);
  wait_until_said (self, "+2 complaints wait for you (together)\n"
                         "+1 complaint waits for you (together)\n-\n");
}

/* Who has looked at it is not told any more; the others are. */
static void
test_opened_is_seen (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (self, "T1", 25);
  wait_until_said (self, OVERDUE);
  hf_complaint_detail_show (HF_COMPLAINT_DETAIL (self->detail), complaint->id);
  wait_until_said (self, OVERDUE "-\n");
  wait_until (self, bar_is_gone);
  hf_store_set_staff_id (self->store, self->other);
  wait_until_said (self, OVERDUE "-\n+Reminder to who deals with it (Anonymous · T1)\n");
}

static GtkWidget *
get_escalation (Fixture *self)
{
  return hf_test_widgets_get_part (self->detail, "escalation");
}

static gboolean
shows (Fixture *self, const char *title)
{
  return hf_test_widgets_find_titled (self->detail, title) != NULL;
}

static gboolean
shows_step (Fixture *self)
{
  return shows (self, "Solution overdue, to the branch’s managers")
         && shows (self, "Next: Overdue twice over, to all managers")
         && shows (self, "Escalated: Solution overdue, to the branch’s managers")
         && shows (self, "Told: Reminder to who deals with it");
}

static gboolean
shows_taken (Fixture *self)
{
  return shows (self, "Taken care of")
         && !gtk_widget_get_visible (hf_test_widgets_get_part (get_escalation (self), "take"));
}

static gboolean
shows_handover (Fixture *self)
{
  return shows (self, "Handed over to Li");
}

static gboolean
can_be_taken (Fixture *self)
{
  return gtk_widget_get_visible (hf_test_widgets_get_part (get_escalation (self), "take"));
}

static void
test_the_detail_shows_and_acts (Fixture *self, gconstpointer data)
{
  g_autoptr (HfComplaint) complaint = log_complaint (self, "T1", 25);
  HfComplaintDetail *detail = HF_COMPLAINT_DETAIL (self->detail);
  hf_complaint_detail_show (detail, complaint->id);
  wait_until (self, shows_step);
  g_assert_true (can_be_taken (self));
  g_assert_true (hf_complaint_detail_take_care (detail));
  wait_until (self, shows_taken);
  g_assert_false (hf_complaint_detail_take_care (detail));
  gtk_widget_activate_action (get_escalation (self), "escalation.hand-over", "x", self->me);
  wait_until (self, shows_handover);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
#define ADD(path, func)                                                                        \
  g_test_add ("/escalations/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("comes-and-goes", test_comes_and_goes);
  ADD ("reminder", test_a_reminder_is_for_who_deals_with_it);
  ADD ("together", test_several_come_together);
  ADD ("seen", test_opened_is_seen);
  ADD ("detail", test_the_detail_shows_and_acts);
  return g_test_run ();
}
