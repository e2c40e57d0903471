#include "config.h"

#include "hf-guide-fields.h"
#include "hf-interview-flow.h"
#include "hf-interview-session-private.h"
#include "hf-speech.h"

/**
 * hf_interview_session_get_competitor:
 * @self: a session
 *
 * Gives the competitor whom this customer named in this call.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
hf_interview_session_get_competitor (HfInterviewSession *self)
{
  const char *name = NULL;
  for (guint i = 0; i < self->file->guide->questions->len; i++)
    {
      const HfQuestion *question = self->file->guide->questions->pdata[i];
      if (question->kind == HF_QUESTION_COMPETITOR)
        name = g_hash_table_lookup (self->file->answers, question->id);
    }
  return name != NULL && *name != '\0' ? name : NULL;
}

static GHashTable *
new_fields (HfInterviewSession *self)
{
  const char *language = hf_interview_session_get_language (self);
  GHashTable *fields = hf_guide_fields_new (self->file->customer, self->file->firm,
                                            self->file->caller, language);
  gint64 complained_at = hf_interview_file_get_complained_at (self->file);
  if (complained_at != 0)
    hf_guide_fields_add_complaint (fields, complained_at, language);
  return fields;
}

/**
 * hf_interview_session_dup_speech:
 * @self: a session
 * @question: a question of the guide
 *
 * Gives what to say, with the customer's data in it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_interview_session_dup_speech (HfInterviewSession *self, const HfQuestion *question)
{
  g_autoptr (GHashTable) fields = new_fields (self);
  return hf_interview_flow_dup_text (self->file->guide, self->file->answers, question,
                                     hf_interview_session_get_language (self), fields);
}

/**
 * hf_interview_session_dup_objection:
 * @self: a session
 * @objection: an objection of the guide
 *
 * Gives what to answer to it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_interview_session_dup_objection (HfInterviewSession *self, const HfObjection *objection)
{
  g_autoptr (GHashTable) fields = new_fields (self);
  return hf_speech_dup_text (objection->texts, hf_interview_session_get_language (self),
                             fields);
}
