#include "config.h"

#include "hf-complaint-clocks.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-complaint-clock-words.h"
#include "hf-deadline-dialog.h"
#include "hf-dialogs.h"
#include "hf-promise-rules.h"
#include "hf-store-deadlines.h"
#include "hf-store-pauses.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* What runs until a complaint is answered: the first word, the next one, the solution. They can
 * be paused, which moves nothing, and be promised anew, with the reason. */
struct _HfComplaintClocks
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *pause;
  GtkWidget *resume;
  GtkWidget *anew;

  HfStore *store;
  HfComplaint *complaint; /* NULL before the first look */
};

G_DEFINE_FINAL_TYPE (HfComplaintClocks, hf_complaint_clocks, GTK_TYPE_WIDGET)

static AdwActionRow *
add_row (HfComplaintClocks *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->list, row);
  return ADW_ACTION_ROW (row);
}

static void
add_state (AdwActionRow *row, const HfClockReading *reading)
{
  g_autofree char *words = hf_complaint_clock_words_state (reading);
  GtkWidget *label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, reading->is_late ? "error" : "dim-label");
  adw_action_row_add_suffix (row, label);
}

/* What was agreed on anew goes by no clock. */
static int
find_clock (const HfComplaintCase *shown)
{
  return shown->changes->len == 0 ? shown->complaint->clock : HF_PROMISE_NO_CLOCK;
}

static void
add_clock (HfComplaintClocks *self, const HfComplaintCase *shown, const char *title,
           const HfPromiseClock *clock)
{
  HfClockReading reading;
  if (clock->due_at == 0)
    return;
  hf_promise_clock_read (clock, hf_time_now (), &reading);
  g_autofree char *until = hf_complaint_clock_words_until (clock->due_at, find_clock (shown),
                                                           shown->calendar);
  g_autofree char *pause = hf_complaint_clock_words_pause (&reading);
  g_autofree char *both = pause != NULL ? g_strjoin ("\n", until, pause, NULL) : NULL;
  add_state (add_row (self, title, both != NULL ? both : until), &reading);
}

static void
add_clocks (HfComplaintClocks *self, const HfComplaintCase *shown)
{
  const HfComplaint *complaint = shown->complaint;
  const HfPromiseClock word = { complaint->received_at, complaint->respond_by,
                                complaint->acknowledged_at, NULL };
  const HfPromiseClock next = { complaint->received_at, complaint->next_word_by,
                                complaint->responded_at, shown->pauses };
  const HfPromiseClock solution = { complaint->received_at, complaint->due_at,
                                    complaint->responded_at, shown->pauses };
  add_clock (self, shown, hf_choice_label (hf_deadline_kinds, HF_DEADLINE_RESPOND), &word);
  add_clock (self, shown, _ ("Next word"), &next);
  add_clock (self, shown, hf_choice_label (hf_deadline_kinds, HF_DEADLINE_RESOLVE), &solution);
}

static void
add_changes (HfComplaintClocks *self, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const HfDeadlineChange *change = changes->pdata[i];
      g_autofree char *words = hf_complaint_clock_words_change (change);
      /* Translators: which deadline, such as "Solution". */
      g_autofree char *title = g_strdup_printf (
          _ ("%s promised anew"), hf_choice_label (hf_deadline_kinds, change->kind));
      add_row (self, title, words);
    }
}

static gboolean
is_paused (const GArray *pauses)
{
  return pauses->len > 0 && g_array_index (pauses, HfPause, pauses->len - 1).to == 0;
}

/* What is asked of the store. */
typedef struct
{
  gint64 complaint_id;
  char *why;
} Pause;

static void
pause_free (gpointer data)
{
  Pause *pause = data;
  g_free (pause->why);
  g_free (pause);
}

static gpointer
begin (HfStoreSession *session, gpointer data, GError **error)
{
  const Pause *pause = data;
  return hf_store_pauses_begin (session, pause->complaint_id, pause->why, error) ? HF_STORE_DONE
                                                                                 : NULL;
}

static gpointer
end (HfStoreSession *session, gpointer data, GError **error)
{
  return hf_store_pauses_end (session, ((const Pause *) data)->complaint_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_written (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintClocks) self = data;
  g_autoptr (GError) error = NULL;
  if (hf_store_run_finish (HF_STORE (store), result, &error) == NULL && self->store != NULL)
    hf_dialogs_error (GTK_WIDGET (self), _ ("The change was not saved"),
                      hf_store_error_advice (error), error);
}

static void
write_pause (HfComplaintClocks *self, HfStoreFunc func, const char *why)
{
  Pause *pause = g_new0 (Pause, 1);
  pause->complaint_id = self->complaint->id;
  pause->why = g_strdup (why);
  hf_store_run_async (self->store, HF_STORE_WRITE, func, pause, pause_free, NULL, NULL,
                      on_written, g_object_ref (self));
}

static void
on_reason (HfDeadlineDialog *dialog, HfComplaintClocks *self)
{
  write_pause (self, begin, hf_deadline_dialog_get_why (dialog));
}

static void
ask_to_pause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintClocks *self = HF_COMPLAINT_CLOCKS (widget);
  GtkWidget *dialog = hf_deadline_dialog_new_pause (GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_reason), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
resume (GtkWidget *widget, const char *action, GVariant *parameter)
{
  write_pause (HF_COMPLAINT_CLOCKS (widget), end, NULL);
}

/* A deadline, and what the customer was told. */
typedef struct
{
  HfComplaint *complaint;
  gint64 after;
  char *why;
} Anew;

static void
anew_free (gpointer data)
{
  Anew *anew = data;
  g_object_unref (anew->complaint);
  g_free (anew->why);
  g_free (anew);
}

static gpointer
promise_anew (HfStoreSession *session, gpointer data, GError **error)
{
  const Anew *anew = data;
  return hf_store_deadlines_move (session, anew->complaint, HF_DEADLINE_RESOLVE, anew->after,
                                  anew->why, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_promised (HfDeadlineDialog *dialog, HfComplaintClocks *self)
{
  Anew *anew = g_new0 (Anew, 1);
  anew->complaint = g_object_ref (self->complaint);
  anew->after = hf_deadline_dialog_get_moment (dialog);
  anew->why = g_strdup (hf_deadline_dialog_get_why (dialog));
  hf_store_run_async (self->store, HF_STORE_WRITE, promise_anew, anew, anew_free, NULL, NULL,
                      on_written, g_object_ref (self));
}

static void
make_anew (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfComplaintClocks *self = HF_COMPLAINT_CLOCKS (widget);
  GtkWidget *dialog = hf_deadline_dialog_new_promise (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                      self->complaint->due_at);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_promised), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hf_complaint_clocks_dispose (GObject *object)
{
  HfComplaintClocks *self = HF_COMPLAINT_CLOCKS (object);
  g_clear_object (&self->store);
  g_clear_object (&self->complaint);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_CLOCKS);
  G_OBJECT_CLASS (hf_complaint_clocks_parent_class)->dispose (object);
}

static void
hf_complaint_clocks_class_init (HfComplaintClocksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_clocks_dispose;

  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-clocks.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintClocks, list);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintClocks, pause);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintClocks, resume);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintClocks, anew);
  gtk_widget_class_install_action (widget_class, "clocks.pause", NULL, ask_to_pause);
  gtk_widget_class_install_action (widget_class, "clocks.resume", NULL, resume);
  gtk_widget_class_install_action (widget_class, "clocks.anew", NULL, make_anew);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_clocks_init (HfComplaintClocks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaint_clocks_set_store:
 * @self: the clocks
 * @store: where complaints are
 *
 * Gives the clocks their store.
 */
void
hf_complaint_clocks_set_store (HfComplaintClocks *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_complaint_clocks_show:
 * @self: the clocks
 * @shown: a complaint with what belongs to it
 *
 * Shows what runs for a complaint, what was promised anew, and what can be done about it.
 */
void
hf_complaint_clocks_show (HfComplaintClocks *self, const HfComplaintCase *shown)
{
  GtkWidget *row;
  gboolean is_open = shown->complaint->status < HF_COMPLAINT_RESPONDED;
  gboolean paused = is_paused (shown->pauses);
  g_set_object (&self->complaint, shown->complaint);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  add_clocks (self, shown);
  add_changes (self, shown->changes);
  gtk_widget_set_visible (self->pause, is_open && !paused);
  gtk_widget_set_visible (self->resume, is_open && paused);
  gtk_widget_set_visible (self->anew, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          is_open
                              || gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}
