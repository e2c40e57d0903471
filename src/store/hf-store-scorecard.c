#include "config.h"

#include "hf-store-scorecard.h"

#include "hf-store-branch-decisions.h"
#include "hf-store-scorecard-private.h"
#include "hf-store-settings.h"

#define COUNT(condition) "count (CASE WHEN " condition " THEN 1 END)"
#define SHARE(decided, met) COUNT (decided) ", " COUNT (met)

#define FIRST_WORD SHARE (HF_SCORE_FIRST_WORD_DECIDED, HF_SCORE_FIRST_WORD_MET)
#define RESOLVED SHARE (HF_SCORE_RESOLVED_DECIDED, HF_SCORE_RESOLVED_MET)
#define SATISFIED SHARE (HF_SCORE_SATISFIED_DECIDED, HF_SCORE_SATISFIED_MET)
#define HALF_HOUR SHARE (HF_SCORE_HALF_HOUR_DECIDED, HF_SCORE_HALF_HOUR_MET)
#define GAPS                                                                                   \
  COUNT (HF_SCORE_GAP_WORSE)                                                                   \
  ", " COUNT (HF_SCORE_GAP_AS_EXPECTED) ", " COUNT (HF_SCORE_GAP_BETTER)

static const char complaints_sql[]
    = "WITH " HF_SCORE_TOLD ", " HF_SCORE_JUDGED
      " SELECT j.branch_id, b.code, b.name, count(*), sum (j.again), "
      "sum (j.given_up), " FIRST_WORD ", " RESOLVED ", " SATISFIED
      ", count (j.gap), sum (j.gap), " GAPS
      " FROM judged j LEFT JOIN branch b ON b.id = j.branch_id "
      "GROUP BY j.branch_id, b.code, b.name";

static const char words_sql[] = "WITH " HF_SCORE_LONGEST
                                " SELECT l.branch_id, b.code, b.name, " HALF_HOUR
                                " FROM longest l LEFT JOIN branch b ON b.id = l.branch_id "
                                "GROUP BY l.branch_id, b.code, b.name";

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

static gboolean
read_decisions (const Scope *scope, GError **error)
{
  GPtrArray *decisions = hf_store_branch_decisions_list_holding (scope->session, scope->period,
                                                                 scope->branch_id, error);
  if (decisions == NULL)
    return FALSE;
  g_ptr_array_unref (scope->card->decisions);
  scope->card->decisions = decisions;
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
 * where no two words were further apart than its class allows. What a manager has decided
 * for the period is in it, too.
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
      || !count (&scope, complaints_sql, read_complaints, error)
      || !count (&scope, words_sql, read_words, error)
      || !count (&scope, promises_sql, read_promises, error) || !read_decisions (&scope, error))
    return NULL;
  hf_scorecard_judge (card);
  return g_steal_pointer (&card);
}
