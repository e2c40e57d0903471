#include "config.h"

#include "hf-store-campaigns.h"

#include <glib/gi18n.h>

#include "hf-field.h"
#include "hf-store-campaigns-private.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"

/* A call that ended with an interview fills the quota; so does half of one. */
#define DONE "t.state = 'done' AND t.last_outcome IN ('completed', 'partial')"

static gpointer
campaign_of_row (HfDbStatement *row)
{
  HfCampaign *self = hf_campaign_new ();
  g_autoptr (HfCampaignRule) rule = hf_campaign_rule_parse (hf_db_statement_get_text (row, 5),
                                                            NULL);
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->name = hf_db_statement_dup_text (row, 2);
  self->kind = MAX (
      0, hf_choice_find_name (hf_interview_kinds, hf_db_statement_get_text (row, 3)));
  self->state = MAX (
      0, hf_choice_find_name (hf_campaign_states, hf_db_statement_get_text (row, 4)));
  if (rule != NULL)
    {
      hf_campaign_rule_free (self->rule);
      self->rule = g_steal_pointer (&rule);
    }
  hf_campaign_parse_quota (self, hf_db_statement_get_text (row, 6), NULL);
  self->deadline_on = hf_db_statement_dup_text (row, 7);
  self->created_at = hf_db_statement_get_integer (row, 8);
  self->count.n_waiting = hf_db_statement_get_integer (row, 9);
  self->count.n_done = hf_db_statement_get_integer (row, 10);
  self->count.n_ended = hf_db_statement_get_integer (row, 11) - self->count.n_waiting
                        - self->count.n_done;
  return self;
}

#define SELECT_CAMPAIGNS                                                                       \
  "SELECT m.id, m.revision, m.name, m.kind, m.state, m.rule, m.quota, m.deadline_on, "         \
  "m.created_at, count (CASE WHEN t.state = 'waiting' THEN 1 END), "                           \
  "count (CASE WHEN " DONE " THEN 1 END), count (t.id) FROM campaign m "                       \
  "LEFT JOIN call_task t ON t.campaign_id = m.id "

/**
 * hf_store_campaigns_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the call lists and how far they have come.
 *
 * Returns: (transfer full) (nullable) (element-type HfCampaign): the open ones first, then the
 *   newest
 */
GPtrArray *
hf_store_campaigns_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (session,
                                SELECT_CAMPAIGNS "GROUP BY m.id ORDER BY CASE m.state "
                                                 "WHEN 'open' THEN 0 ELSE 1 END, m.id DESC",
                                HF_DB_NO_VALUES, campaign_of_row, g_object_unref, error);
}

/**
 * hf_store_campaigns_get:
 * @session: a session
 * @id: a call list's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads a call list, and who calls.
 *
 * Returns: (transfer full) (nullable): the call list
 */
HfCampaign *
hf_store_campaigns_get (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (HfCampaign) self = hf_store_session_get (
      session, SELECT_CAMPAIGNS "WHERE m.id = $1 GROUP BY m.id",
      HF_DB_VALUES (hf_db_integer (id)), campaign_of_row, error);
  g_autoptr (GArray) staff = self != NULL ? hf_campaigns_list_staff (session, id, error) : NULL;
  if (staff == NULL)
    return NULL;
  g_array_append_vals (self->staff, staff->data, staff->len);
  return g_steal_pointer (&self);
}

/* What waits goes when the list is closed, and comes back when it is opened again. */
static gboolean
move_waiting (HfStoreSession *session, const HfCampaign *campaign, GError **error)
{
  gboolean closed = campaign->state == HF_CAMPAIGN_CLOSED;
  return hf_db_execute (session->db,
                        "UPDATE call_task SET state = $2, revision = revision + 1 "
                        "WHERE campaign_id = $1 AND state = $3",
                        HF_DB_VALUES (hf_db_integer (campaign->id),
                                      hf_db_text (closed ? "closed" : "waiting"),
                                      hf_db_text (closed ? "waiting" : "closed")),
                        NULL, error);
}

/**
 * hf_store_campaigns_save:
 * @session: a session that writes
 * @campaign: a call list that was read and changed
 * @error: (nullable): CONFLICT where it was changed meanwhile ...
 *
 * Stores its name, deadline, quota, who calls and whether it is open. Those who wait on a
 * closed list are called no more; opened again, they are.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_campaigns_save (HfStoreSession *session, HfCampaign *campaign, GError **error)
{
  g_autofree char *quota = hf_campaign_format_quota (campaign);
  if (!hf_campaign_validate (campaign, error)
      || !hf_store_session_update (
          session,
          "UPDATE campaign SET name = $2, deadline_on = $3, quota = $4, state = $5, "
          "revision = revision + 1 WHERE id = $1 AND revision = $6",
          HF_DB_VALUES (hf_db_integer (campaign->id), hf_db_text (campaign->name),
                        hf_db_text (campaign->deadline_on), hf_db_text (quota),
                        hf_db_text (hf_campaign_states[campaign->state].name),
                        hf_db_integer (campaign->revision)),
          error))
    return FALSE;
  campaign->revision++;
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_campaigns_change_staff (session, campaign, error)
         && move_waiting (session, campaign, error)
         && hf_campaigns_fill_quota (session, campaign->id, error)
         && hf_store_session_log (session, "campaign", campaign->id, "update", NULL, NULL,
                                  campaign->name, error);
}

static gboolean
fill_class (HfStoreSession *session, const HfCampaign *campaign, HfLoyaltyClass class,
            GError **error)
{
  gint64 n_done = 0;
  const char *name = hf_loyalty_classes[class].name;
  if (!hf_store_session_count (session,
                               "SELECT count(*) FROM call_task t WHERE t.campaign_id = $1 "
                               "AND t.class = $2 AND " DONE,
                               HF_DB_VALUES (hf_db_integer (campaign->id), hf_db_text (name)),
                               &n_done, error))
    return FALSE;
  gboolean full = campaign->quota[class] != 0 && n_done >= campaign->quota[class];
  return hf_db_execute (session->db,
                        "UPDATE call_task SET state = $3, revision = revision + 1 "
                        "WHERE campaign_id = $1 AND class = $2 AND state = $4 "
                        "AND appointment_at = 0",
                        HF_DB_VALUES (hf_db_integer (campaign->id), hf_db_text (name),
                                      hf_db_text (full ? "full" : "waiting"),
                                      hf_db_text (full ? "waiting" : "full")),
                        NULL, error);
}

/**
 * hf_campaigns_fill_quota:
 * @session: a session that writes
 * @campaign_id: a call list's key, 0 for none
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Sets aside those of a class of which an open list has enough interviews, and takes them back
 * where it has not; an appointment is kept.
 *
 * Returns: whether it is stored
 */
gboolean
hf_campaigns_fill_quota (HfStoreSession *session, gint64 campaign_id, GError **error)
{
  if (campaign_id == 0)
    return TRUE;
  g_autoptr (HfCampaign) campaign = hf_store_session_get (
      session,
      "SELECT m.id, m.revision, m.name, m.kind, m.state, m.rule, m.quota, m.deadline_on, "
      "m.created_at, 0, 0, 0 FROM campaign m WHERE m.id = $1",
      HF_DB_VALUES (hf_db_integer (campaign_id)), campaign_of_row, error);
  if (campaign == NULL)
    return FALSE;
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS && campaign->state == HF_CAMPAIGN_OPEN; i++)
    if (!fill_class (session, campaign, i, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_store_campaigns_list_tasks:
 * @session: a session
 * @id: a call list's key
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads who is on a call list.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): those who wait first, in the
 *   order of the queue
 */
GPtrArray *
hf_store_campaigns_list_tasks (HfStoreSession *session, gint64 id, guint count, GError **error)
{
  return hf_store_session_list (session,
                                HF_QUEUE_SELECT
                                "WHERE t.campaign_id = $1 ORDER BY CASE t.state "
                                "WHEN 'waiting' THEN 0 ELSE 1 END, t.priority DESC, t.id "
                                "LIMIT $2",
                                HF_DB_VALUES (hf_db_integer (id), hf_db_integer (count)),
                                hf_queue_task_of_row, g_object_unref, error);
}

/* Nobody was called yet, and nothing came of the list. */
static gboolean
check_untouched (HfStoreSession *session, gint64 id, GError **error)
{
  gint64 n_touched = 0;
  if (!hf_store_session_count (
          session,
          "SELECT count(*) FROM call_task t WHERE t.campaign_id = $1 AND (t.attempts > 0 "
          "OR t.state NOT IN ('waiting', 'closed') OR t.appointment_at > 0 "
          "OR EXISTS (SELECT 1 FROM interview i WHERE i.task_id = t.id) "
          "OR EXISTS (SELECT 1 FROM call_attempt a WHERE a.task_id = t.id))",
          HF_DB_VALUES (hf_db_integer (id)), &n_touched, error))
    return FALSE;
  if (n_touched > 0)
    g_set_error_literal (
        error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
        _ ("Somebody on this call list was called already. Close it instead."));
  return n_touched == 0;
}

/**
 * hf_store_campaigns_remove:
 * @session: a session that writes
 * @id: a call list's key
 * @error: (nullable): %HF_FIELD_ERROR_INVALID where somebody on it was called, NOT_FOUND ...
 *
 * Takes back that a call list was made: those on it wait no more.
 *
 * Returns: whether it is gone
 */
gboolean
hf_store_campaigns_remove (HfStoreSession *session, gint64 id, GError **error)
{
  g_autoptr (HfCampaign) campaign = hf_store_campaigns_get (session, id, error);
  if (campaign == NULL || !check_untouched (session, id, error))
    return FALSE;
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_db_execute (session->db, "DELETE FROM call_task WHERE campaign_id = $1",
                        HF_DB_VALUES (hf_db_integer (id)), NULL, error)
         && hf_db_execute (session->db, "DELETE FROM campaign WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (id)), NULL, error)
         && hf_store_session_log (session, "campaign", id, "delete", NULL, campaign->name, NULL,
                                  error);
}
