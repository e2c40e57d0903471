#include "config.h"

#include "hf-interview-file.h"

#include <string.h>

#include "hf-amount.h"
#include "hf-coded-reason.h"
#include "hf-promise.h"
#include "hf-store-attempts.h"
#include "hf-store-codebook.h"
#include "hf-store-consents.h"
#include "hf-store-customers.h"
#include "hf-store-follow-ups.h"
#include "hf-store-interviews.h"
#include "hf-store-promises.h"
#include "hf-store-purchases.h"
#include "hf-store-queue.h"
#include "hf-store-reasons.h"
#include "hf-store-reviews.h"
#include "hf-store-settings.h"
#include "hf-store-staff.h"
#include "hf-store-timeline.h"

/* So much of what happened is looked through for what a caller should know. */
#define MAX_EVENTS 500

/* Who dealt with a complaint does not follow it up, and no offer is made against a will. */
static gboolean
find_refusal (HfStoreSession *session, gint64 customer_id, HfInterviewKind kind, gint64 task_id,
              HfCallRefusal *refusal, GError **error)
{
  gboolean for_others = FALSE, allowed = TRUE;
  if (kind == HF_INTERVIEW_FOLLOW_UP
      && !hf_store_follow_ups_are_for_others (session, task_id, &for_others, error))
    return FALSE;
  if (kind == HF_INTERVIEW_WIN_BACK
      && !hf_store_consents_allow (session, customer_id, HF_CONSENT_WIN_BACK, &allowed, error))
    return FALSE;
  *refusal = for_others ? HF_CALL_FOR_OTHERS : allowed ? HF_CALL_ALLOWED : HF_CALL_NO_OFFER;
  return TRUE;
}

/* What the queue waits with and may be called about now; where it does not wait, what the
 * customer's state calls for. */
static gboolean
choose_kind (HfInterviewFile *self, HfStoreSession *session, HfInterviewKind *kind,
             GError **error)
{
  const HfCustomer *customer = self->customer;
  for (int i = 0; hf_interview_kinds[i].name != NULL; i++)
    {
      gint64 task = 0;
      HfCallRefusal refusal = HF_CALL_ALLOWED;
      *kind = (HfInterviewKind) i;
      if (!hf_store_queue_find (session, customer->id, *kind, &task, error)
          || (task != 0 && !find_refusal (session, customer->id, *kind, task, &refusal, error)))
        return FALSE;
      if (task == 0)
        continue;
      /* Of several that are blocked the first is told. */
      if (refusal == HF_CALL_ALLOWED || self->refusal == HF_CALL_ALLOWED)
        self->refusal = refusal;
      if (refusal == HF_CALL_ALLOWED)
        return TRUE;
    }
  *kind = customer->status == HF_CUSTOMER_LOST || customer->status == HF_CUSTOMER_AT_RISK
              ? HF_INTERVIEW_LOST
              : HF_INTERVIEW_THANK_YOU;
  return TRUE;
}

/* The one in progress goes on, whatever else waits. */
static gboolean
choose_call (HfInterviewFile *self, HfStoreSession *session, HfInterviewKind *kind,
             GError **error)
{
  g_autoptr (HfInterview) open = hf_store_interviews_find_open (session, self->customer->id,
                                                                NULL);
  if (open == NULL)
    return choose_kind (self, session, kind, error);
  *kind = open->kind;
  return find_refusal (session, self->customer->id, open->kind, open->task_id, &self->refusal,
                       error);
}

/* An interview that waited for an appointment is in progress again. */
static gboolean
take_up (HfStoreSession *session, HfInterview *interview, GError **error)
{
  if (interview->outcome == NULL)
    return TRUE;
  g_clear_pointer (&interview->outcome, g_free);
  interview->ended_at = 0;
  return hf_store_interviews_save (session, interview, error);
}

static gboolean
claim_customer (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  gboolean taken = FALSE;
  if (!hf_store_claims_take (session, self->customer->id, &taken, error))
    return FALSE;
  if (!taken)
    self->other = hf_store_claims_find_other (session, self->customer->id, error);
  return taken || self->other != NULL;
}

static gboolean
start_interview (HfInterviewFile *self, HfStoreSession *session, const HfInterviewCall *call,
                 GError **error)
{
  HfInterviewKind kind;
  if (self->customer->do_not_call)
    self->refusal = HF_CALL_NOT_WANTED;
  else if (self->other != NULL)
    self->refusal = HF_CALL_ELSEWHERE;
  else if (!choose_call (self, session, &kind, error))
    return FALSE;
  if (self->refusal != HF_CALL_ALLOWED)
    return TRUE;
  const char *language = self->customer->language != NULL ? self->customer->language
                                                          : call->language;
  self->interview = hf_store_interviews_start (session, self->customer->id, kind, language,
                                               error);
  return self->interview != NULL && take_up (session, self->interview, error);
}

static gboolean
read_guide (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  g_autoptr (HfStoredGuide) stored = hf_store_guides_get (session, self->interview->guide_id,
                                                          error);
  if (stored == NULL)
    return FALSE;
  g_autoptr (GBytes) xml = g_bytes_new_static (stored->xml, strlen (stored->xml));
  self->guide = hf_guide_parse (xml, error);
  if (self->guide == NULL)
    return FALSE;
  self->guide->version = (guint) stored->version;
  return TRUE;
}

static gboolean
read_answers (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) answers = hf_store_answers_list (session, self->interview->id, error);
  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    {
      const HfAnswer *answer = answers->pdata[i];
      if (answer->state != HF_ANSWER_REPLACED)
        g_hash_table_replace (self->answers, g_strdup (answer->question),
                              g_strdup (answer->value));
    }
  return TRUE;
}

static gboolean
read_drafts (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) drafts = hf_store_drafts_list (session, self->interview->id, error);
  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const HfAnswer *draft = drafts->pdata[i];
      g_hash_table_replace (self->drafts, g_strdup (draft->question), g_strdup (draft->value));
    }
  return TRUE;
}

/**
 * hf_interview_file_list_reasons:
 * @session: a session
 * @interview: an interview
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the reasons that were coded in an interview.
 *
 * Returns: (transfer full) (nullable) (element-type HfCodedReason): the primary one first
 */
GPtrArray *
hf_interview_file_list_reasons (HfStoreSession *session, const HfInterview *interview,
                                GError **error)
{
  GPtrArray *reasons = hf_store_reasons_list (session, interview->customer_id, error);
  for (guint i = reasons != NULL ? reasons->len : 0; i > 0; i--)
    if (((HfCodedReason *) reasons->pdata[i - 1])->interview_id != interview->id)
      g_ptr_array_remove_index (reasons, i - 1);
  return reasons;
}

static gboolean
read_said (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  const HfInterview *interview = self->interview;
  self->codebook = hf_store_codebook_load (session, error);
  if (self->codebook == NULL)
    return FALSE;
  self->known = hf_store_answers_list_known (session, interview->customer_id, interview->id,
                                             error);
  if (self->known == NULL)
    return FALSE;
  self->verbatims = hf_store_verbatims_list (session, interview->id, error);
  if (self->verbatims == NULL)
    return FALSE;
  self->reasons = hf_interview_file_list_reasons (session, interview, error);
  return self->reasons != NULL;
}

static gboolean
is_open_promise (const HfPromise *promise)
{
  return promise->state == HF_PROMISE_OPEN;
}

/* By the last month in which anything was bought, as the figures do. */
static gboolean
read_grade (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) purchases = hf_store_purchases_list (session, self->customer->id,
                                                             error);
  if (purchases == NULL)
    return FALSE;
  self->grade = HF_LOYALTY_UNKNOWN;
  if (purchases->len > 0)
    {
      const HfPurchase *last = purchases->pdata[purchases->len - 1];
      gint64 need = last->need != HF_AMOUNT_UNKNOWN ? last->need : self->customer->need;
      self->grade = hf_diagnosis_loyalty (last->amount, need).grade;
    }
  return TRUE;
}

static gboolean
read_history (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  gint64 id = self->customer->id;
  self->attempts = hf_store_attempts_list (session, id, error);
  if (self->attempts == NULL)
    return FALSE;
  self->promises = hf_store_promises_list_of_customer (session, id, error);
  if (self->promises == NULL)
    return FALSE;
  for (guint i = self->promises->len; i > 0; i--)
    if (!is_open_promise (self->promises->pdata[i - 1]))
      g_ptr_array_remove_index (self->promises, i - 1);
  self->timeline = hf_store_timeline_list (session, id, HF_TIMELINE_ALL, NULL, MAX_EVENTS,
                                           error);
  return self->timeline != NULL && read_grade (self, session, error);
}

static gboolean
read_who_calls (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  gint64 staff_id = hf_store_session_get_staff_id (session);
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  if (staff == NULL)
    return FALSE;
  for (guint i = 0; i < staff->len; i++)
    {
      const HfStaff *member = staff->pdata[i];
      if (member->id == staff_id)
        self->caller = g_strdup (member->name);
    }
  self->firm = hf_store_settings_get (session, HF_SETTING_COMPANY, NULL);
  return TRUE;
}

/* What the supervisor wants done stands out until the interview is handed in again. */
static gboolean
read_comments (HfInterviewFile *self, HfStoreSession *session, GError **error)
{
  gint64 id = self->interview->id;
  g_autoptr (HfReview) review = NULL;
  if (self->interview->state != HF_INTERVIEW_OPEN)
    return TRUE;
  review = hf_store_reviews_get (session, id, NULL);
  if (review == NULL || review->state != HF_REVIEW_RETURNED)
    return TRUE;
  self->comments = hf_store_reviews_list_comments (session, id, error);
  return self->comments != NULL;
}

static HfInterviewFile *
file_new (void)
{
  HfInterviewFile *self = g_new0 (HfInterviewFile, 1);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * hf_interview_file_read:
 * @session: a session
 * @interview_id: an interview's key
 * @error: (nullable): NOT_FOUND, or %HF_MARKUP_ERROR where the guide is damaged ...
 *
 * Reads what was said in an interview, and leaves it as it is.
 *
 * Returns: (transfer full) (nullable): an #HfInterviewFile without the customer's history
 */
gpointer
hf_interview_file_read (HfStoreSession *session, gint64 interview_id, GError **error)
{
  g_autoptr (HfInterviewFile) self = file_new ();
  self->interview = hf_store_interviews_get (session, interview_id, error);
  if (self->interview == NULL)
    return NULL;
  self->customer = hf_store_customers_get (session, self->interview->customer_id, error);
  if (self->customer == NULL || !read_guide (self, session, error)
      || !read_answers (self, session, error) || !read_said (self, session, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_interview_file_open:
 * @session: a session that writes
 * @call: an #HfInterviewCall
 * @error: (nullable): NOT_FOUND, or %HF_MARKUP_ERROR where the guide is damaged ...
 *
 * Begins an interview or takes up the one in progress, and reads what is known.
 *
 * Returns: (transfer full) (nullable): an #HfInterviewFile
 */
gpointer
hf_interview_file_open (HfStoreSession *session, gpointer call, GError **error)
{
  g_autoptr (HfInterviewFile) self = file_new ();
  self->customer = hf_store_customers_get (session, ((HfInterviewCall *) call)->customer_id,
                                           error);
  if (self->customer == NULL || !claim_customer (self, session, error)
      || !start_interview (self, session, call, error) || !read_history (self, session, error))
    return NULL;
  if (self->interview == NULL)
    return g_steal_pointer (&self);
  if (!read_guide (self, session, error) || !read_answers (self, session, error)
      || !read_drafts (self, session, error) || !read_said (self, session, error)
      || !read_who_calls (self, session, error) || !read_comments (self, session, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hf_interview_file_find_known:
 * @self: a file
 * @question: a question of the guide
 *
 * Finds what the customer answered to a question otherwise than in this call.
 *
 * Returns: (transfer none) (nullable): the newest answer that fits the question
 */
const HfAnswer *
hf_interview_file_find_known (const HfInterviewFile *self, const HfQuestion *question)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const HfAnswer *answer = self->known->pdata[i];
      if (strcmp (answer->question, question->id) == 0 && *answer->value != '\0'
          && hf_question_check ((HfQuestion *) question, answer->value, NULL))
        return answer;
    }
  return NULL;
}

/**
 * hf_interview_file_get_complained_at:
 * @self: a file
 *
 * Tells when the customer last complained.
 *
 * Returns: a moment, 0 for never
 */
gint64
hf_interview_file_get_complained_at (const HfInterviewFile *self)
{
  for (guint i = 0; i < self->timeline->len; i++)
    {
      const HfTimelineEntry *entry = self->timeline->pdata[i];
      if (entry->kind == HF_TIMELINE_COMPLAINT)
        return entry->at;
    }
  return 0;
}

/**
 * hf_interview_file_free:
 * @self: (transfer full): a file
 *
 * Lets it go with all its records.
 */
void
hf_interview_file_free (HfInterviewFile *self)
{
  g_clear_object (&self->customer);
  g_clear_object (&self->interview);
  g_clear_pointer (&self->other, hf_claim_free);
  g_clear_object (&self->guide);
  g_clear_object (&self->codebook);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->verbatims, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->attempts, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_free (self->firm);
  g_free (self->caller);
  g_free (self);
}

/**
 * hf_interview_call_free:
 * @self: (transfer full): a call
 *
 * Lets it go.
 */
void
hf_interview_call_free (HfInterviewCall *self)
{
  g_free (self->language);
  g_free (self);
}
