#include "config.h"

#include "hf-demo-interview.h"

#include <string.h>

#include "hf-demo-answers.h"
#include "hf-interview-flow.h"
#include "hf-promise.h"
#include "hf-store-consents.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"

/* One interview while it is held. */
typedef struct
{
  HfDemoRespondent respondent;
  const HfDemoInterview *plan;
  HfInterview *interview;
  GHashTable *answers; /* (element-type utf8 utf8) */
  gint64 verbatim_id;  /* of the story */
  gint64 at;
} Talk;

static HfStoreSession *
session_of (const Talk *talk)
{
  return talk->respondent.demo->session;
}

static guint
agent_of (const Talk *talk)
{
  guint branch = talk->respondent.person->branch + (talk->plan->by_another ? 1 : 0);
  return hf_demo_care_agent (branch % HF_DEMO_N_BRANCHES);
}

static gboolean
keep_verbatim (Talk *talk, const HfQuestion *question, const char *value, GError **error)
{
  g_autoptr (HfVerbatim) verbatim = hf_verbatim_new ();
  verbatim->customer_id = talk->interview->customer_id;
  verbatim->interview_id = talk->interview->id;
  verbatim->question = g_strdup (question->id);
  verbatim->words = g_strdup (value);
  if (!hf_store_verbatims_save (session_of (talk), verbatim, error))
    return FALSE;
  if (talk->verbatim_id == 0)
    talk->verbatim_id = verbatim->id;
  return TRUE;
}

static gboolean
code_reasons (Talk *talk, GError **error)
{
  const HfDemoStory *story = talk->plan->story;
  for (guint i = 0; story != NULL && i < story->quotes->len; i++)
    {
      const HfDemoQuote *quote = story->quotes->pdata[i];
      g_autoptr (HfCodedReason) reason = hf_coded_reason_new ();
      reason->customer_id = talk->interview->customer_id;
      reason->interview_id = talk->interview->id;
      reason->verbatim_id = talk->verbatim_id;
      reason->code = g_strdup (quote->code);
      reason->rank = i == 0 ? HF_REASON_PRIMARY : HF_REASON_CONTRIBUTING;
      reason->basis = quote->basis;
      reason->quote = g_strdup (quote->quote);
      reason->quote_start = quote->quote_start;
      if (!hf_store_reasons_save (session_of (talk), reason, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_promise (Talk *talk, const char *what, GError **error)
{
  HfDemo *demo = talk->respondent.demo;
  g_autoptr (HfPromise) promise = hf_promise_new ();
  int days = hf_demo_random_between (&demo->random, 1, 5);
  promise->customer_id = talk->interview->customer_id;
  promise->interview_id = talk->interview->id;
  promise->what = g_strdup (what);
  promise->term = HF_PROMISE_DATED;
  promise->due_at = talk->at + days * G_TIME_SPAN_DAY;
  gint64 done_at = talk->at + hf_demo_random_between (&demo->random, 1, 6) * G_TIME_SPAN_DAY;
  return hf_store_promises_save (session_of (talk), promise, error)
         && hf_demo_keep_promise (demo, promise, agent_of (talk),
                                  talk->respondent.person->english, done_at, FALSE, error);
}

static gboolean
log_consent (Talk *talk, const char *value, GError **error)
{
  gint64 customer_id = talk->interview->customer_id, interview_id = talk->interview->id;
  return hf_store_consents_add (session_of (talk), customer_id, "interview",
                                strcmp (value, "no") != 0, interview_id, NULL, error)
         && hf_store_consents_add (session_of (talk), customer_id, "recording",
                                   strcmp (value, "yes") == 0, interview_id, NULL, error);
}

/* Who allows it waits for an offer. */
static gboolean
log_offer_consent (Talk *talk, gboolean allowed, GError **error)
{
  gint64 id = 0, customer_id = talk->interview->customer_id;
  return hf_store_consents_add (session_of (talk), customer_id, "win-back", allowed,
                                talk->interview->id, NULL, error)
         && (!allowed
             || hf_store_queue_add (session_of (talk), customer_id, HF_INTERVIEW_WIN_BACK,
                                    talk->at + G_TIME_SPAN_DAY, NULL, &id, error));
}

/* What is kept beside an answer. */
static gboolean
follow_up (Talk *talk, const HfQuestion *question, const char *value, GError **error)
{
  if (strcmp (question->id, "consent") == 0)
    return log_consent (talk, value, error);
  if (strcmp (question->id, "win-back-call") == 0)
    return log_offer_consent (talk, strcmp (value, "yes") == 0, error);
  if (*value == '\0')
    return TRUE;
  if (question->kind == HF_QUESTION_VERBATIM)
    return keep_verbatim (talk, question, value, error);
  if (question->kind == HF_QUESTION_REASONS)
    return code_reasons (talk, error);
  if (question->kind == HF_QUESTION_PROMISE)
    return make_promise (talk, value, error);
  return TRUE;
}

static gboolean
ask (Talk *talk, HfQuestion *question, GError **error)
{
  HfDemo *demo = talk->respondent.demo;
  g_autofree char *value = hf_demo_answer (&talk->respondent, question, error);
  if (value == NULL)
    return FALSE;
  talk->at = MIN (talk->at + hf_demo_random_between (&demo->random, 6, 28) * G_TIME_SPAN_SECOND,
                  demo->now);
  hf_demo_work (demo, talk->at, agent_of (talk));
  g_autoptr (HfAnswer) answer = hf_answer_new ();
  answer->interview_id = talk->interview->id;
  answer->question = g_strdup (question->id);
  answer->value = g_strdup (value);
  if (!hf_store_answers_save (session_of (talk), answer, error)
      || !follow_up (talk, question, value, error))
    return FALSE;
  g_hash_table_insert (talk->answers, question->id, g_steal_pointer (&value));
  return TRUE;
}

static gboolean
ask_all (Talk *talk, HfGuide *guide, GError **error)
{
  HfQuestion *question;
  while ((question = hf_interview_flow_first_open (guide, talk->answers)) != NULL
         && (talk->plan->questions == 0
             || g_hash_table_size (talk->answers) < talk->plan->questions))
    if (!ask (talk, question, error))
      return FALSE;
  if (question != NULL)
    talk->interview->position = g_strdup (question->id);
  talk->interview->seconds = (talk->at - talk->interview->started_at) / G_TIME_SPAN_SECOND;
  return TRUE;
}

static const char *
note_of (const Talk *talk)
{
  HfDemo *demo = talk->respondent.demo;
  const char *kind = talk->plan->refuses ? "refused" : talk->plan->outcome;
  return hf_demo_text_draw_phrase (demo->text, &demo->random, talk->respondent.person->english,
                                   kind);
}

/**
 * hf_demo_load_guide:
 * @self: the demo company
 * @kind: what a call is about
 * @error: (nullable): %HF_STORE_ERROR, %HF_MARKUP_ERROR
 *
 * Reads the guide that such calls are led with.
 *
 * Returns: (transfer full) (nullable): the guide
 */
HfGuide *
hf_demo_load_guide (HfDemo *self, HfInterviewKind kind, GError **error)
{
  g_autoptr (HfStoredGuide) stored = hf_store_guides_get_latest (self->session, kind, error);
  if (stored == NULL)
    return NULL;
  g_autoptr (GBytes) xml = g_bytes_new (stored->xml, strlen (stored->xml));
  return hf_guide_parse (xml, error);
}

/**
 * hf_demo_hold_interview:
 * @self: the demo company
 * @person: who is called
 * @guide: what is asked
 * @plan: how it goes
 * @error: (nullable): %HF_STORE_ERROR, %HF_QUESTION_ERROR
 *
 * Holds an interview as a desk does: it begins, is asked through one question after the other,
 * its words are coded, and it ends or stays in progress.
 *
 * Returns: whether it is stored
 */
gboolean
hf_demo_hold_interview (HfDemo *self, HfDemoPerson *person, HfGuide *guide,
                        const HfDemoInterview *plan, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                          g_free);
  Talk talk = { .respondent = { self, person, plan->story, plan->given, plan->refuses },
                .plan = plan,
                .answers = answers,
                .at = plan->started_at };
  hf_demo_work (self, plan->started_at, agent_of (&talk));
  g_autoptr (HfInterview) interview = hf_store_interviews_start (
      self->session, person->record->id, plan->kind, person->record->language, error);
  talk.interview = interview;
  if (interview == NULL || !ask_all (&talk, guide, error))
    return FALSE;
  if (plan->outcome == NULL)
    return hf_store_interviews_save (self->session, interview, error);
  return hf_store_interviews_finish (self->session, interview, plan->outcome, plan->state, 0,
                                     note_of (&talk), error);
}
