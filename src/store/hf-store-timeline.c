#include "config.h"

#include "hf-amount.h"
#include "hf-locale.h"
#include "hf-store-customers.h"
#include "hf-store-session-private.h"
#include "hf-time.h"
#include "hf-timeline-entry.h"

#define MAX_ENTRIES "500"
/* The customer and those who became a part of it. */
#define THEY "(SELECT $1 UNION ALL SELECT a.id FROM customer_alias a WHERE a.customer_id = $1)"

static gpointer
entry_of_row (HfDbStatement *row)
{
  HfTimelineEntry *self = hf_timeline_entry_new ();
  self->kind = MAX (0,
                    hf_choice_find_name (hf_timeline_kinds, hf_db_statement_get_text (row, 0)));
  self->record_id = hf_db_statement_get_integer (row, 1);
  const char *day = hf_db_statement_get_text (row, 3);
  self->at = day != NULL ? hf_time_start_of_day (day) : hf_db_statement_get_integer (row, 2);
  self->state = hf_db_statement_dup_text (row, 4);
  self->words = hf_db_statement_dup_text (row, 5);
  self->who = hf_db_statement_dup_text (row, 6);
  self->amount = hf_db_statement_get_amount (row, 7);
  return self;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const HfTimelineEntry *first = *(HfTimelineEntry *const *) a;
  const HfTimelineEntry *second = *(HfTimelineEntry *const *) b;
  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return first->record_id > second->record_id ? -1 : first->record_id < second->record_id;
}

/**
 * hf_store_customers_list_timeline:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what happened with a customer, from every table: calls, interviews, complaints,
 * promises, reasons, account managers, purchases, satisfaction scores, changes,
 * consents, the import and merges.
 *
 * Returns: (transfer full) (nullable) (element-type HfTimelineEntry): newest first, at most 500
 */
GPtrArray *
hf_store_customers_list_timeline (HfStoreSession *session, gint64 customer_id, GError **error)
{
  GPtrArray *entries = hf_store_session_list (
      session,
      "SELECT 'call', a.id, a.started_at, NULL, a.outcome, a.note, s.name, "
      "CAST (NULL AS BIGINT) "
      "FROM call_attempt a LEFT JOIN staff s ON s.id = a.staff_id "
      "WHERE a.customer_id = $1 AND a.interview_id IS NULL "
      "UNION ALL SELECT 'interview', i.id, i.started_at, NULL, i.state, i.note, s.name, NULL "
      "FROM interview i LEFT JOIN staff s ON s.id = i.staff_id WHERE i.customer_id = $1 "
      "UNION ALL SELECT 'complaint', c.id, c.received_at, NULL, c.status, c.words, s.name, "
      "NULL "
      "FROM complaint c LEFT JOIN staff s ON s.id = c.taken_by_id WHERE c.customer_id = $1 "
      "UNION ALL SELECT 'promise', p.id, p.made_at, NULL, p.state, p.what, s.name, NULL "
      "FROM promise p LEFT JOIN staff s ON s.id = p.made_by_id WHERE p.customer_id = $1 "
      "UNION ALL SELECT 'reason', r.id, r.at, NULL, r.code, r.quote, s.name, NULL "
      "FROM coded_reason r LEFT JOIN staff s ON s.id = r.coder_id WHERE r.customer_id = $1 "
      "UNION ALL SELECT 'manager', m.id, 0, m.from_on, NULL, s.name, NULL, NULL "
      "FROM account_manager_period m JOIN staff s ON s.id = m.staff_id "
      "WHERE m.customer_id = $1 AND m.from_on IS NOT NULL "
      "UNION ALL SELECT 'purchase', 0, 0, u.month || '-01', NULL, u.month, NULL, u.amount "
      "FROM purchase u WHERE u.customer_id = $1 "
      "UNION ALL SELECT 'score', y.id, 0, y.scored_on, CAST (y.scale AS TEXT), y.words, "
      "y.place, "
      "y.score FROM satisfaction_score y WHERE y.customer_id = $1 "
      "UNION ALL SELECT 'change', l.id, l.at, NULL, coalesce ((SELECT min (n.name) "
      "FROM custom_field_name n WHERE 'custom:' || n.field_id = l.field "
      "AND n.language = $2), (SELECT min (n.name) FROM custom_field_name n "
      "WHERE 'custom:' || n.field_id = l.field), l.field), l.after, s.name, NULL "
      "FROM change_log l LEFT JOIN staff s ON s.id = l.staff_id "
      "WHERE l.entity IN ('customer', 'custom_value') AND l.entity_id IN " THEY
      " AND l.action = 'update' "
      "UNION ALL SELECT 'consent', n.id, n.at, NULL, CASE n.given WHEN 1 THEN 'given' "
      "ELSE 'withdrawn' END, n.purpose, NULL, NULL FROM consent n WHERE n.customer_id = $1 "
      "UNION ALL SELECT 'import', i.id, i.at, NULL, NULL, i.file, s.name, NULL "
      "FROM customer c JOIN import i ON i.id = c.import_id "
      "LEFT JOIN staff s ON s.id = i.staff_id WHERE c.id = $1 "
      "UNION ALL SELECT 'merge', g.id, g.at, NULL, NULL, coalesce (g.gone_name, g.gone_code), "
      "s.name, NULL FROM customer_merge g LEFT JOIN staff s ON s.id = g.staff_id "
      "WHERE g.kept_id IN " THEY " AND g.undone_at = 0 "
      "LIMIT " MAX_ENTRIES,
      HF_DB_VALUES (hf_db_integer (customer_id), hf_db_text (hf_locale_get_current ())),
      entry_of_row, g_object_unref, error);
  if (entries != NULL)
    g_ptr_array_sort (entries, newest_first);
  return entries;
}
