#include "config.h"

#include "hf-campaign-merge.h"
#include "hf-store-campaigns-private.h"
#include "hf-store-session-private.h"

/**
 * hf_campaigns_staff_in_turn:
 * @campaign: a call list
 * @number: SQL that numbers those on it, from 1
 *
 * Writes as SQL who is to call, one after the other. Keys are numbers of ours, so that they may
 * stand in the statement.
 *
 * Returns: (transfer full): the SQL of a staff member's key
 */
char *
hf_campaigns_staff_in_turn (const HfCampaign *campaign, const char *number)
{
  GArray *staff = campaign->staff;
  if (staff->len == 0)
    return g_strdup ("CAST (NULL AS BIGINT)");
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_append_printf (sql, "CASE (%s - 1) %% %u", number, staff->len);
  for (guint i = 0; i < staff->len; i++)
    g_string_append_printf (sql, " WHEN %u THEN CAST (%" G_GINT64_FORMAT " AS BIGINT)", i,
                            g_array_index (staff, gint64, i));
  g_string_append (sql, " END");
  return g_strdup (sql->str);
}

/**
 * hf_campaigns_list_staff:
 * @session: a session
 * @campaign_id: a call list's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads who calls.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their keys in order, none for
 *   everybody
 */
GArray *
hf_campaigns_list_staff (HfStoreSession *session, gint64 campaign_id, GError **error)
{
  g_autoptr (GArray) staff = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HfDbStatement) rows = hf_db_query (
      session->db,
      "SELECT staff_id FROM campaign_staff WHERE campaign_id = $1 ORDER BY staff_id",
      HF_DB_VALUES (hf_db_integer (campaign_id)), error);
  HfDbStep step = HF_DB_STEP_FAILED;
  while (rows != NULL && (step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 id = hf_db_statement_get_integer (rows, 0);
      g_array_append_val (staff, id);
    }
  return step == HF_DB_STEP_DONE ? g_steal_pointer (&staff) : NULL;
}

/**
 * hf_campaigns_save_staff:
 * @session: a session that writes
 * @campaign: a call list of which nobody is stored who calls
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores who calls.
 *
 * Returns: whether it is stored
 */
gboolean
hf_campaigns_save_staff (HfStoreSession *session, const HfCampaign *campaign, GError **error)
{
  for (guint i = 0; i < campaign->staff->len; i++)
    if (!hf_db_execute (
            session->db, "INSERT INTO campaign_staff (campaign_id, staff_id) VALUES ($1, $2)",
            HF_DB_VALUES (hf_db_integer (campaign->id),
                          hf_db_integer (g_array_index (campaign->staff, gint64, i))),
            NULL, error))
      return FALSE;
  return TRUE;
}

/* Who agreed with somebody on an hour is called by them. */
static gboolean
share_out (HfStoreSession *session, const HfCampaign *campaign, GError **error)
{
  g_autofree char *staff = hf_campaigns_staff_in_turn (campaign, "n.number");
  g_autofree char *sql = g_strdup_printf (
      "UPDATE call_task SET staff_id = %s, revision = revision + 1 FROM (SELECT w.id AS task, "
      "row_number () OVER (ORDER BY w.priority DESC, w.id) AS number FROM call_task w "
      "WHERE w.campaign_id = $1 AND w.state IN ('waiting', 'full', 'closed') "
      "AND w.appointment_at = 0) n WHERE call_task.id = n.task",
      staff);
  return hf_db_execute (session->db, sql, HF_DB_VALUES (hf_db_integer (campaign->id)), NULL,
                        error);
}

/**
 * hf_campaigns_change_staff:
 * @session: a session that writes
 * @campaign: a stored call list
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Stores who calls, where that changed, and shares out anew those who wait; an appointment
 * stays with whom it was made.
 *
 * Returns: whether it is stored
 */
gboolean
hf_campaigns_change_staff (HfStoreSession *session, const HfCampaign *campaign, GError **error)
{
  g_autoptr (GArray) before = hf_campaigns_list_staff (session, campaign->id, error);
  if (before == NULL)
    return FALSE;
  if (hf_campaign_same_staff (before, campaign->staff))
    return TRUE;
  return hf_db_execute (session->db, "DELETE FROM campaign_staff WHERE campaign_id = $1",
                        HF_DB_VALUES (hf_db_integer (campaign->id)), NULL, error)
         && hf_campaigns_save_staff (session, campaign, error)
         && share_out (session, campaign, error);
}
