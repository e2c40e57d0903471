#include "config.h"

#include "hf-interview-flow.h"
#include "hf-interview-session-private.h"
#include "hf-locale.h"
#include "hf-store-interviews.h"
#include "hf-text.h"
#include "hf-time.h"

#define MAX_COMPETITORS 200

static gpointer
load_competitors (HfStoreSession *session, gpointer question, GError **error)
{
  return hf_store_answers_list_values (session, question, MAX_COMPETITORS, error);
}

static void
on_competitors (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewSession) self = data;
  g_autoptr (GPtrArray) names = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (names != NULL)
    g_ptr_array_extend_and_steal (self->competitors, g_steal_pointer (&names));
}

/* Beside the first question: nobody waits for it. */
static void
read_competitors (HfInterviewSession *self)
{
  for (guint i = 0; i < self->file->guide->questions->len; i++)
    {
      const HfQuestion *question = self->file->guide->questions->pdata[i];
      if (question->kind == HF_QUESTION_COMPETITOR)
        hf_store_run_async (self->store, HF_STORE_READ, load_competitors,
                            g_strdup (question->id), g_free, (GDestroyNotify) g_ptr_array_unref,
                            NULL, on_competitors, g_object_ref (self));
    }
}

static HfQuestion *
find_start (const HfInterviewFile *file)
{
  HfQuestion *start = hf_guide_find (file->guide, file->interview->position);
  if (start != NULL && hf_interview_flow_is_visible (file->guide, file->answers, start))
    return start;
  start = hf_interview_flow_first_open (file->guide, file->answers);
  return start != NULL ? start : hf_interview_flow_previous (file->guide, file->answers, NULL);
}

/* A guide that is read in a language which it does not have is read in its own. */
static void
settle_language (HfInterviewFile *file)
{
  g_auto (GStrv) languages = hf_guide_list_languages (file->guide);
  if (file->interview->language == NULL
      || !g_strv_contains ((const char *const *) languages, file->interview->language))
    hf_text_set (&file->interview->language, languages[0]);
}

static void
take_file (HfInterviewSession *self, HfInterviewFile *file)
{
  self->file = file;
  self->clock = g_get_monotonic_time ();
  if (file->interview == NULL)
    return;
  settle_language (file);
  file->interview->called_at = hf_time_now ();
  self->seconds_before = file->interview->seconds;
  self->question = find_start (file);
  self->recovered = g_hash_table_size (file->answers);
  self->recovered_draft = hf_interview_session_get_draft (self) != NULL;
  hf_text_set (&file->interview->position, self->question->id);
  read_competitors (self);
}

static void
on_opened (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewSession) self = data;
  g_autoptr (GError) error = NULL;
  HfInterviewFile *file = hf_store_run_finish (HF_STORE (store), result, &error);
  if (file == NULL)
    {
      g_message ("cannot open the interview: %s", error->message);
      g_signal_emit_by_name (self, "open-failed", error);
      return;
    }
  take_file (self, file);
  g_signal_emit_by_name (self, "opened");
}

/**
 * hf_interview_session_open:
 * @self: a session that was not opened before
 * @customer_id: whom to call
 *
 * Begins the interview with a customer, or takes up the one in progress; ends in "opened" or
 * "open-failed".
 */
void
hf_interview_session_open (HfInterviewSession *self, gint64 customer_id)
{
  HfInterviewCall *call = g_new0 (HfInterviewCall, 1);
  call->customer_id = customer_id;
  call->language = g_strdup (hf_locale_get_current ());
  hf_store_run_async (self->store, HF_STORE_WRITE, hf_interview_file_open, call,
                      (GDestroyNotify) hf_interview_call_free,
                      (GDestroyNotify) hf_interview_file_free, NULL, on_opened,
                      g_object_ref (self));
}
