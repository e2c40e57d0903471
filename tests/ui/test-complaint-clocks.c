#include "config.h"

#include <adwaita.h>

#include "hf-complaint-detail.h"
#include "hf-deadline-dialog.h"
#include "hf-promise.h"
#include "hf-store-complaints.h"
#include "hf-store-deadlines.h"
#include "hf-store-pauses.h"
#include "hf-test-ui.h"
#include "hf-time.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  HfStore *store;
  HfComplaint *complaint;
  GtkWidget *window;
  GtkWidget *detail;
} Fixture;

static gpointer
save (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static gpointer
list_pauses (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_pauses_list (session, ((HfComplaint *) complaint)->id, error);
}

static gpointer
list_changes (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_deadlines_list (session, ((HfComplaint *) complaint)->id, error);
}

static gpointer
ask (Fixture *self, HfStoreFunc func)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hf_store_run (self->store, HF_STORE_READ, func, self->complaint, NULL,
                                  &error);
  g_assert_no_error (error);
  return result;
}

static gpointer
part_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkWidget *
get_clocks (Fixture *self)
{
  return part_of (self->detail, "clocks");
}

static guint
count_rows (Fixture *self)
{
  guint count = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (part_of (get_clocks (self), "list"));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    count++;
  return count;
}

static void
wait_until (Fixture *self, gboolean (*is_so) (Fixture *self))
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!is_so (self) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_so (self));
}

static gboolean
shows_two (Fixture *self)
{
  return count_rows (self) == 2;
}

static gboolean
shows_three (Fixture *self)
{
  return count_rows (self) == 3;
}

static gboolean
can_go_on (Fixture *self)
{
  return gtk_widget_get_visible (part_of (get_clocks (self), "resume"));
}

static gboolean
can_pause (Fixture *self)
{
  return gtk_widget_get_visible (part_of (get_clocks (self), "pause"));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  self->store = hf_store_open (":memory:", HF_STORE_OPEN_OR_CREATE, &error);
  g_assert_no_error (error);
  self->complaint = hf_complaint_new ();
  self->complaint->received_at = hf_time_now ();
  self->complaint->term = HF_PROMISE_DAY;
  hf_store_run (self->store, HF_STORE_WRITE, save, self->complaint, NULL, &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  self->detail = g_object_new (HF_TYPE_COMPLAINT_DETAIL, NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), self->detail);
  hf_complaint_detail_set_store (HF_COMPLAINT_DETAIL (self->detail), self->store);
  hf_complaint_detail_show (HF_COMPLAINT_DETAIL (self->detail), self->complaint->id);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (self, shows_two);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->complaint);
  g_object_unref (self->store);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HF_IS_DEADLINE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
write_into (GtkWidget *dialog, const char *part, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part_of (dialog, part)), text);
}

static void
confirm (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "deadline.confirm", NULL);
}

static void
test_a_complaint_is_paused_and_goes_on (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (get_clocks (self), "clocks.pause", NULL);
  GtkWidget *dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_get_visible (part_of (dialog, "when")));
  confirm (dialog);
  g_assert_true (gtk_widget_get_visible (part_of (dialog, "error")));
  write_into (dialog, "why", "She sends the bill");
  g_assert_false (gtk_widget_get_visible (part_of (dialog, "error")));
  confirm (dialog);
  wait_until (self, can_go_on);
  g_assert_null (find_dialog ());
  g_autoptr (GArray) pauses = ask (self, list_pauses);
  g_assert_cmpuint (pauses->len, ==, 1);
  g_assert_cmpstr (g_array_index (pauses, HfPause, 0).why, ==, "She sends the bill");

  gtk_widget_activate_action (get_clocks (self), "clocks.resume", NULL);
  wait_until (self, can_pause);
  g_autoptr (GArray) after = ask (self, list_pauses);
  g_assert_cmpint (g_array_index (after, HfPause, 0).to, >, 0);
}

static GtkWidget *
get_path_part (Fixture *self, const char *name)
{
  return part_of (part_of (self->detail, "path"), name);
}

static const char *
get_note (Fixture *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_path_part (self, "note")));
}

static gboolean
shows_no_clock (Fixture *self)
{
  return count_rows (self) == 0;
}

static gboolean
has_no_note (Fixture *self)
{
  return *get_note (self) == '\0';
}

static gpointer
get_complaint (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaints_get (session, ((HfComplaint *) complaint)->id, error);
}

/* It stays where it is, with the note; who looks at another one meanwhile loses no word. */
static void
test_the_customer_is_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) other = hf_complaint_new ();
  other->received_at = hf_time_now ();
  hf_store_run (self->store, HF_STORE_WRITE, save, other, NULL, &error);
  g_assert_no_error (error);
  gtk_editable_set_text (GTK_EDITABLE (get_path_part (self, "note")), "The part is on its way");
  hf_complaint_detail_show (HF_COMPLAINT_DETAIL (self->detail), other->id);
  wait_until (self, shows_no_clock);
  g_assert_cmpstr (get_note (self), ==, "");
  hf_complaint_detail_show (HF_COMPLAINT_DETAIL (self->detail), self->complaint->id);
  wait_until (self, shows_two);
  g_assert_cmpstr (get_note (self), ==, "The part is on its way");

  g_assert_true (gtk_widget_get_visible (get_path_part (self, "word")));
  gtk_widget_activate_action (get_path_part (self, "word"), "complaint.give-word", NULL);
  wait_until (self, has_no_note);
  g_autoptr (HfComplaint) told = ask (self, get_complaint);
  g_assert_cmpint (told->acknowledged_at, >, 0);
  g_assert_cmpint (told->status, ==, HF_COMPLAINT_RECEIVED);
}

static void
test_a_promise_is_made_anew (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (get_clocks (self), "clocks.anew", NULL);
  GtkWidget *dialog = find_dialog ();
  g_assert_nonnull (dialog);
  write_into (dialog, "when", "some day");
  write_into (dialog, "why", "The part comes on Tuesday");
  confirm (dialog);
  g_assert_true (gtk_widget_get_visible (part_of (dialog, "error")));
  write_into (dialog, "when", "2031-12-01 12:00");
  confirm (dialog);
  wait_until (self, shows_three);
  g_autoptr (GPtrArray) changes = ask (self, list_changes);
  const HfDeadlineChange *change = changes->pdata[0];
  g_assert_cmpint (change->before, ==, self->complaint->due_at);
  g_autofree char *after = hf_time_format_moment (change->after);
  g_assert_cmpstr (after, ==, "2031-12-01 12:00");
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add ("/complaint-clocks/pause", Fixture, NULL, set_up,
              test_a_complaint_is_paused_and_goes_on, tear_down);
  g_test_add ("/complaint-clocks/told", Fixture, NULL, set_up, test_the_customer_is_told,
              tear_down);
  g_test_add ("/complaint-clocks/anew", Fixture, NULL, set_up, test_a_promise_is_made_anew,
              tear_down);
  return g_test_run ();
}
