#include "config.h"

#include "hf-store-scorecard.h"

#include "hf-store-complaints-private.h"
#include "hf-store-figures-private.h"
#include "hf-store-promise-rules.h"
#include "hf-store-settings.h"

/* $1 and $2 are the period's ends, $3 the branch and $4 the present moment, as in all figures.
 */
#define RECEIVED DAY_IN_PERIOD ("c.received_on") " AND " IN_BRANCH

/* What was promised first: a promise that is put off is not kept better. */
#define FIRST_PROMISE                                                                          \
  "SELECT CASE WHEN d.before_at > 0 THEN d.before_at ELSE d.after_at END "                     \
  "FROM deadline_change d WHERE d.complaint_id = c.id "
#define RESPOND_BY                                                                             \
  "coalesce ((" FIRST_PROMISE "AND d.kind = 'respond' ORDER BY d.at, d.id LIMIT 1), "          \
  "c.respond_by)"
#define DUE_AT                                                                                 \
  "coalesce ((" FIRST_PROMISE "AND d.kind = 'resolve' ORDER BY d.at, d.id LIMIT 1), c.due_at)"

/* Closing ends a complaint without an answer where there was none before. */
#define ANSWERED_AT                                                                            \
  "CASE WHEN c.responded_at = c.closed_at AND NOT EXISTS (SELECT 1 FROM complaint_step p "     \
  "WHERE p.complaint_id = c.id AND p.step IN ('responded', 'communicated')) THEN 0 "           \
  "ELSE c.responded_at END"

/* Called about once more, or worked on again after it was answered. */
#define AGAIN                                                                                  \
  "CASE WHEN EXISTS (SELECT 1 FROM call_task t WHERE t.complaint_id = c.id AND t.round > 1) "  \
  "OR EXISTS (SELECT 1 FROM complaint_step p JOIN complaint_step q "                           \
  "ON q.complaint_id = p.complaint_id AND (q.at > p.at OR (q.at = p.at AND q.id > p.id)) "     \
  "WHERE p.complaint_id = c.id AND p.step IN " HF_STORE_COMPLAINT_ANSWERED " "                 \
  "AND q.step NOT IN " HF_STORE_COMPLAINT_ANSWERED ") THEN 1 ELSE 0 END"

#define GIVEN_UP                                                                               \
  "CASE WHEN c.status = 'closed' AND (SELECT p.not_pursued FROM complaint_step p "             \
  "WHERE p.complaint_id = c.id ORDER BY p.at DESC, p.id DESC LIMIT 1) = 1 THEN 1 ELSE 0 END"

/* The first follow-up by somebody other than the handler: what was mended after it shows as
 * taken up again. What nobody put their name to was made by nobody known to be another. */
#define TOLD                                                                                   \
  "told AS (SELECT f.complaint_id, f.result, f.gap, row_number () OVER (PARTITION BY "         \
  "f.complaint_id ORDER BY f.at, f.task_id) AS nth FROM follow_up f "                          \
  "JOIN complaint c ON c.id = f.complaint_id WHERE f.by_handler = 0 "                          \
  "AND f.staff_id IS NOT NULL AND f.result <> 'unknown' AND " RECEIVED ")"

#define JUDGED                                                                                 \
  "judged AS (SELECT c.branch_id, " RESPOND_BY " AS respond_by, " DUE_AT " AS due_at, "        \
  "c.acknowledged_at AS word_at, " ANSWERED_AT " AS answered_at, CASE WHEN "                   \
  "c.status = 'closed' THEN c.closed_at ELSE $4 END AS until, " AGAIN " AS again, " GIVEN_UP   \
  " AS given_up, t.result, t.gap FROM complaint c LEFT JOIN told t ON t.complaint_id = c.id "  \
  "AND t.nth = 1 WHERE " RECEIVED ")"

/* A promise is decided once it is kept, once its time is over, and when the matter ends. */
static const char complaints_sql[]
    = "WITH " TOLD ", " JUDGED " SELECT j.branch_id, b.code, b.name, count(*), sum (j.again), "
      "sum (j.given_up), "
      "count (CASE WHEN j.respond_by > 0 AND (j.word_at > 0 OR j.respond_by < j.until) "
      "THEN 1 END), "
      "count (CASE WHEN j.word_at > 0 AND j.word_at <= j.respond_by THEN 1 END), "
      "count (CASE WHEN j.due_at > 0 AND (j.answered_at > 0 OR j.due_at < j.until) "
      "THEN 1 END), "
      "count (CASE WHEN j.answered_at > 0 AND j.answered_at <= j.due_at THEN 1 END), "
      "count (j.result), count (CASE WHEN j.result = 'satisfied' THEN 1 END), "
      "count (j.gap), sum (j.gap), count (CASE WHEN j.gap < 0 THEN 1 END), "
      "count (CASE WHEN j.gap = 0 THEN 1 END), count (CASE WHEN j.gap > 0 THEN 1 END) "
      "FROM judged j LEFT JOIN branch b ON b.id = j.branch_id "
      "GROUP BY j.branch_id, b.code, b.name";

/* From each word to the next, the answer or the present moment; $5 is the class that promises
 * word in between, $6 how long it may be between two. */
static const char words_sql[]
    = "WITH word AS (SELECT c.id, c.branch_id, c.responded_at, coalesce (lead (s.at) OVER "
      "(PARTITION BY c.id ORDER BY s.at, s.id), CASE WHEN c.responded_at > 0 "
      "THEN c.responded_at ELSE $4 END) - s.at AS pause FROM complaint c "
      "JOIN complaint_step s ON s.complaint_id = c.id "
      "AND (c.responded_at = 0 OR s.at <= c.responded_at) WHERE c.term = $5 AND " RECEIVED
      "), longest AS (SELECT id, branch_id, responded_at, max (pause) AS pause FROM word "
      "GROUP BY id, branch_id, responded_at) SELECT l.branch_id, b.code, b.name, "
      "count (CASE WHEN l.responded_at > 0 OR l.pause > $6 THEN 1 END), "
      "count (CASE WHEN l.responded_at > 0 AND l.pause <= $6 THEN 1 END) FROM longest l "
      "LEFT JOIN branch b ON b.id = l.branch_id GROUP BY l.branch_id, b.code, b.name";

/* What the customer has released counts neither way. */
static const char promises_sql[]
    = "SELECT b.id, b.code, b.name, count (CASE WHEN p.state IN ('kept', 'late', 'broken') "
      "OR (p.state = 'open' AND p.due_at < $4) THEN 1 END), "
      "count (CASE WHEN p.state = 'kept' THEN 1 END) FROM promise p "
      "LEFT JOIN complaint m ON m.id = p.complaint_id LEFT JOIN customer u "
      "ON u.id = p.customer_id LEFT JOIN branch b ON b.id = coalesce (m.branch_id, "
      "u.branch_id) "
      "WHERE " DAY_IN_PERIOD (
          "p.made_on") " AND " HF_DB_WHOLE_TABLE
                       "($3 IS NULL OR b.id = $3) GROUP BY b.id, b.code, b.name";

/* What a scorecard is counted over. */
typedef struct
{
  HfStoreSession *session;
  HfScorecard *card;
  const HfPeriod *period;
  gint64 branch_id;
  gint64 now;
} Scope;

typedef void (*ReadRow) (HfBranchScore *score, HfDbStatement *row);

static gboolean
read_rows (const Scope *scope, HfDbStatement *rows, ReadRow read_row, GError **error)
{
  HfDbStep step;
  if (rows == NULL)
    return FALSE;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    read_row (hf_scorecard_ensure (scope->card, hf_db_statement_get_integer (rows, 0),
                                   hf_db_statement_get_text (rows, 1),
                                   hf_db_statement_get_text (rows, 2)),
              rows);
  return step == HF_DB_STEP_DONE;
}

static void
read_share (HfDbStatement *row, int column, HfScoreShare *share)
{
  share->of += hf_db_statement_get_integer (row, column);
  share->met += hf_db_statement_get_integer (row, column + 1);
}

static void
read_complaints (HfBranchScore *score, HfDbStatement *row)
{
  score->complaints = hf_db_statement_get_integer (row, 3);
  score->again = hf_db_statement_get_integer (row, 4);
  score->not_pursued = hf_db_statement_get_integer (row, 5);
  read_share (row, 6, &score->shares[HF_SCORE_FIRST_WORD]);
  read_share (row, 8, &score->shares[HF_SCORE_RESOLVED]);
  read_share (row, 10, &score->shares[HF_SCORE_SATISFIED]);
  score->gaps.answers = hf_db_statement_get_integer (row, 12);
  score->gaps.sum = hf_db_statement_get_integer (row, 13);
  for (int kind = 0; kind < HF_GAP_N_KINDS; kind++)
    score->gaps.by_kind[kind] = hf_db_statement_get_integer (row, 14 + kind);
}

static void
read_words (HfBranchScore *score, HfDbStatement *row)
{
  read_share (row, 3, &score->shares[HF_SCORE_HALF_HOUR]);
}

static void
read_promises (HfBranchScore *score, HfDbStatement *row)
{
  read_share (row, 3, &score->shares[HF_SCORE_PROMISES]);
}

static gboolean
count_words (const Scope *scope, GError **error)
{
  HfPromiseRules rules;
  if (!hf_store_promise_rules_get (scope->session, &rules, error))
    return FALSE;
  for (int term = 0; term < HF_PROMISE_DATED; term++)
    {
      if (rules.of[term].update == 0)
        continue;
      g_autoptr (HfDbStatement) rows = hf_db_query (
          scope->session->db, words_sql,
          HF_DB_VALUES (hf_db_text (scope->period->from), hf_db_text (scope->period->to),
                        hf_db_reference (scope->branch_id), hf_db_integer (scope->now),
                        hf_db_text (hf_promise_terms[term].name),
                        hf_db_integer (rules.of[term].update * G_TIME_SPAN_MINUTE)),
          error);
      if (!read_rows (scope, rows, read_words, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count (const Scope *scope, const char *sql, ReadRow read_row, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (
      scope->session->db, sql,
      HF_DB_VALUES (hf_db_text (scope->period->from), hf_db_text (scope->period->to),
                    hf_db_reference (scope->branch_id), hf_db_integer (scope->now)),
      error);
  return read_rows (scope, rows, read_row, error);
}

static gboolean
read_marks (HfStoreSession *session, HfScoreMarks *marks, GError **error)
{
  const struct
  {
    const char *key;
    double *value;
  } assumed[] = {
    { HF_ASSUMPTION_REWARD_IN_TIME, &marks->reward.in_time },
    { HF_ASSUMPTION_REWARD_SATISFIED, &marks->reward.satisfied },
    { HF_ASSUMPTION_TALK_IN_TIME, &marks->talk.in_time },
    { HF_ASSUMPTION_TALK_SATISFIED, &marks->talk.satisfied },
    { HF_ASSUMPTION_PENALTY_IN_TIME, &marks->penalty.in_time },
    { HF_ASSUMPTION_PENALTY_SATISFIED, &marks->penalty.satisfied },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (assumed); i++)
    if (!hf_store_assumptions_get (session, assumed[i].key, assumed[i].value, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_store_scorecard_compute:
 * @session: a session
 * @period: the days in which complaints were received and promises made
 * @branch_id: a branch's key, 0 for all
 * @now: the present moment
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts how each branch handles its complaints, and judges it by hf_scorecard_judge().
 * Complaints are in time by what was promised first; an emergency kept its word in between
 * where no two words were further apart than its class allows.
 *
 * Returns: (transfer full) (nullable): the scorecard
 */
HfScorecard *
hf_store_scorecard_compute (HfStoreSession *session, const HfPeriod *period, gint64 branch_id,
                            gint64 now, GError **error)
{
  g_autoptr (HfScorecard) card = hf_scorecard_new ();
  const Scope scope = { session, card, period, branch_id, now };
  if (!read_marks (session, &card->marks, error)
      || !count (&scope, complaints_sql, read_complaints, error) || !count_words (&scope, error)
      || !count (&scope, promises_sql, read_promises, error))
    return NULL;
  hf_scorecard_judge (card);
  return g_steal_pointer (&card);
}
