#pragma once

#include "hf-answer.h"
#include "hf-codebook.h"
#include "hf-customer.h"
#include "hf-diagnosis-loyalty.h"
#include "hf-guide.h"
#include "hf-interview.h"
#include "hf-store-claims.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Why no call begins. */
typedef enum
{
  HF_CALL_ALLOWED,
  HF_CALL_NOT_WANTED, /* the customer does not want to be called */
  HF_CALL_ELSEWHERE,  /* another desk is on the phone with them */
  HF_CALL_FOR_OTHERS, /* a second follow-up of a complaint that who works here dealt with */
  HF_CALL_NO_OFFER,   /* the customer does not agree to offers */
} HfCallRefusal;

/* All that is known when a call begins, read in one piece of work. */
typedef struct
{
  HfCustomer *customer;
  HfInterview *interview; /* NULL where there is a refusal */
  HfCallRefusal refusal;
  HfClaim *other; /* who is on the phone with them; NULL: nobody else */
  HfGuide *guide;
  HfCodebook *codebook;
  GHashTable *answers;  /* question -> value, hidden ones too, as hf-interview-flow takes it */
  GHashTable *drafts;   /* question -> what was being typed */
  GPtrArray *known;     /* (element-type HfAnswer): of other interviews, newest first */
  GPtrArray *verbatims; /* (element-type HfVerbatim) */
  GPtrArray *reasons;   /* (element-type HfCodedReason): of this interview */
  GPtrArray *attempts;  /* (element-type HfCallAttempt): newest first */
  GPtrArray *promises;  /* (element-type HfPromise): open ones */
  GPtrArray *timeline;  /* (element-type HfTimelineEntry): newest first */
  GPtrArray *comments;  /* (element-type HfReviewComment): NULL where it was not returned */
  HfLoyaltyClass grade;
  char *firm;
  char *caller;
} HfInterviewFile;

/* Whom to call, and in which language the guide is read where nothing else says so. */
typedef struct
{
  gint64 customer_id;
  char *language;
} HfInterviewCall;

gpointer hf_interview_file_open (HfStoreSession *session, gpointer call, GError **error);
gpointer hf_interview_file_read (HfStoreSession *session, gint64 interview_id, GError **error);
const HfAnswer *hf_interview_file_find_known (const HfInterviewFile *self,
                                              const HfQuestion *question);
gint64 hf_interview_file_get_complained_at (const HfInterviewFile *self);
GPtrArray *hf_interview_file_list_reasons (HfStoreSession *session,
                                           const HfInterview *interview, GError **error);
void hf_interview_file_free (HfInterviewFile *self);
void hf_interview_call_free (HfInterviewCall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInterviewFile, hf_interview_file_free)

G_END_DECLS
