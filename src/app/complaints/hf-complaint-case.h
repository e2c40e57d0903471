#pragma once

#include "hf-closing.h"
#include "hf-complaint-hint.h"
#include "hf-complaint.h"
#include "hf-store-escalations.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* A complaint with what belongs to it, as the store has it at one moment. */
typedef struct
{
  HfComplaint *complaint;
  GPtrArray *steps;      /* (element-type HfComplaintStep) */
  GPtrArray *promises;   /* (element-type HfPromise) */
  GPtrArray *follow_ups; /* (element-type HfFollowUp) */
  GPtrArray *changes;    /* (element-type HfDeadlineChange) */
  GArray *pauses;        /* (element-type HfPause) */
  HfClosingLock lock;    /* what stands in the way of closing it */
  HfComplaintHint *hint; /* where it was found; NULL for one that was taken at once */
  char *calendar;        /* (nullable): what that of the branch is called */

  GPtrArray *escalations; /* (element-type HfEscalation): steps that were reached */
  GPtrArray *handovers;   /* (element-type HfHandover) */
  GPtrArray *staff;       /* (element-type HfStaff): who may deal with it */
  HfEscalationNext next_step;
  gboolean waits; /* who works here was told of it, and has not looked at it yet */
} HfComplaintCase;

gpointer hf_complaint_case_load (HfStoreSession *session, gpointer id, GError **error);
void hf_complaint_case_free (HfComplaintCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintCase, hf_complaint_case_free)

G_END_DECLS
