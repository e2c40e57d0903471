#include "config.h"

#include "hf-interview-flow.h"
#include "hf-interview-session-private.h"
#include "hf-store-interviews.h"
#include "hf-text.h"

/* What is being typed is on disk at most a second later. */
#define DRAFT_MILLISECONDS 700

typedef struct
{
  gint64 interview_id;
  char *question;
  char *value;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;
  g_free (draft->question);
  g_free (draft->value);
  g_free (draft);
}

static gpointer
save_draft (HfStoreSession *session, gpointer input, GError **error)
{
  const Draft *draft = input;
  hf_store_session_allow_repeat (session);
  return hf_store_drafts_save (session, draft->interview_id, draft->question, draft->value,
                               error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_draft_saved (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfInterviewSession) self = data;
  g_autoptr (GError) error = NULL;
  hf_store_run_finish (HF_STORE (store), result, &error);
  hf_interview_session_tell_saved (self, error);
}

static gboolean
on_draft_due (gpointer data)
{
  HfInterviewSession *self = data;
  self->draft_source = 0;
  hf_interview_session_flush (self);
  return G_SOURCE_REMOVE;
}

static GStrv
list_ids (GPtrArray *questions)
{
  g_autoptr (GPtrArray) owned = questions;
  GStrv ids = g_new0 (char *, owned->len + 1);
  for (guint i = 0; i < owned->len; i++)
    ids[i] = g_strdup (((HfQuestion *) owned->pdata[i])->id);
  return ids;
}

static HfVerbatim *
new_verbatim (HfInterviewSession *self, const char *question, const char *words)
{
  HfVerbatim *verbatim = hf_verbatim_new ();
  verbatim->customer_id = self->file->customer->id;
  verbatim->interview_id = self->file->interview->id;
  verbatim->question = g_strdup (question);
  verbatim->words = g_strdup (words);
  return verbatim;
}

/* Where the call stands once this answer is stored. */
static void
set_next_position (HfInterviewSession *self, HfInterviewWork *work)
{
  const char *id = self->question->id;
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer question, value;
  g_hash_table_iter_init (&iter, self->file->answers);
  while (g_hash_table_iter_next (&iter, &question, &value))
    g_hash_table_insert (answers, question, value);
  g_hash_table_insert (answers, (gpointer) id, work->answer->value);
  HfQuestion *next = hf_interview_flow_next (self->file->guide, answers, self->question);
  if (next != NULL)
    hf_text_set (&work->interview->position, next->id);
}

/**
 * hf_interview_session_answer:
 * @self: a session that is not busy
 * @value: the answer to the question that shows, as hf_question_normalise() gives it
 *
 * Stores the answer; only then does the next question show ("moved"), or "ended" is emitted
 * after the last. "save-failed" leaves everything as it is.
 */
void
hf_interview_session_answer (HfInterviewSession *self, const char *value)
{
  const HfInterviewFile *file = self->file;
  g_return_if_fail (!self->busy);
  hf_interview_session_drop_typed (self);
  HfInterviewWork *work = hf_interview_work_new (file->interview);
  work->answer = hf_answer_new ();
  work->answer->interview_id = file->interview->id;
  work->answer->question = g_strdup (self->question->id);
  work->answer->value = g_strdup (value);
  work->hidden = list_ids (
      hf_interview_flow_list_hidden (file->guide, file->answers, self->question, value));
  work->restored = list_ids (
      hf_interview_flow_list_restored (file->guide, file->answers, self->question, value));
  if (self->question->kind == HF_QUESTION_VERBATIM && !hf_text_is_blank (value))
    work->verbatim = new_verbatim (self, self->question->id, value);
  set_next_position (self, work);
  hf_interview_session_set_busy (self, TRUE);
  hf_interview_session_push (self, work);
}

/**
 * hf_interview_session_back:
 * @self: a session that is not busy
 *
 * Goes to the question before; what was being typed is kept.
 *
 * Returns: whether there is one
 */
gboolean
hf_interview_session_back (HfInterviewSession *self)
{
  HfQuestion *previous = hf_interview_flow_previous (self->file->guide, self->file->answers,
                                                     self->question);
  if (previous == NULL || self->busy)
    return FALSE;
  hf_interview_session_flush (self);
  hf_interview_session_move_to (self, previous);
  hf_interview_session_push (self, hf_interview_work_new (self->file->interview));
  return TRUE;
}

/**
 * hf_interview_session_type:
 * @self: a session
 * @typed: the answer as it stands, not confirmed
 *
 * Keeps what is being typed, within a second.
 */
void
hf_interview_session_type (HfInterviewSession *self, const char *typed)
{
  if (self->busy)
    return;
  g_free (self->typed);
  self->typed = g_strdup (typed);
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_MILLISECONDS, on_draft_due, self);
}

/**
 * hf_interview_session_flush:
 * @self: a session
 *
 * Stores what is being typed now.
 */
void
hf_interview_session_flush (HfInterviewSession *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->typed == NULL)
    return;
  Draft *draft = g_new0 (Draft, 1);
  draft->interview_id = self->file->interview->id;
  draft->question = g_strdup (self->question->id);
  draft->value = g_steal_pointer (&self->typed);
  g_hash_table_replace (self->file->drafts, g_strdup (draft->question),
                        g_strdup (draft->value));
  if (self->store == NULL)
    {
      draft_free (draft);
      return;
    }
  hf_store_run_async (self->store, HF_STORE_WRITE_DRAFT, save_draft, draft, draft_free, NULL,
                      NULL, on_draft_saved, g_object_ref (self));
}

/**
 * hf_interview_session_set_language:
 * @self: a session
 * @language: one of the guide's
 *
 * Reads the guide in another language from now on.
 */
void
hf_interview_session_set_language (HfInterviewSession *self, const char *language)
{
  if (hf_text_set (&self->file->interview->language, language))
    hf_interview_session_push (self, hf_interview_work_new (self->file->interview));
}

/**
 * hf_interview_session_set_note:
 * @self: a session
 * @note: staff's own words
 *
 * Stores the note on the call.
 */
void
hf_interview_session_set_note (HfInterviewSession *self, const char *note)
{
  if (hf_text_set (&self->file->interview->note, note))
    hf_interview_session_push (self, hf_interview_work_new (self->file->interview));
}

/**
 * hf_interview_session_code:
 * @self: a session
 * @reason: (transfer full): a new reason; the first is always the primary one
 * @question: (nullable): the question whose words it rests on
 * @words: (nullable): those words, where they are not stored yet
 *
 * Stores a reason with its evidence; "coded" is emitted.
 */
void
hf_interview_session_code (HfInterviewSession *self, HfCodedReason *reason,
                           const char *question, const char *words)
{
  HfInterviewWork *work = hf_interview_work_new (self->file->interview);
  reason->customer_id = self->file->customer->id;
  reason->interview_id = self->file->interview->id;
  if (self->file->reasons->len == 0)
    reason->rank = HF_REASON_PRIMARY;
  work->reason = reason;
  if (words != NULL)
    work->verbatim = new_verbatim (self, question, words);
  hf_interview_session_push (self, work);
}

/**
 * hf_interview_session_remove_reason:
 * @self: a session
 * @id: a coded reason's key
 *
 * Takes a reason away; where it was the primary one, the next takes its place.
 */
void
hf_interview_session_remove_reason (HfInterviewSession *self, gint64 id)
{
  HfInterviewWork *work = hf_interview_work_new (self->file->interview);
  work->removed_reason = id;
  hf_interview_session_push (self, work);
}

/**
 * hf_interview_session_finish:
 * @self: a session that is not busy
 * @end: (transfer full): how the call ended
 *
 * Ends the interview; "finished" is emitted.
 */
void
hf_interview_session_finish (HfInterviewSession *self, HfInterviewEnd *end)
{
  g_return_if_fail (!self->busy);
  hf_interview_session_drop_typed (self);
  HfInterviewWork *work = hf_interview_work_new (self->file->interview);
  work->end = end;
  if (end->promise != NULL)
    {
      end->promise->customer_id = self->file->customer->id;
      end->promise->interview_id = self->file->interview->id;
    }
  hf_interview_session_set_busy (self, TRUE);
  hf_interview_session_push (self, work);
}
