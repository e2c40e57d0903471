#include "config.h"

#include <glib/gi18n.h>

#include "hf-desk.h"
#include "hf-dialogs.h"
#include "hf-login.h"
#include "hf-paths.h"
#include "hf-server-words.h"
#include "hf-settings.h"
#include "hf-shell-closures.h"
#include "hf-store-complaints.h"
#include "hf-store-location.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-window-private.h"

/* What is due, as the badges show it. */
typedef struct
{
  guint today;
  guint complaints;
  guint promises;
} Due;

static gpointer
count_due (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 now = hf_time_now (), appointments = 0, complaints = 0, promises = 0;
  HfComplaintFilter late = { .only_late = TRUE, .now = now };
  if (!hf_store_promises_count_overdue (session, now, &promises, error)
      || !hf_store_queue_count_appointments (session, now, &appointments, error)
      || !hf_store_complaints_count (session, &late, &complaints, error))
    return NULL;
  Due *due = g_new0 (Due, 1);
  due->today = (guint) (promises + appointments);
  due->promises = (guint) promises;
  due->complaints = (guint) complaints;
  return due;
}

static void
on_due (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree Due *due = hf_store_run_finish (HF_STORE (source), result, &error);
  if (due == NULL)
    return;
  hf_sidebar_set_badge (self->sidebar, "today", due->today);
  hf_sidebar_set_badge (self->sidebar, "complaints", due->complaints);
  hf_sidebar_set_badge (self->sidebar, HF_WINDOW_PROMISES, due->promises);
}

static void
update_badges (HfWindow *self)
{
  hf_store_read_newest (self->store, &self->counting, count_due, NULL, NULL, g_free, on_due,
                        g_object_ref (self));
}

/**
 * hf_window_show_state:
 * @self: a window
 *
 * Says in the sidebar whether all is saved, or that the server is away.
 */
void
hf_window_show_state (HfWindow *self)
{
  g_autofree char *saved = hf_shell_saved (self->saved_at, self->draft_lost);
  const char *away = hf_server_bar_get_state (self->server_bar);
  if (self->store != NULL)
    g_object_set (self->sidebar, "state", away != NULL ? away : saved, NULL);
}

static void
on_draft_lost (HfWindow *self, guint lost)
{
  self->draft_lost = lost != 0;
  hf_window_show_state (self);
}

static void
on_changed (HfWindow *self, guint topics)
{
  self->saved_at = hf_time_now ();
  hf_window_show_state (self);
  update_badges (self);
}

/* What helps against it besides trying again: the usual database where a file is gone, tables
 * where a server's database has none. */
static void
offer_help (HfWindow *self, const GError *error)
{
  g_autofree char *usual = hf_paths_dup_default_database ();
  gboolean server = hf_store_location_is_server (self->database);
  gboolean gone = g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND) && !server;
  gtk_button_set_label (self->open_usual, g_str_equal (usual, self->database)
                                              ? _ ("_Begin a New One Here")
                                              : _ ("Open the _Usual Database"));
  gtk_widget_set_visible (GTK_WIDGET (self->open_usual), gone);
  gtk_widget_set_visible (self->set_up,
                          g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_EMPTY));
}

static void
show_failure (HfWindow *self, const GError *error)
{
  g_autofree char *place = hf_server_words_place (self->database);
  hf_dialogs_fill_failure (self->failure, error, place);
  offer_help (self, error);
  g_object_set (self->sidebar, "state", _ ("Not open"), NULL);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/* At the next start it is opened again. */
static void
remember_database (HfWindow *self)
{
  const char *location = hf_store_get_uri (self->store);
  if (self->settings != NULL && g_utf8_validate (location, -1, NULL))
    g_settings_set_string (self->settings, HF_SETTINGS_DATABASE, location);
}

static void
tell_what_is_due (HfWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (HfNotifier) notifier = hf_notifier_new (
      application != NULL ? G_APPLICATION (application) : NULL);
  self->reminders = hf_reminders_new (self->store, notifier);
  hf_reminder_bar_set_reminders (self->reminder_bar, self->reminders);
  self->escalations = hf_escalations_new (self->store, notifier);
  hf_escalation_bar_set_escalations (self->escalation_bar, self->escalations);
}

/* Not sooner: what is saved is saved by somebody. */
static void
on_desk_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWindow) self = data;
  if (!hf_desk_restore_finish (result))
    return;
  self->store = g_object_ref (HF_STORE (source));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "draft-lost", G_CALLBACK (on_draft_lost), self,
                           G_CONNECT_SWAPPED);
  remember_database (self);
  hf_server_bar_set_store (self->server_bar, self->store);
  hf_find_set_store (self->find, self->store);
  self->saved_at = 0;
  self->draft_lost = FALSE;
  hf_window_show_state (self);
  hf_window_show_last_page (self);
  update_badges (self);
  hf_interview_offer_look (self->offer, self->store);
  tell_what_is_due (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_login_open_finish (result, &error);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (store == NULL)
    show_failure (self, error);
  else
    hf_desk_restore_async (store, self->cancellable, on_desk_restored, g_object_ref (self));
}

/**
 * hf_window_open_store:
 * @self: a window whose database is not open
 *
 * Opens the window's database without waiting for the disk or the server, then shows the pages,
 * or what happened instead.
 */
void
hf_window_open_store (HfWindow *self)
{
  if (self->store != NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "opening");
  hf_login_open_async (GTK_WINDOW (self), self->database, self->password, self->remember,
                       self->create ? HF_STORE_OPEN_OR_CREATE : HF_STORE_OPEN_EXISTING,
                       self->cancellable, on_opened, g_object_ref (self));
  hf_text_free_secret (g_steal_pointer (&self->password));
}

/**
 * hf_window_switch:
 * @self: a window
 * @database: where another database is, or the same one
 * @create: whether it is made where it is not there
 *
 * Opens another database in this window; the one before is closed.
 */
void
hf_window_switch (HfWindow *self, const char *database, gboolean create)
{
  hf_window_close_store (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hf_window_remove_pages (self);
  hf_text_set (&self->database, database);
  self->create = create;
  g_object_set (self->sidebar, "database", database, NULL);
  hf_window_open_store (self);
}

static void
close_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  hf_store_close (store);
}

/* A server that does not answer is not waited for. */
static void
close_store (HfStore *store)
{
  if (hf_store_is_online (store))
    {
      hf_store_close (store);
      return;
    }
  g_autoptr (GTask) task = g_task_new (store, NULL, NULL, NULL);
  g_task_run_in_thread (task, close_in_thread);
}

/**
 * hf_window_close_store:
 * @self: a window
 *
 * Lets go of the database; what is being saved is saved first.
 */
void
hf_window_close_store (HfWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  hf_store_stop_reading (&self->counting);
  if (self->store == NULL)
    return;
  hf_server_bar_set_store (self->server_bar, NULL);
  hf_find_set_store (self->find, NULL);
  hf_reminder_bar_set_reminders (self->reminder_bar, NULL);
  hf_reminders_stop (self->reminders);
  g_clear_object (&self->reminders);
  hf_escalation_bar_set_escalations (self->escalation_bar, NULL);
  hf_escalations_stop (self->escalations);
  g_clear_object (&self->escalations);
  g_signal_handlers_disconnect_by_data (self->store, self);
  close_store (self->store);
  g_clear_object (&self->store);
}

/**
 * hf_window_answer_notice:
 * @self: a window
 * @verb: %HF_NOTICE_CALL, %HF_NOTICE_LATER, %HF_NOTICE_SHOW, %HF_NOTICE_COMPLAINT or
 *   %HF_NOTICE_TAKE
 * @task_id: the entry of the call queue, or the complaint, that a notification told of, 0 for
 *   several
 * @customer_id: whose entry it is
 *
 * Does what somebody answered to a notification.
 */
void
hf_window_answer_notice (HfWindow *self, const char *verb, gint64 task_id, gint64 customer_id)
{
  if (g_str_equal (verb, HF_NOTICE_LATER))
    {
      if (self->reminders != NULL)
        hf_reminders_later (self->reminders, task_id);
      return;
    }
  gtk_window_present (GTK_WINDOW (self));
  if (g_str_equal (verb, HF_NOTICE_CALL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-interview", "x", customer_id);
  else if (g_str_equal (verb, HF_NOTICE_TAKE))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.take-care", "x", task_id);
  else if (g_str_equal (verb, HF_NOTICE_COMPLAINT) && task_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-complaint", "x", task_id);
  else if (g_str_equal (verb, HF_NOTICE_COMPLAINT))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-escalated", NULL);
  else
    hf_window_show_page (self, HF_WINDOW_AGENDA);
}
