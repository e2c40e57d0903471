#include "config.h"

#include "hf-campaign-share.h"
#include "hf-outcome-rates.h"
#include "hf-store-campaigns-private.h"
#include "hf-store-campaigns.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"

/* Everybody on a list with what tells whose they are and what they count as. Who was never
 * called is of whom they wait for. */
#define CASES                                                                                  \
  "SELECT t.campaign_id, coalesce ((SELECT a.staff_id FROM call_attempt a "                    \
  "WHERE a.task_id = t.id AND a.staff_id IS NOT NULL ORDER BY a.started_at DESC, a.id DESC "   \
  "LIMIT 1), t.staff_id) AS staff_id, coalesce (t.class, 'unknown') AS class, t.state, "       \
  "t.last_outcome, " HF_QUEUE_FURTHEST_INTERVIEW (                                             \
      "i.task_id = t.id") " AS interview, " HF_QUEUE_FURTHEST_CALL ("a.task_id = t.id") " AS " \
                                                                                        "call" \
                                                                                        " FRO" \
                                                                                        "M "   \
                                                                                        "call" \
                                                                                        "_tas" \
                                                                                        "k t " \
                                                                                        "JOIN" \
                                                                                        " cus" \
                                                                                        "tome" \
                                                                                        "r c " \
                                                                                        "ON "  \
                                                                                        "c."   \
                                                                                        "id "  \
                                                                                        "= "   \
                                                                                        "t."   \
                                                                                        "cust" \
                                                                                        "omer" \
                                                                                        "_id"

static HfCampaignShare *
get_share (GPtrArray *shares, gint64 campaign_id, gint64 staff_id, const char *staff,
           HfLoyaltyClass grade)
{
  /* Rows come in this order. */
  HfCampaignShare *last = shares->len > 0 ? shares->pdata[shares->len - 1] : NULL;
  if (last != NULL && last->campaign_id == campaign_id && last->staff_id == staff_id
      && last->grade == grade)
    return last;
  last = hf_campaign_share_new (campaign_id, staff_id, staff, grade);
  g_ptr_array_add (shares, last);
  return last;
}

static void
add_row (GPtrArray *shares, HfDbStatement *row)
{
  int grade = hf_choice_find_name (hf_loyalty_classes, hf_db_statement_get_text (row, 3));
  const char *outcome = hf_db_statement_get_text (row, 5);
  int state = hf_choice_find_name (hf_call_task_states, hf_db_statement_get_text (row, 4));
  gint64 furthest = MAX (hf_db_statement_get_integer (row, 6),
                         hf_db_statement_get_integer (row, 7));
  gint64 count = hf_db_statement_get_integer (row, 8);
  HfCampaignShare *share = get_share (
      shares, hf_db_statement_get_integer (row, 0), hf_db_statement_get_integer (row, 1),
      hf_db_statement_get_text (row, 2), grade >= 0 ? grade : HF_LOYALTY_UNKNOWN);
  HfRateClass rate = hf_outcome_rate_class (furthest, outcome);
  if (state == HF_CALL_TASK_WAITING)
    share->count.n_waiting += count;
  else if (state == HF_CALL_TASK_DONE && hf_outcome_is_done (outcome))
    share->count.n_done += count;
  else
    share->count.n_ended += count;
  /* AAPOR 4.8: who is not needed any more is none of those who should be asked. */
  if (state == HF_CALL_TASK_FULL && furthest == 0)
    rate = HF_RATE_NOT_ELIGIBLE;
  share->cases[rate] += count;
}

static GPtrArray *
list_shares (HfStoreSession *session, const char *where, const HfDbValue *values,
             gsize n_values, GError **error)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (
      (GDestroyNotify) hf_campaign_share_free);
  g_autofree char *sql = g_strdup_printf (
      "SELECT w.campaign_id, w.staff_id, s.name, w.class, w.state, w.last_outcome, "
      "w.interview, w.call, count(*) FROM (" CASES " WHERE %s) w "
      "LEFT JOIN staff s ON s.id = w.staff_id GROUP BY w.campaign_id, w.staff_id, s.name, "
      "w.class, w.state, w.last_outcome, w.interview, w.call "
      "ORDER BY w.campaign_id, w.staff_id, w.class",
      where);
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, values, n_values, error);
  HfDbStep step = HF_DB_STEP_FAILED;
  while (rows != NULL && (step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    add_row (shares, rows);
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&shares) : NULL;
}

/**
 * hf_store_campaigns_list_shares:
 * @session: a session
 * @id: a call list's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts how far a call list has come, by who calls and by class.
 *
 * Returns: (transfer full) (nullable) (element-type HfCampaignShare): its parts
 */
GPtrArray *
hf_store_campaigns_list_shares (HfStoreSession *session, gint64 id, GError **error)
{
  return list_shares (session, "t.campaign_id = $1", HF_DB_VALUES (hf_db_integer (id)), error);
}

/**
 * hf_store_campaigns_list_all_shares:
 * @session: a session
 * @branch_id: whose customers are counted, 0 for all
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts how far all call lists have come, by who calls and by class.
 *
 * Returns: (transfer full) (nullable) (element-type HfCampaignShare): their parts
 */
GPtrArray *
hf_store_campaigns_list_all_shares (HfStoreSession *session, gint64 branch_id, GError **error)
{
  return list_shares (session,
                      HF_DB_WHOLE_TABLE
                      "t.campaign_id IS NOT NULL AND ($1 IS NULL OR c.branch_id = $1)",
                      HF_DB_VALUES (hf_db_reference (branch_id)), error);
}
