#include "config.h"

#include "hf-store-check.h"

#include <glib/gi18n.h>

#include "hf-store-session-private.h"

/* Of one kind, this many are named: whoever has more needs no longer list. */
#define LIMIT " " HF_DB_WHOLE_TABLE "LIMIT 100"

/* A statement finds whom it is about: a code, a number or a key. */
static const struct
{
  const char *sql;
  const char *words;
} rules[] = {
  { "SELECT c.code FROM coded_reason r JOIN verbatim v ON v.id = r.verbatim_id "
    "JOIN customer c ON c.id = r.customer_id WHERE r.quote <> '' "
    "AND replace (v.words, r.quote, '') = v.words ORDER BY c.code" LIMIT,
    N_ ("the words that a reason quotes are not in the customer's words") },
  { "SELECT c.code FROM coded_reason r JOIN customer c ON c.id = r.customer_id "
    "LEFT JOIN code k ON k.id = r.code WHERE k.id IS NULL ORDER BY c.code" LIMIT,
    N_ ("a reason has a code that is not in the codebook") },
  { "SELECT c.code FROM coded_reason r JOIN customer c ON c.id = r.customer_id "
    "WHERE r.rank = 'primary' GROUP BY c.code, coalesce (r.interview_id, 0) "
    "HAVING count(*) > 1 ORDER BY c.code" LIMIT,
    N_ ("two primary reasons come from one source") },
  { "SELECT CAST (a.id AS TEXT) FROM answer a LEFT JOIN interview i ON i.id = a.interview_id "
    "WHERE i.id IS NULL ORDER BY a.id" LIMIT,
    N_ ("an answer belongs to no interview") },
  { "SELECT c.code FROM answer a JOIN interview i ON i.id = a.interview_id "
    "JOIN customer c ON c.id = i.customer_id WHERE a.state = 'current' "
    "GROUP BY c.code, a.interview_id, a.question HAVING count(*) > 1 ORDER BY c.code" LIMIT,
    N_ ("two answers to one question are both the current one") },
  { "SELECT c.code FROM interview i JOIN customer c ON c.id = i.customer_id "
    "WHERE i.state <> 'open' AND (i.ended_at = 0 OR i.outcome IS NULL) ORDER BY c.code" LIMIT,
    N_ ("an interview has ended, and its outcome or time is missing") },
  { "SELECT c.code FROM customer c LEFT JOIN customer_search_key k ON k.customer_id = c.id "
    "WHERE k.customer_id IS NULL ORDER BY c.code" LIMIT,
    N_ ("the customer cannot be found by searching") },
  { "SELECT c.code FROM customer c WHERE c.lost_on < c.joined_on ORDER BY c.code" LIMIT,
    N_ ("lost before the day of joining") },
  { "SELECT c.code FROM customer c WHERE c.lost_on IS NOT NULL "
    "AND c.status IN ('active', 'at_risk') ORDER BY c.code" LIMIT,
    N_ ("has a day of loss and is not lost") },
  { "SELECT c.code FROM customer c JOIN account_manager_period p ON p.customer_id = c.id "
    "AND p.to_on IS NULL WHERE p.staff_id <> coalesce (c.account_manager_id, 0) "
    "ORDER BY c.code" LIMIT,
    N_ ("the account manager is not the last one of the history") },
  { "SELECT t.number FROM complaint t WHERE NOT EXISTS (SELECT 1 FROM complaint_step p "
    "WHERE p.complaint_id = t.id) ORDER BY t.number" LIMIT,
    N_ ("the complaint has no step") },
  { "SELECT coalesce (c.code, CAST (p.id AS TEXT)) FROM promise p "
    "LEFT JOIN customer c ON c.id = p.customer_id WHERE (p.state = 'open') <> (p.done_at = 0) "
    "ORDER BY p.id" LIMIT,
    N_ ("a promise's state and its time do not agree") },
  { "SELECT coalesce (c.code, CAST (p.id AS TEXT)) FROM promise p "
    "LEFT JOIN customer c ON c.id = p.customer_id "
    "WHERE (p.state = 'kept' AND p.judged_at > 0 AND p.done_at > p.judged_at) "
    "OR (p.state = 'late' AND p.done_at <= p.judged_at) ORDER BY p.id" LIMIT,
    N_ ("whether a promise was kept in time does not agree with its deadline") },
  { "SELECT c.code FROM purchase p JOIN customer c ON c.id = p.customer_id "
    "WHERE p.amount < 0 OR p.need < 0 GROUP BY c.code ORDER BY c.code" LIMIT,
    N_ ("purchases or needs are below zero") },
};

static gboolean
add_findings (HfStoreSession *session, const char *sql, const char *words, GPtrArray *findings,
              GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_ptr_array_add (findings,
                     g_strdup_printf ("%s: %s", hf_db_statement_get_text (rows, 0), words));
  return step == HF_DB_STEP_DONE;
}

/**
 * hf_store_check_records:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Looks for records that contradict each other; hf_store_check() looks for damage.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): whom each finding is about and what
 *   it is, in the user's language
 */
GPtrArray *
hf_store_check_records (HfStoreSession *session, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!add_findings (session, rules[i].sql, _ (rules[i].words), findings, error))
      return NULL;
  return g_steal_pointer (&findings);
}
