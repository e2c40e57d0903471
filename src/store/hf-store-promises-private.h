#pragma once

#include "hf-promise.h"
#include "hf-store-session-private.h"

G_BEGIN_DECLS

/* What hf_store_promise_of_row() reads; the key first, of promise p, customer c and complaint
 * t.
 */
#define HF_STORE_PROMISE_SELECT                                                                \
  "SELECT p.id, p.revision, p.customer_id, p.complaint_id, p.interview_id, p.attempt_id, "     \
  "p.what, p.term, p.state, p.made_at, p.due_at, p.judged_at, p.done_at, p.made_by_id, "       \
  "p.keeper_id, p.ended_by_id, p.note, coalesce (c.name, c.company, t.customer_name), "        \
  "t.number, m.name, o.name, e.name, w.name, "                                                 \
  "EXISTS (SELECT 1 FROM promise_event v WHERE v.promise_id = p.id AND v.kind = 'anew'), "     \
  "p.clock FROM "                                                                              \
  "promise p "                                                                                 \
  "LEFT JOIN customer c ON c.id = p.customer_id "                                              \
  "LEFT JOIN complaint t ON t.id = p.complaint_id "                                            \
  "LEFT JOIN staff m ON m.id = p.made_by_id LEFT JOIN staff o ON o.id = p.keeper_id "          \
  "LEFT JOIN staff e ON e.id = p.ended_by_id "                                                 \
  "LEFT JOIN branch b ON b.id = " HF_STORE_PROMISE_BRANCH " "                                  \
  "LEFT JOIN work_calendar w ON CAST (w.id AS TEXT) = coalesce (CAST (b.calendar_id AS TEXT)," \
  " (SELECT value FROM setting WHERE name = 'calendar'))"

/* The complaint's branch, else the customer's: by its calendar a promise runs. */
#define HF_STORE_PROMISE_BRANCH "coalesce (t.branch_id, c.branch_id)"

gpointer hf_store_promise_of_row (HfDbStatement *row);

G_END_DECLS
