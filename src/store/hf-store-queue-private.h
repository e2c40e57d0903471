#pragma once

#include "hf-call-task.h"
#include "hf-db.h"
#include "hf-store-queue.h"

G_BEGIN_DECLS

/* Risk times value, of a customer c: whoever was lost two to six weeks ago still remembers and
 * may come back, and whoever wavers is not lost yet. Parameters: the first and the last day of
 * those weeks, such as "$4", "$5". */
#define HF_QUEUE_PRIORITY(c, from, to)                                                         \
  "(coalesce (" c ".annual_value, 0) * CASE WHEN " c ".status = 'lost' AND " c                 \
  ".lost_on >= " from " AND " c ".lost_on <= " to " THEN 3 WHEN " c                            \
  ".status = 'at_risk' THEN 2 ELSE 1 END)"
#define HF_QUEUE_WINDOW_FROM_DAYS (-42)
#define HF_QUEUE_WINDOW_TO_DAYS (-14)

/* The time zone of a customer c, by whose clock they are called: their own, else that of their
 * branch, else '' for that of the firm. */
#define HF_QUEUE_ZONE(c)                                                                       \
  "coalesce (" c ".time_zone, (SELECT b.time_zone FROM branch b WHERE b.id = " c               \
  ".branch_id), '')"

/* A customer c did not take back what they agreed to. */
#define HF_QUEUE_ALLOWS(c, purpose)                                                            \
  "coalesce ((SELECT k.given FROM consent k WHERE k.customer_id = " c                          \
  ".id AND k.purpose = '" purpose "' ORDER BY k.decided_on DESC, k.at DESC, k.id DESC "        \
  "LIMIT 1), 1) = 1"

/* A customer c may be called; and made an offer where call t is about that. */
#define HF_QUEUE_MAY_CALL(c) c ".do_not_call = 0 AND " HF_QUEUE_ALLOWS (c, "call")
#define HF_QUEUE_MAY_OFFER(c) "(t.kind <> 'win_back' OR " HF_QUEUE_ALLOWS (c, "win-back") ")"

/* Who dealt with the complaint that a call t follows up, such as "$2"; nobody is asked by them
 * whether they did well, unless there is nobody else. What was done in an import was done by
 * who imported. */
#define HF_QUEUE_HANDLED(staff)                                                                \
  "(EXISTS (SELECT 1 FROM complaint h WHERE h.id = t.complaint_id AND (h.handler_id = " staff  \
  " OR h.taken_by_id = " staff ")) OR EXISTS (SELECT 1 FROM "                                  \
  "complaint_step h WHERE h.complaint_id = t.complaint_id AND h.import_id IS NULL "            \
  "AND h.staff_id = " staff "))"
#define HF_QUEUE_FOR_OTHERS(staff)                                                             \
  "(t.complaint_id IS NOT NULL AND " HF_QUEUE_HANDLED (                                        \
      staff) " AND EXISTS (SELECT 1 FROM staff f WHERE f.active = 1 "                          \
             "AND NOT " HF_QUEUE_HANDLED ("f.id") "))"

/* How far the interviews i, or the calls a, of a case got: #HfFurthest. */
#define HF_QUEUE_FURTHEST_INTERVIEW(of_case)                                                   \
  "coalesce ((SELECT max (CASE i.state WHEN 'completed' THEN 3 WHEN 'partial' THEN 2 "         \
  "WHEN 'refused' THEN 1 ELSE 0 END) FROM interview i WHERE " of_case "), 0)"
#define HF_QUEUE_FURTHEST_CALL(of_case)                                                        \
  "coalesce ((SELECT max (CASE a.outcome WHEN 'completed' THEN 3 WHEN 'partial' THEN 2 "       \
  "ELSE 0 END) FROM call_attempt a WHERE " of_case "), 0)"

#define HF_QUEUE_SELECT                                                                        \
  "SELECT t.id, t.revision, t.customer_id, t.kind, t.state, t.priority, t.due_at, "            \
  "t.appointment_at, t.attempts, t.why, c.code, coalesce (c.name, c.company), c.phone, "       \
  "c.do_not_call, t.last_outcome, t.last_attempt_at, (SELECT max (i.id) FROM interview i "     \
  "WHERE i.customer_id = c.id AND i.state = 'open'), t.campaign_id, t.staff_id, t.zone, "      \
  "t.parts, t.appointment_staff_id, t.complaint_id, (SELECT n.number FROM complaint n "        \
  "WHERE n.id = t.complaint_id), t.round, CASE WHEN " HF_QUEUE_MAY_OFFER (                     \
      "c") " THEN 1 ELSE 0 END, (SELECT s.name FROM staff s WHERE s.id = "                     \
           "t.appointment_staff_id) FROM call_task t "                                         \
           "JOIN customer c ON c.id = t.customer_id "

gboolean hf_queue_set_zones (HfStoreSession *session, gint64 customer_id, GError **error);
gpointer hf_queue_task_of_row (HfDbStatement *row);
GPtrArray *hf_queue_list_zones (HfStoreSession *session, GError **error);
gint hf_queue_compare_appointments (gconstpointer a, gconstpointer b);
gint hf_queue_compare_priorities (gconstpointer a, gconstpointer b);

G_END_DECLS
