#include "config.h"

#include "hf-appointment-act.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-agenda-closures.h"
#include "hf-appointment-closures.h"
#include "hf-dialogs.h"
#include "hf-moment-words.h"
#include "hf-store-act.h"
#include "hf-store-agenda.h"
#include "hf-time.h"

/* An appointment, and what it becomes. */
typedef struct
{
  HfCallTask *task; /* as it was */
  gint64 moment;    /* 0: it is given up */
  gint64 staff_id;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;
  g_object_unref (self->task);
  g_free (self);
}

static gpointer
change (HfStoreSession *session, gpointer data, GError **error)
{
  const Change *self = data;
  gboolean done = self->moment != 0 ? hf_store_agenda_move (session, self->task, self->moment,
                                                            self->staff_id, error)
                                    : hf_store_agenda_cancel (session, self->task, error);
  return done ? HF_STORE_DONE : NULL;
}

static gpointer
change_back (HfStoreSession *session, gpointer data, GError **error)
{
  HfCallTask *task = ((Change *) data)->task;
  return hf_store_agenda_move (session, task, task->appointment_at, task->appointment_staff_id,
                               error)
             ? HF_STORE_DONE
             : NULL;
}

static void
run_change (GtkWidget *widget, HfStore *store, HfCallTask *task, gint64 moment, gint64 staff_id,
            const char *words)
{
  Change *self = g_new0 (Change, 1);
  self->task = g_object_ref (task);
  self->moment = moment;
  self->staff_id = staff_id;
  hf_store_act_run (widget, store, change, change_back, self, change_free, words);
}

/**
 * hf_appointment_act_move:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @task: an appointment
 * @moment: when it is instead
 * @staff_id: who alone keeps it, 0 for anybody
 *
 * Moves an appointment, and offers to take that back.
 */
void
hf_appointment_act_move (GtkWidget *widget, HfStore *store, HfCallTask *task, gint64 moment,
                         gint64 staff_id)
{
  g_autofree char *customer = hf_appointment_words_customer (task);
  g_autofree char *when = hf_moment_words_near (moment, hf_time_now ());
  /* Translators: a customer, and when the appointment is now. */
  g_autofree char *words = g_strdup_printf (_ ("%s: moved to %s"), customer, when);
  run_change (widget, store, task, moment, staff_id, words);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, GtkWidget *widget)
{
  HfCallTask *task = g_object_get_data (G_OBJECT (dialog), "task");
  HfStore *store = g_object_get_data (G_OBJECT (dialog), "store");
  if (strcmp (response, "cancel") == 0)
    run_change (widget, store, task, 0, 0, _ ("Appointment cancelled"));
}

/**
 * hf_appointment_act_cancel:
 * @widget: a widget of the window to say it in
 * @store: where it is stored
 * @task: an appointment
 *
 * Asks whether an appointment is to be given up, does so, and offers to take that back.
 */
void
hf_appointment_act_cancel (GtkWidget *widget, HfStore *store, HfCallTask *task)
{
  g_autofree char *body = hf_agenda_words_cancel (task, hf_time_now ());
  AdwMessageDialog *dialog = hf_dialogs_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                             _ ("Cancel the Appointment?"), body);
  adw_message_dialog_add_responses (dialog, "keep", _ ("_Keep It"), "cancel",
                                    _ ("_Cancel the Appointment"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "cancel", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_object_set_data_full (G_OBJECT (dialog), "task", g_object_ref (task), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
