#pragma once

#include "hf-score-group.h"
#include "hf-store-complaints-private.h"
#include "hf-store-figures-private.h"

G_BEGIN_DECLS

/* $1 and $2 are the period's ends, $3 the branch and $4 the present moment, as in all figures.
 */
#define HF_SCORE_RECEIVED DAY_IN_PERIOD ("c.received_on") " AND " IN_BRANCH

/* What was promised first: a promise that is put off is not kept better. */
#define HF_SCORE_FIRST_PROMISE                                                                 \
  "SELECT CASE WHEN d.before_at > 0 THEN d.before_at ELSE d.after_at END "                     \
  "FROM deadline_change d WHERE d.complaint_id = c.id "
#define HF_SCORE_RESPOND_BY                                                                    \
  "coalesce ((" HF_SCORE_FIRST_PROMISE "AND d.kind = 'respond' ORDER BY d.at, d.id LIMIT 1), " \
  "c.respond_by)"
#define HF_SCORE_DUE_AT                                                                        \
  "coalesce ((" HF_SCORE_FIRST_PROMISE                                                         \
  "AND d.kind = 'resolve' ORDER BY d.at, d.id LIMIT 1), c.due_at)"

/* The first answer: one that did not settle it was in time, or was not, whatever came of it.
 * Closing ends a complaint without an answer where there was none before. */
#define HF_SCORE_ANSWERED_AT                                                                   \
  "coalesce ((SELECT min (p.at) FROM complaint_step p WHERE p.complaint_id = c.id "            \
  "AND p.import_id IS NULL AND p.step IN ('responded', 'communicated')), "                     \
  "CASE WHEN c.responded_at = c.closed_at THEN 0 ELSE c.responded_at END)"

/* Called about once more, or worked on again after it was answered. */
#define HF_SCORE_AGAIN                                                                         \
  "CASE WHEN EXISTS (SELECT 1 FROM call_task t WHERE t.complaint_id = c.id AND t.round > 1) "  \
  "OR EXISTS (SELECT 1 FROM complaint_step p JOIN complaint_step q "                           \
  "ON q.complaint_id = p.complaint_id AND (q.at > p.at OR (q.at = p.at AND q.id > p.id)) "     \
  "WHERE p.complaint_id = c.id AND p.step IN " HF_STORE_COMPLAINT_ANSWERED " "                 \
  "AND q.step NOT IN " HF_STORE_COMPLAINT_ANSWERED ") THEN 1 ELSE 0 END"

#define HF_SCORE_GIVEN_UP                                                                      \
  "CASE WHEN c.status = 'closed' AND (SELECT p.not_pursued FROM complaint_step p "             \
  "WHERE p.complaint_id = c.id ORDER BY p.at DESC, p.id DESC LIMIT 1) = 1 THEN 1 ELSE 0 END"

/* The first follow-up by somebody other than the handler: what was mended after it shows as
 * taken up again. What nobody put their name to was made by nobody known to be another. */
#define HF_SCORE_TOLD                                                                          \
  "told AS (SELECT f.complaint_id, f.result, f.gap, row_number () OVER (PARTITION BY "         \
  "f.complaint_id ORDER BY f.at, f.task_id) AS nth FROM follow_up f "                          \
  "JOIN complaint c ON c.id = f.complaint_id WHERE f.by_handler = 0 "                          \
  "AND f.staff_id IS NOT NULL AND f.result <> 'unknown' AND " HF_SCORE_RECEIVED ")"

#define HF_SCORE_JUDGED                                                                        \
  "judged AS (SELECT c.id, c.branch_id, " HF_SCORE_RESPOND_BY                                  \
  " AS respond_by, " HF_SCORE_DUE_AT " AS due_at, "                                            \
  "c.acknowledged_at AS word_at, " HF_SCORE_ANSWERED_AT " AS answered_at, CASE WHEN "          \
  "c.status = 'closed' THEN c.closed_at ELSE $4 END AS until, " HF_SCORE_AGAIN                 \
  " AS again, " HF_SCORE_GIVEN_UP                                                              \
  " AS given_up, t.result, t.gap FROM complaint c LEFT JOIN told t ON t.complaint_id = c.id "  \
  "AND t.nth = 1 WHERE " HF_SCORE_RECEIVED ")"

/* A promise is decided once it is kept, once its time is over, and when the matter ends; of a
 * row "j" of those that are judged. */
#define HF_SCORE_FIRST_WORD_DECIDED                                                            \
  "j.respond_by > 0 AND (j.word_at > 0 OR j.respond_by < j.until)"
#define HF_SCORE_FIRST_WORD_MET "j.word_at > 0 AND j.word_at <= j.respond_by"
#define HF_SCORE_RESOLVED_DECIDED "j.due_at > 0 AND (j.answered_at > 0 OR j.due_at < j.until)"
#define HF_SCORE_RESOLVED_MET "j.answered_at > 0 AND j.answered_at <= j.due_at"
#define HF_SCORE_SATISFIED_DECIDED "j.result IS NOT NULL"
#define HF_SCORE_SATISFIED_MET "j.result = 'satisfied'"
#define HF_SCORE_GAP_WORSE "j.gap < 0"
#define HF_SCORE_GAP_AS_EXPECTED "j.gap = 0"
#define HF_SCORE_GAP_BETTER "j.gap > 0"

/* From each word to the next, the answer, the end or the present moment, of those to whom word
 * was promised in between. */
#define HF_SCORE_LONGEST                                                                       \
  "told_of AS (SELECT c.id, c.branch_id, CAST (c.word_every AS BIGINT) * 60000000 AS "         \
  "allowed, "                                                                                  \
  "CASE WHEN c.status = 'closed' THEN c.closed_at ELSE 0 END AS "                              \
  "closed_at, " HF_SCORE_ANSWERED_AT                                                           \
  " AS answered_at FROM complaint c WHERE c.word_every > 0 AND " HF_SCORE_RECEIVED             \
  "), ended AS (SELECT id, branch_id, allowed, CASE WHEN answered_at > 0 THEN answered_at "    \
  "ELSE closed_at END AS ended_at FROM told_of), "                                             \
  "word AS (SELECT c.id, c.branch_id, c.allowed, c.ended_at, coalesce (lead (s.at) OVER "      \
  "(PARTITION BY c.id ORDER BY s.at, s.id), CASE WHEN c.ended_at > 0 "                         \
  "THEN c.ended_at ELSE $4 END) - s.at AS pause FROM ended c "                                 \
  "JOIN complaint_step s ON s.complaint_id = c.id AND s.step IN ('received', 'acknowledged', " \
  "'" HF_COMPLAINT_WORD "', 'responded', 'communicated') "                                     \
  "AND (c.ended_at = 0 OR s.at <= c.ended_at)"                                                 \
  "), longest AS (SELECT id, branch_id, allowed, ended_at, max (pause) AS pause FROM word "    \
  "GROUP BY id, branch_id, allowed, ended_at)"
#define HF_SCORE_HALF_HOUR_DECIDED "l.ended_at > 0 OR l.pause > l.allowed"
#define HF_SCORE_HALF_HOUR_MET "l.ended_at > 0 AND l.pause <= l.allowed"

#define HF_SCORE_GROUP_MAX_VALUES 4

void hf_score_group_restrict (const HfComplaintFilter *filter, GString *sql, HfDbValue *values,
                              gsize *n_values);

G_END_DECLS
