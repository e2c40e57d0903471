#pragma once

#include "hf-answer.h"
#include "hf-coded-reason.h"
#include "hf-customer.h"
#include "hf-interview.h"
#include "hf-outcome.h"
#include "hf-promise.h"
#include "hf-store-session.h"
#include "hf-verbatim.h"

G_BEGIN_DECLS

/* How a call ended. */
typedef struct
{
  const HfOutcome *outcome;
  gint64 call_again_at;        /* 0: never */
  gint64 appointment_staff_id; /* who alone keeps an appointment, 0: anybody */
  char *note;                  /* may be NULL */
  HfPromise *promise;          /* NULL: none was made */
  gboolean do_not_call;        /* the customer asked not to be called again */
  char *other_number;          /* on which they are called instead; NULL: none */
} HfInterviewEnd;

/* One transaction of an interview. It belongs to the worker thread from when it is begun. */
typedef struct
{
  HfInterview *interview; /* where it stands afterwards */
  HfAnswer *answer;       /* NULL: none */
  HfVerbatim *verbatim;   /* NULL: none */
  GStrv hidden;           /* questions whose answers no longer count; may be NULL */
  GStrv restored;         /* questions whose answers count again; may be NULL */
  HfCodedReason *reason;  /* to be stored; NULL: none */
  gint64 removed_reason;  /* the key of one to be taken away; 0: none */
  HfInterviewEnd *end;    /* NULL: it goes on */
  char *guide;            /* whose wording a consent was asked with */
} HfInterviewWork;

/* How things stand after it. */
typedef struct
{
  HfInterview *interview;
  GPtrArray *verbatims; /* (element-type HfVerbatim) */
  GPtrArray *reasons;   /* (element-type HfCodedReason) */
} HfInterviewResult;

HfInterviewWork *hf_interview_work_new (const HfInterview *interview);
gpointer hf_interview_work_run (HfStoreSession *session, gpointer work, GError **error);
void hf_interview_work_free (HfInterviewWork *self);
gint64 hf_interview_work_find_quote (const char *words, const char *quote, gint64 start);
gboolean hf_interview_end_keep (const HfInterviewEnd *self, HfStoreSession *session,
                                gint64 customer_id, HfInterviewKind kind, GError **error);
gboolean hf_interview_end_save_number (const HfInterviewEnd *self, HfStoreSession *session,
                                       gint64 customer_id, GError **error);
void hf_interview_end_free (HfInterviewEnd *self);
void hf_interview_result_free (HfInterviewResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInterviewWork, hf_interview_work_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInterviewEnd, hf_interview_end_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfInterviewResult, hf_interview_result_free)

G_END_DECLS
