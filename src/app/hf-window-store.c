#include "config.h"

#include <glib/gi18n.h>

#include "hf-shell-closures.h"
#include "hf-store-complaints.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-time.h"
#include "hf-window-private.h"

#define MAX_PROMISES 100
#define MAX_APPOINTMENTS 100

/* What the badges beside the pages count. */
typedef struct
{
  guint today;
  guint complaints;
} Badges;

static guint
count_due (GPtrArray *promises, gint64 now)
{
  guint due = 0;
  for (guint i = 0; i < promises->len; i++)
    due += ((HfPromise *) g_ptr_array_index (promises, i))->due_at <= now;
  return due;
}

/* Appointments stand first in the queue; the rest of it waits for nobody. */
static guint
count_appointments (GPtrArray *calls)
{
  guint appointments = 0;
  for (guint i = 0; i < calls->len; i++)
    appointments += ((HfCallTask *) g_ptr_array_index (calls, i))->appointment_at > 0;
  return appointments;
}

static gpointer
load_badges (HfStoreSession *session, gpointer input, GError **error)
{
  gint64 now = hf_time_now (), late = 0;
  HfComplaintFilter filter = { .only_late = TRUE, .now = now };
  g_autoptr (GPtrArray) promises = hf_store_promises_list_open (session, MAX_PROMISES, error);
  g_autoptr (GPtrArray) calls = hf_store_queue_list (session, now, 0, MAX_APPOINTMENTS, error);
  if (promises == NULL || calls == NULL
      || !hf_store_complaints_count (session, &filter, &late, error))
    return NULL;
  Badges *badges = g_new0 (Badges, 1);
  badges->today = count_due (promises, now) + count_appointments (calls);
  badges->complaints = late;
  return badges;
}

static void
on_badges (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWindow) self = data;
  g_autofree Badges *badges = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (badges == NULL || self->store == NULL)
    return;
  hf_sidebar_set_badge (self->sidebar, "today", badges->today);
  hf_sidebar_set_badge (self->sidebar, "complaints", badges->complaints);
}

static void
refresh_badges (HfWindow *self)
{
  hf_store_run_async (self->store, HF_STORE_READ, load_badges, NULL, NULL, g_free, self->closed,
                      on_badges, g_object_ref (self));
}

static void
on_changed (HfStore *store, guint topics, HfWindow *self)
{
  g_autofree char *state = hf_shell_saved (hf_time_now ());
  g_object_set (self->sidebar, "state", state, NULL);
  refresh_badges (self);
}

static void
show_failure (HfWindow *self, const GError *error)
{
  /* Translators: the advice what to do, then the path of a database. */
  g_autofree char *text = g_strdup_printf (_ ("%s\n%s"), hf_store_error_advice (error),
                                           self->database);
  g_autofree char *markup_safe = g_markup_escape_text (text, -1);
  g_warning ("cannot open %s: %s", self->database, error->message);
  adw_status_page_set_title (self->failure, hf_store_error_words (error));
  adw_status_page_set_description (self->failure, markup_safe);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open_finish (result, &error);
  if (self->closed == NULL)
    return;
  if (store == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->store = g_steal_pointer (&store);
  g_autofree char *state = hf_shell_saved (0);
  g_object_set (self->sidebar, "state", state, NULL);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), self);
  refresh_badges (self);
  hf_window_show_last_page (self);
}

/**
 * hf_window_open_store:
 * @self: a window
 *
 * Opens the window's database without waiting for it, then shows the first page, or what went
 * wrong.
 */
void
hf_window_open_store (HfWindow *self)
{
  if (self->closed == NULL)
    self->closed = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "opening");
  hf_store_open_async (self->database, HF_STORE_OPEN_OR_CREATE, NULL, on_opened,
                       g_object_ref (self));
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
  g_cancellable_cancel (self->closed);
  g_clear_object (&self->closed);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->store, self);
      hf_store_close (self->store);
    }
  g_clear_object (&self->store);
}
