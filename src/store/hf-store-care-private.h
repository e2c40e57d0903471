#pragma once

#include "hf-interview.h"
#include "hf-score.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* Older scores and complaints that come from a file are history, and open no call. */
#define HF_CARE_RECENT_DAYS 90

/* A call that opens by itself. */
typedef struct
{
  gint64 customer_id;
  HfInterviewKind kind;
  gint64 complaint_id; /* that is followed up, 0: none */
  gint64 cause_id;     /* the record it comes of, which opens one call */
  gint64 round;
  gint64 due_at;
  const char *why; /* or NULL */
} HfCareCall;

/* An answer on a scale. */
typedef struct
{
  int value;
  int lowest;
  int highest; /* 0: not answered */
  gboolean is_low;
} HfCareAnswer;

gboolean hf_care_open (HfStoreSession *session, const HfCareCall *call, GError **error);
gboolean hf_care_read_answer (HfStoreSession *session, const HfInterview *interview,
                              HfCareAnswer *answer, GError **error);
gboolean hf_care_read_expected (HfStoreSession *session, const HfInterview *interview,
                                const HfCareAnswer *found, HfCareAnswer *expected,
                                GError **error);
gboolean hf_care_drop (HfStoreSession *session, gint64 cause_id, GError **error);
gboolean hf_care_note_score (HfStoreSession *session, const HfScore *score,
                             const HfScore *before, GError **error);
gboolean hf_care_note_interview (HfStoreSession *session, const HfInterview *interview,
                                 GError **error);

G_END_DECLS
