#include "config.h"

#include "hf-reminders.h"

#include "hf-appointment-closures.h"
#include "hf-reminder-closures.h"
#include "hf-reminder-plan.h"
#include "hf-settings.h"
#include "hf-store-agenda.h"
#include "hf-time.h"

/* Other desks take appointments, too, and time goes by: how often that is looked at. */
#define LOOK_SECONDS 15

/* What was not kept for longer stands under the appointments, and reminds nobody any more. */
#define OLDEST G_TIME_SPAN_DAY
#define MOST 100
#define USUAL_MINUTES 5

#define TOGETHER "appointments"

/* Reminds whoever works at this desk of the appointments that they may keep: by the desktop's
 * notifications, and in the window, as long as nobody keeps them. */
struct _HfReminders
{
  GObject parent_instance;

  HfStore *store;
  HfNotifier *notifier;
  GSettings *settings; /* NULL where no schema is installed */
  GArray *reminders;   /* (element-type HfReminder) */
  GPtrArray *due;      /* (element-type HfCallTask), by time */
  GCancellable *cancellable;
  gint64 staff_id;
  guint timer;
  gboolean looking; /* the store is asked at this moment */
  gboolean again;   /* something changed meanwhile */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfReminders, hf_reminders, G_TYPE_OBJECT)

/* What a look at the store found. */
typedef struct
{
  GPtrArray *appointments;
  gint64 now;
  gint64 staff_id;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;
  g_ptr_array_unref (self->appointments);
  g_free (self);
}

static gpointer
find_appointments (HfStoreSession *session, gpointer minutes, GError **error)
{
  gint64 now = hf_store_session_get_now (session);
  HfAgendaSpan span = { now - OLDEST, now + GPOINTER_TO_INT (minutes) * G_TIME_SPAN_MINUTE + 1,
                        FALSE };
  GPtrArray *appointments = hf_store_agenda_list_free (session, &span, MOST, error);
  if (appointments == NULL)
    return NULL;
  Look *look = g_new0 (Look, 1);
  look->appointments = appointments;
  look->now = now;
  look->staff_id = hf_store_session_get_staff_id (session);
  return look;
}

static guint
get_minutes (HfReminders *self)
{
  return self->settings != NULL
             ? (guint) g_settings_get_int (self->settings, HF_SETTINGS_REMINDER_MINUTES)
             : USUAL_MINUTES;
}

/* What was put off is remembered after a restart, too. */
static void
recall (HfReminders *self)
{
  HfReminder reminder = { 0 };
  GVariantIter iter;
  g_autoptr (GVariant) ours = NULL;
  if (self->settings == NULL)
    return;
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, HF_SETTINGS_REMINDERS);
  if (!g_variant_lookup (all, hf_store_get_uri (self->store), "@a(xxxbb)", &ours))
    return;
  g_variant_iter_init (&iter, ours);
  while (g_variant_iter_next (&iter, "(xxxbb)", &reminder.task_id, &reminder.appointment_at,
                              &reminder.later_at, &reminder.told, &reminder.together))
    g_array_append_val (self->reminders, reminder);
}

static GVariant *
pack (HfReminders *self)
{
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(xxxbb)"));
  for (guint i = 0; i < self->reminders->len; i++)
    {
      const HfReminder *reminder = &g_array_index (self->reminders, HfReminder, i);
      g_variant_builder_add (&builder, "(xxxbb)", reminder->task_id, reminder->appointment_at,
                             reminder->later_at, reminder->told, reminder->together);
    }
  return g_variant_builder_end (&builder);
}

static void
remember (HfReminders *self)
{
  if (self->settings == NULL)
    return;
  const char *uri = hf_store_get_uri (self->store), *other;
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *theirs;
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, HF_SETTINGS_REMINDERS);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa(xxxbb)}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "{&s@a(xxxbb)}", &other, &theirs))
    if (!g_str_equal (other, uri))
      g_variant_builder_add (&builder, "{s@a(xxxbb)}", other, theirs);
  if (self->reminders->len > 0)
    g_variant_builder_add (&builder, "{s@a(xxxbb)}", uri, pack (self));
  g_autoptr (GVariant) after = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (!g_variant_equal (before, after))
    g_settings_set_value (self->settings, HF_SETTINGS_REMINDERS, after);
}

static char *
id_of (gint64 task_id)
{
  return g_strdup_printf ("appointment-%" G_GINT64_FORMAT, task_id);
}

static void
tell_alone (HfReminders *self, const HfCallTask *task, gint64 now)
{
  g_autofree char *id = id_of (task->id);
  g_autofree char *title = hf_reminder_words_title (task, now);
  g_autofree char *body = hf_reminder_words_body (task, self->staff_id);
  HfNotice notice = { id,       title,
                      body,     hf_store_get_uri (self->store),
                      task->id, task->customer_id };
  hf_notifier_send (self->notifier, &notice);
}

static void
tell_together (HfReminders *self, const GPtrArray *tasks, gint64 now)
{
  g_autofree char *title = hf_reminder_words_several (tasks);
  g_autofree char *body = hf_appointment_words_names (tasks, now);
  HfNotice notice = { TOGETHER, title, body, hf_store_get_uri (self->store), 0, 0 };
  if (tasks->len == 0)
    hf_notifier_withdraw (self->notifier, TOGETHER);
  else
    hf_notifier_send (self->notifier, &notice);
}

static void
carry_out (HfReminders *self, const HfReminderPlan *plan, gint64 now)
{
  for (guint i = 0; i < plan->withdrawn->len; i++)
    {
      g_autofree char *id = id_of (g_array_index (plan->withdrawn, gint64, i));
      hf_notifier_withdraw (self->notifier, id);
    }
  for (guint i = 0; i < plan->alone->len; i++)
    tell_alone (self, plan->alone->pdata[i], now);
  if (plan->together != NULL)
    tell_together (self, plan->together, now);
}

/* A notification that nobody would answer any more is worse than none. */
static void
withdraw_all (HfReminders *self)
{
  for (guint i = 0; i < self->reminders->len; i++)
    {
      HfReminder *reminder = &g_array_index (self->reminders, HfReminder, i);
      g_autofree char *id = reminder->together ? g_strdup (TOGETHER)
                                               : id_of (reminder->task_id);
      if (reminder->told)
        hf_notifier_withdraw (self->notifier, id);
      reminder->told = FALSE;
    }
  remember (self);
}

static void
show_due (HfReminders *self, const GPtrArray *due)
{
  g_ptr_array_set_size (self->due, 0);
  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (self->due, g_object_ref (due->pdata[i]));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_looked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReminders) self = data;
  Look *look = hf_store_run_finish (HF_STORE (store), result, NULL);
  self->looking = FALSE;
  if (look != NULL && self->store != NULL)
    {
      g_autoptr (HfReminderPlan) plan = hf_reminder_plan_new (
          look->appointments, self->reminders, look->now, get_minutes (self));
      self->staff_id = look->staff_id;
      g_array_unref (self->reminders);
      self->reminders = g_array_ref (plan->reminders);
      remember (self);
      carry_out (self, plan, look->now);
      show_due (self, plan->due);
    }
  g_clear_pointer (&look, look_free);
  if (self->again && self->store != NULL)
    hf_reminders_look (self);
}

static gboolean
on_time (gpointer data)
{
  hf_reminders_look (data);
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (HfReminders *self, guint topics)
{
  if ((topics & (HF_STORE_QUEUE | HF_STORE_CUSTOMERS | HF_STORE_INTERVIEWS)) != 0)
    hf_reminders_look (self);
}

static void
hf_reminders_dispose (GObject *object)
{
  HfReminders *self = HF_REMINDERS (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    withdraw_all (self);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hf_reminders_parent_class)->dispose (object);
}

static void
hf_reminders_finalize (GObject *object)
{
  HfReminders *self = HF_REMINDERS (object);
  g_object_unref (self->cancellable);
  g_array_unref (self->reminders);
  g_ptr_array_unref (self->due);
  G_OBJECT_CLASS (hf_reminders_parent_class)->finalize (object);
}

static void
hf_reminders_class_init (HfRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_reminders_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_reminders_finalize;

  /* What is due may be another one, and is nearer. */
  signals[CHANGED] = g_signal_new ("changed", HF_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_reminders_init (HfReminders *self)
{
  self->cancellable = g_cancellable_new ();
  self->reminders = g_array_new (FALSE, FALSE, sizeof (HfReminder));
  self->due = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hf_reminders_new:
 * @store: where appointments are
 * @notifier: the way to the desktop's notifications
 *
 * Begins to remind of appointments, until hf_reminders_stop().
 *
 * Returns: (transfer full): the reminders
 */
HfReminders *
hf_reminders_new (HfStore *store, HfNotifier *notifier)
{
  HfReminders *self = g_object_new (HF_TYPE_REMINDERS, NULL);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  self->settings = hf_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" HF_SETTINGS_REMINDER_MINUTES,
                             G_CALLBACK (hf_reminders_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  recall (self);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, on_time, self);
  hf_reminders_look (self);
  return self;
}

/**
 * hf_reminders_get_due:
 * @self: reminders
 *
 * Tells which appointments are due.
 *
 * Returns: (transfer none) (element-type HfCallTask): by time
 */
GPtrArray *
hf_reminders_get_due (HfReminders *self)
{
  return self->due;
}

/**
 * hf_reminders_get_staff_id:
 * @self: reminders
 *
 * Tells who is reminded.
 *
 * Returns: a key, 0 where nobody was named
 */
gint64
hf_reminders_get_staff_id (HfReminders *self)
{
  return self->staff_id;
}

/**
 * hf_reminders_look:
 * @self: reminders
 *
 * Looks what is due, without waiting.
 */
void
hf_reminders_look (HfReminders *self)
{
  self->again = self->looking;
  if (self->looking || self->store == NULL)
    return;
  self->looking = TRUE;
  hf_store_run_async (self->store, HF_STORE_READ, find_appointments,
                      GINT_TO_POINTER (get_minutes (self)), NULL, look_free, self->cancellable,
                      on_looked, g_object_ref (self));
}

/**
 * hf_reminders_later:
 * @self: reminders
 * @task_id: the key of an appointment that is due, 0 for all of them
 *
 * Reminds of it again in ten minutes, and not before.
 */
void
hf_reminders_later (HfReminders *self, gint64 task_id)
{
  gint64 later_at = hf_time_now () + HF_REMINDER_LATER;
  for (guint i = 0; i < self->due->len; i++)
    {
      const HfCallTask *task = self->due->pdata[i];
      if (task_id == 0 || task->id == task_id)
        hf_reminders_put_off (self->reminders, task, later_at);
    }
  hf_reminders_look (self);
}

/**
 * hf_reminders_stop:
 * @self: reminders
 *
 * Ends it, whoever still holds it: what shows goes away.
 */
void
hf_reminders_stop (HfReminders *self)
{
  g_object_run_dispose (G_OBJECT (self));
}
