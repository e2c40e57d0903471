#pragma once

#include "hf-store-complaints-private.h"
#include "hf-store-escalations.h"

G_BEGIN_DECLS

/* Complaints c of which something runs, as the index "complaint_that_runs" has it. */
#define HF_ESCALATION_COMPLAINT_RUNS                                                           \
  "c.status NOT IN " HF_STORE_COMPLAINT_ANSWERED                                               \
  " AND (c.respond_by > 0 OR c.next_word_by > 0 OR c.due_at > 0)"

/* What a step e of the complaint c is about still runs, and was not promised anew. */
#define HF_ESCALATION_RUNS(c)                                                                  \
  "(" c ".status NOT IN " HF_STORE_COMPLAINT_ANSWERED                                          \
  " AND ((e.clock = 'resolve' AND e.due_at = " c ".due_at) OR (e.clock = 'update' "            \
  "AND e.due_at = " c ".next_word_by) OR (e.clock = 'respond' AND e.due_at = " c               \
  ".respond_by AND " c ".acknowledged_at = 0)))"

/* The complaint was raised to others, and still runs. */
#define HF_ESCALATION_COMPLAINT(c)                                                             \
  "(" c ".status NOT IN " HF_STORE_COMPLAINT_ANSWERED                                          \
  " AND EXISTS (SELECT 1 FROM escalation e WHERE e.complaint_id = " c                          \
  ".id AND e.raised = 1 AND " HF_ESCALATION_RUNS (c) "))"

gboolean hf_escalations_mark (HfStoreSession *session, GPtrArray *complaints, GError **error);

G_END_DECLS
