#include "config.h"

#include "hf-escalations.h"

#include "hf-escalation-closures.h"
#include "hf-store-escalations.h"
#include "hf-time.h"

/* Time goes by, and other desks are at work, too: how often that is looked at. */
#define LOOK_SECONDS 15

#define TOGETHER "complaints"

/* What the desktop was told. */
typedef struct
{
  gint64 complaint_id;
  gint64 escalation_id;
  gboolean together; /* with others, in one notification */
} Told;

/* Looks after the escalation ladder as long as the window is open: logs the steps that
 * complaints have reached, and tells whoever works at this desk of those that are for them,
 * until they have looked at them or somebody takes care of it. */
struct _HfEscalations
{
  GObject parent_instance;

  HfStore *store;
  HfNotifier *notifier;
  GArray *told;       /* (element-type Told) */
  GPtrArray *waiting; /* (element-type HfEscalation), by time */
  GCancellable *cancellable;
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

G_DEFINE_FINAL_TYPE (HfEscalations, hf_escalations, G_TYPE_OBJECT)

/* What a look at the store found. */
typedef struct
{
  guint n_due; /* steps that are to be logged */
  GPtrArray *waiting;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gpointer
find_waiting (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Look) self = g_new0 (Look, 1);
  if (!hf_store_escalations_count_due (session, &self->n_due, error))
    return NULL;
  self->waiting = hf_store_escalations_list_told (session, TRUE, error);
  return self->waiting != NULL ? g_steal_pointer (&self) : NULL;
}

static gpointer
log_due (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_escalations_log (session, error) ? HF_STORE_DONE : NULL;
}

static char *
id_of (gint64 complaint_id)
{
  return g_strdup_printf ("complaint-%" G_GINT64_FORMAT, complaint_id);
}

static void
tell_alone (HfEscalations *self, const HfEscalation *escalation)
{
  g_autofree char *id = id_of (escalation->complaint_id);
  g_autofree char *title = hf_escalation_words_title (escalation);
  g_autofree char *body = hf_escalation_words_body (escalation, hf_time_now ());
  const HfNotice notice = { .id = id,
                            .title = title,
                            .body = body,
                            .database = hf_store_get_uri (self->store),
                            .of_complaint = TRUE,
                            .task_id = escalation->complaint_id };
  hf_notifier_send (self->notifier, &notice);
}

/* Names, so that whoever reads it knows whether it can wait. */
static void
tell_together (HfEscalations *self, const GPtrArray *escalations)
{
  g_autofree char *title = hf_escalation_words_several (escalations->len);
  g_autoptr (GString) body = g_string_new (NULL);
  for (guint i = 0; i < escalations->len; i++)
    {
      g_autofree char *line = hf_escalation_words_bar (escalations->pdata[i], hf_time_now ());
      g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", line);
    }
  const HfNotice notice = { .id = TOGETHER,
                            .title = title,
                            .body = body->str,
                            .database = hf_store_get_uri (self->store),
                            .of_complaint = TRUE };
  if (escalations->len == 0)
    hf_notifier_withdraw (self->notifier, TOGETHER);
  else
    hf_notifier_send (self->notifier, &notice);
}

static const HfEscalation *
find_waiting_of (const GPtrArray *waiting, gint64 complaint_id)
{
  for (guint i = 0; i < waiting->len; i++)
    if (((HfEscalation *) waiting->pdata[i])->complaint_id == complaint_id)
      return waiting->pdata[i];
  return NULL;
}

static const Told *
find_told (const GArray *told, const HfEscalation *escalation)
{
  for (guint i = 0; i < told->len; i++)
    if (g_array_index (told, Told, i).escalation_id == escalation->id)
      return &g_array_index (told, Told, i);
  return NULL;
}

/* Takes away what nobody waits for any more; tells whether that was told with others. */
static gboolean
withdraw (HfEscalations *self, const GPtrArray *waiting)
{
  gboolean group_shrinks = FALSE;
  for (guint i = 0; i < self->told->len; i++)
    {
      const Told *told = &g_array_index (self->told, Told, i);
      const HfEscalation *now = find_waiting_of (waiting, told->complaint_id);
      g_autofree char *id = id_of (told->complaint_id);
      if (told->together)
        group_shrinks = group_shrinks || now == NULL || now->id != told->escalation_id;
      else if (now == NULL)
        hf_notifier_withdraw (self->notifier, id);
    }
  return group_shrinks;
}

/* Of one that is new a notification of its own tells; of several, as after a night, one
 * together with what is left of those before. */
static void
tell (HfEscalations *self, const GPtrArray *waiting)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new (), fresh = g_ptr_array_new ();
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  gboolean group_shrinks = withdraw (self, waiting);
  for (guint i = 0; i < waiting->len; i++)
    {
      const Told *before = find_told (self->told, waiting->pdata[i]);
      if (before == NULL)
        g_ptr_array_add (fresh, waiting->pdata[i]);
      else
        g_array_append_val (told, *before);
      if (before != NULL && before->together)
        g_ptr_array_add (group, waiting->pdata[i]);
    }
  gboolean together = fresh->len > 1;
  for (guint i = 0; i < fresh->len; i++)
    {
      HfEscalation *escalation = fresh->pdata[i];
      const Told now = { escalation->complaint_id, escalation->id, together };
      g_array_append_val (told, now);
      if (together)
        g_ptr_array_add (group, escalation);
      else
        tell_alone (self, escalation);
    }
  if (together || group_shrinks)
    tell_together (self, group);
  g_array_unref (self->told);
  self->told = g_steal_pointer (&told);
}

/* A notification that nobody would answer any more is worse than none. */
static void
withdraw_all (HfEscalations *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  tell (self, nothing);
}

static void
on_logged (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfEscalations) self = data;
  g_autoptr (GError) error = NULL;
  /* A database that may only be read is looked after by other desks. */
  if (hf_store_run_finish (HF_STORE (store), result, &error) == NULL)
    g_debug ("The escalation was not logged: %s", error->message);
  self->looking = FALSE;
  if (self->store != NULL && (error == NULL || self->again))
    hf_escalations_look (self);
}

static void
on_looked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfEscalations) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Look) look = hf_store_run_finish (HF_STORE (store), result, &error);
  self->looking = FALSE;
  if (self->store == NULL)
    return;
  if (look != NULL && look->n_due > 0)
    {
      self->looking = TRUE;
      hf_store_run_async (self->store, HF_STORE_WRITE, log_due, NULL, NULL, NULL,
                          self->cancellable, on_logged, g_object_ref (self));
    }
  else if (look != NULL)
    {
      tell (self, look->waiting);
      g_ptr_array_unref (self->waiting);
      self->waiting = g_ptr_array_ref (look->waiting);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (self->again && !self->looking)
    hf_escalations_look (self);
}

static gboolean
on_time (gpointer data)
{
  hf_escalations_look (data);
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (HfEscalations *self, guint topics)
{
  if ((topics & (HF_STORE_COMPLAINTS | HF_STORE_QUEUE | HF_STORE_SETTINGS | HF_STORE_STAFF))
      != 0)
    hf_escalations_look (self);
}

static void
hf_escalations_dispose (GObject *object)
{
  HfEscalations *self = HF_ESCALATIONS (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    withdraw_all (self);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  G_OBJECT_CLASS (hf_escalations_parent_class)->dispose (object);
}

static void
hf_escalations_finalize (GObject *object)
{
  HfEscalations *self = HF_ESCALATIONS (object);
  g_object_unref (self->cancellable);
  g_array_unref (self->told);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (hf_escalations_parent_class)->finalize (object);
}

static void
hf_escalations_class_init (HfEscalationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_escalations_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_escalations_finalize;

  /* What waits for who works here may be something else. */
  signals[CHANGED] = g_signal_new ("changed", HF_TYPE_ESCALATIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_escalations_init (HfEscalations *self)
{
  self->cancellable = g_cancellable_new ();
  self->told = g_array_new (FALSE, FALSE, sizeof (Told));
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hf_escalations_new:
 * @store: where complaints are
 * @notifier: the way to the desktop's notifications
 *
 * Begins to look after the escalation ladder, until hf_escalations_stop().
 *
 * Returns: (transfer full): the escalations
 */
HfEscalations *
hf_escalations_new (HfStore *store, HfNotifier *notifier)
{
  HfEscalations *self = g_object_new (HF_TYPE_ESCALATIONS, NULL);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, on_time, self);
  hf_escalations_look (self);
  return self;
}

/**
 * hf_escalations_get_store:
 * @self: escalations
 *
 * Gives where complaints are.
 *
 * Returns: (transfer none) (nullable): the store; %NULL once it has ended
 */
HfStore *
hf_escalations_get_store (HfEscalations *self)
{
  return self->store;
}

/**
 * hf_escalations_get_told:
 * @self: escalations
 *
 * Tells what waits for who works here: what they have not looked at, the highest step of each
 * complaint.
 *
 * Returns: (transfer none) (element-type HfEscalation): by time
 */
GPtrArray *
hf_escalations_get_told (HfEscalations *self)
{
  return self->waiting;
}

/**
 * hf_escalations_look:
 * @self: escalations
 *
 * Looks what is due, without waiting.
 */
void
hf_escalations_look (HfEscalations *self)
{
  self->again = self->looking;
  if (self->looking || self->store == NULL)
    return;
  self->looking = TRUE;
  hf_store_run_async (self->store, HF_STORE_READ, find_waiting, NULL, NULL, look_free,
                      self->cancellable, on_looked, g_object_ref (self));
}

/**
 * hf_escalations_stop:
 * @self: escalations
 *
 * Ends it, whoever still holds it: what shows goes away.
 */
void
hf_escalations_stop (HfEscalations *self)
{
  g_object_run_dispose (G_OBJECT (self));
}
