#include "config.h"

#include "hf-store-campaigns.h"

#include "hf-id.h"
#include "hf-store-campaigns-private.h"
#include "hf-store-complaints-private.h"
#include "hf-store-customer-clause.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* All customers, with what tells whether and when they are called. */
#define MAY_CALL "CASE WHEN " HF_QUEUE_MAY_CALL ("customer") " THEN 1 ELSE 0 END AS may_call"
#define WAITS                                                                                  \
  "CASE WHEN EXISTS (SELECT 1 FROM call_task w WHERE w.customer_id = customer.id "             \
  "AND w.kind = $KIND AND w.state = 'waiting') THEN 1 ELSE 0 END AS waits"
#define ANSWERED_AT                                                                            \
  "CASE WHEN m.responded_at > 0 THEN m.responded_at WHEN m.closed_at > 0 THEN m.closed_at "    \
  "ELSE m.received_at END"
#define CLASS HF_CUSTOMER_CLASS ("customer") " AS class"
#define ZONE HF_QUEUE_ZONE ("customer") " AS zone"
#define PRIORITY HF_QUEUE_PRIORITY ("customer", "$FROM", "$TO") " AS priority"
#define PICKED                                                                                 \
  "SELECT " HF_DB_WHOLE_TABLE "customer.id, " MAY_CALL ", " WAITS ", " CLASS ", " ZONE         \
  ", " PRIORITY " FROM customer"

static char *
days_ago (HfStoreSession *session, guint days)
{
  g_autofree char *today = hf_time_format_date (hf_store_session_get_now (session));
  return hf_time_add_days (today, -(int) days);
}

/* Texts that the clause's values point to. */
typedef struct
{
  HfCustomerClause clause;
  GPtrArray *texts;
  gsize kind;
  gsize from;
  gsize to;
} Picked;

static void
picked_clear (Picked *self)
{
  hf_customer_clause_clear (&self->clause);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picked, picked_clear)

static gsize
add_text (Picked *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return hf_customer_clause_add_value (&self->clause, hf_db_text (text));
}

static void G_GNUC_PRINTF (2, 3) append (Picked *self, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  g_autofree char *condition = g_strdup_vprintf (format, values);
  va_end (values);
  hf_customer_clause_append (&self->clause, condition);
}

static void
add_lost (Picked *self, HfStoreSession *session, const HfCampaignRule *rule)
{
  if (rule->lost_from_days == 0 && rule->lost_to_days == 0)
    return;
  append (self, "customer.status = 'lost' AND customer.lost_on <= $%zu",
          add_text (self, days_ago (session, rule->lost_from_days)));
  if (rule->lost_to_days != 0)
    append (self, "customer.lost_on >= $%zu",
            add_text (self, days_ago (session, rule->lost_to_days)));
}

/* A score of another scale counts as the same share of ten. */
static void
add_scores (Picked *self, const HfCampaignRule *rule)
{
  if (rule->low_scores == 0)
    return;
  gsize below = hf_customer_clause_add_value (&self->clause, hf_db_integer (rule->low_below));
  gsize least = hf_customer_clause_add_value (&self->clause, hf_db_integer (rule->low_scores));
  append (self,
          "(SELECT count(*) FROM satisfaction_score s WHERE s.customer_id = customer.id "
          "AND s.score * 10000 < $%zu * coalesce (s.scale, 10000)) >= $%zu",
          below, least);
}

static void
add_not_called (Picked *self, HfStoreSession *session, guint days)
{
  if (days == 0)
    return;
  gint64 since = hf_store_session_get_now (session) - days * G_TIME_SPAN_DAY;
  append (self,
          "NOT EXISTS (SELECT 1 FROM call_attempt a WHERE a.customer_id = customer.id "
          "AND a.started_at > $%zu)",
          hf_customer_clause_add_value (&self->clause, hf_db_integer (since)));
}

/* Whom nobody asked since how it went. What came in by an import may lack the moment of the
 * answer. */
static void
add_answered (Picked *self, HfStoreSession *session, guint days)
{
  if (days == 0)
    return;
  gint64 since = hf_store_session_get_now (session) - days * G_TIME_SPAN_DAY;
  append (self,
          "EXISTS (SELECT 1 FROM complaint m WHERE m.customer_id = customer.id "
          "AND m.status IN " HF_STORE_COMPLAINT_ANSWERED " AND " ANSWERED_AT " > $%zu "
          "AND NOT EXISTS (SELECT 1 FROM call_attempt a WHERE a.customer_id = customer.id "
          "AND a.kind = 'follow_up' AND a.reached = 1 AND a.started_at > " ANSWERED_AT "))",
          hf_customer_clause_add_value (&self->clause, hf_db_integer (since)));
}

static void
add_rule (Picked *self, HfStoreSession *session, const HfCampaignRule *rule)
{
  HfCustomerFilter filter = {
    .status = rule->status, .grade = rule->grade, .tag = rule->tag, .branch_id = rule->branch_id
  };
  hf_customer_clause_init (&self->clause, session, &filter, HF_CUSTOMER_SEARCH_ALL, G_MAXINT64);
  if (rule->least_value > 0)
    append (self, "customer.annual_value >= $%zu",
            hf_customer_clause_add_value (&self->clause, hf_db_integer (rule->least_value)));
  add_lost (self, session, rule);
  add_scores (self, rule);
  add_not_called (self, session, rule->not_called_days);
  add_answered (self, session, rule->answered_days);
}

static void
picked_init (Picked *self, HfStoreSession *session, const HfCampaign *campaign,
             const HfCustomerChoice *choice)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (choice != NULL)
    hf_customer_clause_init_choice (&self->clause, session, choice);
  else
    add_rule (self, session, campaign->rule);
  self->kind = hf_customer_clause_add_value (
      &self->clause, hf_db_text (hf_interview_kinds[campaign->kind].name));
  self->from = add_text (self, days_ago (session, -HF_QUEUE_WINDOW_FROM_DAYS));
  self->to = add_text (self, days_ago (session, -HF_QUEUE_WINDOW_TO_DAYS));
}

/* All whom the rule picks, with what tells whether and when they are called. */
static char *
picked_sql (const Picked *self)
{
  g_autofree char *from = g_strdup_printf ("$%zu", self->from);
  g_autofree char *to = g_strdup_printf ("$%zu", self->to);
  g_autoptr (GString) sql = g_string_new (PICKED);
  g_autofree char *kind = g_strdup_printf ("$%zu", self->kind);
  g_string_replace (sql, "$KIND", kind, 0);
  g_string_replace (sql, "$FROM", from, 0);
  g_string_replace (sql, "$TO", to, 0);
  g_string_append (sql, self->clause.where->str);
  return g_strdup (sql->str);
}

/**
 * hf_store_campaigns_preview:
 * @session: a session
 * @campaign: a call list that is not made yet
 * @choice: (nullable): who was chosen by hand, instead of the list's rule
 * @preview: (out): whom its rule picks
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts whom a call list would pick now.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_campaigns_preview (HfStoreSession *session, const HfCampaign *campaign,
                            const HfCustomerChoice *choice, HfCampaignPreview *preview,
                            GError **error)
{
  g_auto (Picked) picked = { 0 };
  picked_init (&picked, session, campaign, choice);
  g_autofree char *inner = picked_sql (&picked);
  g_autofree char *sql = g_strdup_printf (
      "SELECT p.may_call, p.waits, p.class, count(*) FROM (%s) p GROUP BY p.may_call, p.waits, "
      "p.class",
      inner);
  *preview = (HfCampaignPreview){ 0 };
  g_autoptr (HfDbStatement) rows = hf_db_query (session->db, sql, picked.clause.values,
                                                picked.clause.n_values, error);
  HfDbStep step = HF_DB_STEP_FAILED;
  while (rows != NULL && (step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    {
      gint64 count = hf_db_statement_get_integer (rows, 3);
      int class = hf_choice_find_name (hf_loyalty_classes, hf_db_statement_get_text (rows, 2));
      if (!hf_db_statement_get_integer (rows, 0))
        preview->n_blocked += count;
      else if (hf_db_statement_get_integer (rows, 1))
        preview->n_waiting += count;
      else
        {
          preview->n_called += count;
          preview->classes[class >= 0 ? class : HF_LOYALTY_UNKNOWN] += count;
        }
    }
  return step == HF_DB_STEP_DONE;
}

static gpointer
picked_of_row (HfDbStatement *row)
{
  HfCallTask *self = hf_call_task_new ();
  self->customer_id = hf_db_statement_get_integer (row, 0);
  self->priority = hf_db_statement_get_integer (row, 1);
  self->customer_code = hf_db_statement_dup_text (row, 2);
  self->customer_name = hf_db_statement_dup_text (row, 3);
  self->phone = hf_db_statement_dup_text (row, 4);
  return self;
}

/**
 * hf_store_campaigns_list_picked:
 * @session: a session
 * @campaign: a call list that is not made yet
 * @choice: (nullable): who was chosen by hand, instead of the list's rule
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads whom a call list would call now.
 *
 * Returns: (transfer full) (nullable) (element-type HfCallTask): those who come first; not
 * stored
 */
GPtrArray *
hf_store_campaigns_list_picked (HfStoreSession *session, const HfCampaign *campaign,
                                const HfCustomerChoice *choice, guint count, GError **error)
{
  g_auto (Picked) picked = { 0 };
  picked_init (&picked, session, campaign, choice);
  g_autofree char *inner = picked_sql (&picked);
  g_autofree char *sql = g_strdup_printf (
      "SELECT p.id, p.priority, c.code, coalesce (c.name, c.company), c.phone FROM (%s) p "
      "JOIN customer c ON c.id = p.id WHERE p.may_call = 1 AND p.waits = 0 "
      "ORDER BY p.priority DESC, p.id LIMIT $%zu",
      inner, hf_customer_clause_add_value (&picked.clause, hf_db_integer (count)));
  return hf_store_session_list (session, sql, picked.clause.values, picked.clause.n_values,
                                picked_of_row, g_object_unref, error);
}

static gboolean
add_tasks (HfStoreSession *session, const HfCampaign *campaign, const HfCustomerChoice *choice,
           gint64 *n_called, GError **error)
{
  g_auto (Picked) picked = { 0 };
  gint64 first = hf_id_new ();
  picked_init (&picked, session, campaign, choice);
  HfCustomerClause *clause = &picked.clause;
  g_autofree char *inner = picked_sql (&picked);
  g_autofree char *staff = hf_campaigns_staff_in_turn (campaign, "n.number");
  gsize id = hf_customer_clause_add_value (clause, hf_db_integer (first));
  gsize list = hf_customer_clause_add_value (clause, hf_db_integer (campaign->id));
  gsize now = hf_customer_clause_add_value (clause,
                                            hf_db_integer (hf_store_session_get_now (session)));
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO call_task (id, customer_id, kind, state, campaign_id, staff_id, class, "
      "zone, "
      "priority, created_at) SELECT $%zu + n.number, n.id, $%zu, 'waiting', $%zu, %s, n.class, "
      "n.zone, n.priority, $%zu FROM (SELECT row_number () OVER (ORDER BY p.priority DESC, "
      "p.id) "
      "AS number, p.* FROM (%s) p WHERE p.may_call = 1 AND p.waits = 0) n",
      id, picked.kind, list, staff, now, inner);
  if (!hf_db_execute (session->db, sql, clause->values, clause->n_values, n_called, error))
    return FALSE;
  hf_id_pass (first + *n_called);
  return TRUE;
}

static void
undo_insert (gpointer campaign)
{
  HF_CAMPAIGN (campaign)->id = 0;
}

/**
 * hf_store_campaigns_make:
 * @session: a session that writes
 * @campaign: a new call list; it gets its key
 * @choice: (nullable): who was chosen by hand, instead of the list's rule
 * @n_called: (out): how many are on it
 * @error: (nullable): %HF_FIELD_ERROR, %HF_CAMPAIGN_RULE_ERROR, %HF_STORE_ERROR
 *
 * Makes a call list: whom its rule picks now waits in the call queue, for its staff in turn.
 * Who must not be called, or waits for the same kind of call already, is not on it.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_campaigns_make (HfStoreSession *session, HfCampaign *campaign,
                         const HfCustomerChoice *choice, gint64 *n_called, GError **error)
{
  g_autofree char *rule = hf_campaign_rule_format (campaign->rule);
  g_autofree char *quota = hf_campaign_format_quota (campaign);
  if (!hf_campaign_validate (campaign, error))
    return FALSE;
  campaign->id = hf_id_new ();
  campaign->revision = 1;
  campaign->created_at = hf_store_session_get_now (session);
  hf_store_session_on_undo (session, campaign, undo_insert);
  hf_store_session_touch (session, HF_STORE_QUEUE);
  return hf_db_execute (
             session->db,
             "INSERT INTO campaign (id, name, kind, state, rule, quota, deadline_on, "
             "created_by_id, created_at) VALUES ($1, $2, $3, 'open', $4, $5, $6, $7, $8)",
             HF_DB_VALUES (
                 hf_db_integer (campaign->id), hf_db_text (campaign->name),
                 hf_db_text (hf_interview_kinds[campaign->kind].name), hf_db_text (rule),
                 hf_db_text (quota), hf_db_text (campaign->deadline_on),
                 hf_db_reference (session->staff_id), hf_db_integer (campaign->created_at)),
             NULL, error)
         && hf_campaigns_save_staff (session, campaign, error)
         && add_tasks (session, campaign, choice, n_called, error)
         && hf_store_session_log (session, "campaign", campaign->id, "create", NULL, NULL,
                                  campaign->name, error);
}
