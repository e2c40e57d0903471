#include "config.h"

#include "hf-interview-session-private.h"

#include "hf-interview-flow.h"
#include "hf-text.h"
#include "hf-time.h"

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_OPEN_FAILED,
  SIGNAL_MOVED,
  SIGNAL_CODED,
  SIGNAL_SAVED,
  SIGNAL_SAVE_FAILED,
  SIGNAL_ENDED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfInterviewSession, hf_interview_session, G_TYPE_OBJECT)

static void start_next_work (HfInterviewSession *self);

/**
 * hf_interview_session_set_busy:
 * @self: a session
 * @busy: whether the person waits for something to be stored
 *
 * Notifies "busy".
 */
void
hf_interview_session_set_busy (HfInterviewSession *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * hf_interview_session_move_to:
 * @self: a session
 * @question: a question of the guide
 *
 * Shows a question; that it shows is stored with the next work.
 */
void
hf_interview_session_move_to (HfInterviewSession *self, HfQuestion *question)
{
  self->question = question;
  hf_text_set (&self->file->interview->position, question->id);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* Only now does the answer count: it is on disk. */
static void
take_answer (HfInterviewSession *self, const HfAnswer *answer)
{
  g_hash_table_replace (self->file->answers, g_strdup (answer->question),
                        g_strdup (answer->value));
  g_hash_table_remove (self->file->drafts, answer->question);
}

static void
go_on (HfInterviewSession *self)
{
  HfQuestion *next = hf_interview_flow_next (self->file->guide, self->file->answers,
                                             self->question);
  if (next != NULL)
    hf_interview_session_move_to (self, next);
  else
    g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
take_state (HfInterviewSession *self, HfInterviewResult *state)
{
  HfInterview *interview = self->file->interview;
  interview->revision = state->interview->revision;
  interview->state = state->interview->state;
  g_clear_pointer (&self->file->verbatims, g_ptr_array_unref);
  g_clear_pointer (&self->file->reasons, g_ptr_array_unref);
  self->file->verbatims = g_steal_pointer (&state->verbatims);
  self->file->reasons = g_steal_pointer (&state->reasons);
}

/* What the person waits for. */
static void
complete (HfInterviewSession *self, const HfInterviewWork *work)
{
  gboolean waited = work->answer != NULL || work->end != NULL;
  if (waited)
    hf_interview_session_set_busy (self, FALSE);
  hf_interview_session_tell_saved (self, NULL);
  if (work->reason != NULL || work->removed_reason != 0 || work->verbatim != NULL)
    g_signal_emit (self, signals[SIGNAL_CODED], 0);
  if (work->answer != NULL)
    {
      take_answer (self, work->answer);
      go_on (self);
    }
  if (work->end != NULL)
    {
      self->call_again_at = work->end->call_again_at;
      hf_text_set (&self->file->interview->outcome, work->end->outcome->code);
      g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
    }
}

static void
on_worked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfInterviewResult) state = hf_store_run_finish (HF_STORE (store), result, &error);
  HfInterviewWork *work = g_queue_pop_head (&self->works);
  self->active = FALSE;
  if (state != NULL)
    {
      take_state (self, state);
      complete (self, work);
    }
  else
    {
      hf_interview_session_tell_saved (self, error);
      hf_interview_session_set_busy (self, FALSE);
      /* An answer that could not be stored is at least kept as what is being typed. */
      if (work->answer != NULL)
        hf_interview_session_type (self, work->answer->value);
    }
  hf_interview_work_free (work);
  start_next_work (self);
}

/* Where things stand now, and not when the work was asked for. */
static void
bring_up_to_date (HfInterviewSession *self, HfInterviewWork *work)
{
  const HfInterview *now = self->file->interview;
  work->interview->revision = now->revision;
  work->interview->seconds = hf_interview_session_get_seconds (self);
  hf_text_set (&work->interview->language, now->language);
  hf_text_set (&work->interview->note, now->note);
  if (work->answer == NULL)
    hf_text_set (&work->interview->position, now->position);
}

static void
start_next_work (HfInterviewSession *self)
{
  HfInterviewWork *work = g_queue_peek_head (&self->works);
  if (work == NULL || self->active)
    return;
  if (self->store == NULL)
    {
      g_queue_pop_head (&self->works);
      hf_interview_session_rehearse (self, work);
      complete (self, work);
      hf_interview_work_free (work);
      return;
    }
  self->active = TRUE;
  bring_up_to_date (self, work);
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_interview_work_run, work, NULL,
                      (GDestroyNotify) hf_interview_result_free, NULL, on_worked,
                      g_object_ref (self));
}

/**
 * hf_interview_session_push:
 * @self: a session
 * @work: (transfer full): what to store
 *
 * Stores one thing after the other.
 */
void
hf_interview_session_push (HfInterviewSession *self, HfInterviewWork *work)
{
  work->guide = g_strdup_printf ("%s %u", self->file->guide->code, self->file->guide->version);
  g_queue_push_tail (&self->works, work);
  start_next_work (self);
}

/**
 * hf_interview_session_tell_saved:
 * @self: a session
 * @error: (nullable): why it could not be stored
 *
 * Emits "saved" or "save-failed".
 */
void
hf_interview_session_tell_saved (HfInterviewSession *self, const GError *error)
{
  if (error == NULL)
    {
      self->saved_at = hf_time_now ();
      g_signal_emit (self, signals[SIGNAL_SAVED], 0);
      return;
    }
  g_message ("cannot save the interview: %s", error->message);
  g_signal_emit (self, signals[SIGNAL_SAVE_FAILED], 0, error);
}

/**
 * hf_interview_session_drop_typed:
 * @self: a session
 *
 * Forgets what is being typed, because it is confirmed.
 */
void
hf_interview_session_drop_typed (HfInterviewSession *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_pointer (&self->typed, g_free);
}

static void
hf_interview_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, HF_INTERVIEW_SESSION (object)->busy);
}

static void
hf_interview_session_finalize (GObject *object)
{
  HfInterviewSession *self = HF_INTERVIEW_SESSION (object);
  hf_interview_session_drop_typed (self);
  g_queue_clear_full (&self->works, (GDestroyNotify) hf_interview_work_free);
  g_clear_pointer (&self->file, hf_interview_file_free);
  g_ptr_array_unref (self->competitors);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_interview_session_parent_class)->finalize (object);
}

static void
hf_interview_session_class_init (HfInterviewSessionClass *klass)
{
  static const char *const names[] = { "opened", "open-failed", "moved", "coded",
                                       "saved",  "save-failed", "ended", "finished" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hf_interview_session_get_property;
  object_class->finalize = hf_interview_session_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < N_SIGNALS; i++)
    {
      gboolean failure = i == SIGNAL_OPEN_FAILED || i == SIGNAL_SAVE_FAILED;
      signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, failure ? 1 : 0, G_TYPE_ERROR);
    }
}

static void
hf_interview_session_init (HfInterviewSession *self)
{
  self->competitors = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->works);
}

/**
 * hf_interview_session_new:
 * @store: where interviews are kept
 *
 * Makes a desk without a call.
 *
 * Returns: (transfer full): the session
 */
HfInterviewSession *
hf_interview_session_new (HfStore *store)
{
  HfInterviewSession *self = g_object_new (HF_TYPE_INTERVIEW_SESSION, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * hf_interview_session_get_store:
 * @self: a call
 *
 * Tells where it is stored.
 *
 * Returns: (transfer none) (nullable): the store, %NULL for a rehearsal
 */
HfStore *
hf_interview_session_get_store (HfInterviewSession *self)
{
  return self->store;
}

/**
 * hf_interview_session_get_file:
 * @self: a session
 *
 * Gives what is known of the customer and the call.
 *
 * Returns: (transfer none) (nullable): the file
 */
const HfInterviewFile *
hf_interview_session_get_file (HfInterviewSession *self)
{
  return self->file;
}

/**
 * hf_interview_session_get_question:
 * @self: a session
 *
 * Tells where the call stands.
 *
 * Returns: (transfer none) (nullable): the question that shows
 */
HfQuestion *
hf_interview_session_get_question (HfInterviewSession *self)
{
  return self->question;
}

/**
 * hf_interview_session_get_value:
 * @self: a session
 *
 * Gives the confirmed answer to the question that shows.
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
hf_interview_session_get_value (HfInterviewSession *self)
{
  return g_hash_table_lookup (self->file->answers, self->question->id);
}

/**
 * hf_interview_session_get_draft:
 * @self: a session
 *
 * Gives what was being typed to the question that shows.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
hf_interview_session_get_draft (HfInterviewSession *self)
{
  return g_hash_table_lookup (self->file->drafts, self->question->id);
}

/**
 * hf_interview_session_get_language:
 * @self: a session
 *
 * Tells in which language the guide is read.
 *
 * Returns: a language's code
 */
const char *
hf_interview_session_get_language (HfInterviewSession *self)
{
  return self->file->interview->language;
}

/**
 * hf_interview_session_get_competitors:
 * @self: a session
 *
 * Gives the names that customers have named.
 *
 * Returns: (transfer none) (element-type utf8): the names; they come in after the call began
 */
GPtrArray *
hf_interview_session_get_competitors (HfInterviewSession *self)
{
  return self->competitors;
}

/**
 * hf_interview_session_is_waiting:
 * @self: a session
 *
 * Tells whether something of the call waits for a server that is away.
 *
 * Returns: whether it does
 */
gboolean
hf_interview_session_is_waiting (HfInterviewSession *self)
{
  return self->active && !hf_store_is_online (self->store);
}

/**
 * hf_interview_session_is_busy:
 * @self: a session
 *
 * Tells whether an answer is being stored.
 *
 * Returns: whether it is
 */
gboolean
hf_interview_session_is_busy (HfInterviewSession *self)
{
  return self->busy;
}

/**
 * hf_interview_session_get_saved_at:
 * @self: a session
 *
 * Tells when something was last stored.
 *
 * Returns: microseconds since 1970, UTC; 0 where nothing was
 */
gint64
hf_interview_session_get_saved_at (HfInterviewSession *self)
{
  return self->saved_at;
}

/**
 * hf_interview_session_get_call_again_at:
 * @self: a session that is finished
 *
 * Tells when the customer is called again.
 *
 * Returns: a moment, 0 for never
 */
gint64
hf_interview_session_get_call_again_at (HfInterviewSession *self)
{
  return self->call_again_at;
}

/**
 * hf_interview_session_get_seconds:
 * @self: a session
 *
 * Tells how long the call has lasted, whatever the machine's clock did meanwhile.
 *
 * Returns: seconds
 */
gint64
hf_interview_session_get_seconds (HfInterviewSession *self)
{
  return self->seconds_before + (g_get_monotonic_time () - self->clock) / G_USEC_PER_SEC;
}

/**
 * hf_interview_session_get_recovered:
 * @self: a session
 * @draft: (out): whether words were being typed, too
 *
 * Tells what was there already when the call was taken up.
 *
 * Returns: how many answers
 */
guint
hf_interview_session_get_recovered (HfInterviewSession *self, gboolean *draft)
{
  *draft = self->recovered_draft;
  return self->recovered;
}
