#include "config.h"

#include "hf-store-timeline.h"

#include "hf-store-session-private.h"
#include "hf-time.h"

/* The customer and those who became a part of it. */
#define THEY                                                                                   \
  "(SELECT page.customer UNION ALL SELECT a.id FROM customer_alias a "                         \
  "WHERE a.customer_id = page.customer)"
#define STAFF(column) " LEFT JOIN staff s ON s.id = t." column
#define OF_CUSTOMER(table, column)                                                             \
  table " t" STAFF (column) " WHERE t.customer_id = page.customer"
#define ANSWERED(question)                                                                     \
  "interview i CROSS JOIN answer t" STAFF (                                                    \
      "staff_id") " WHERE i.customer_id = page.customer "                                      \
                  "AND t.interview_id = i.id AND t.question IN (" question                     \
                  ") AND t.state = 'current' AND t.value <> ''"
#define NO_AMOUNT "CAST (NULL AS BIGINT)"
#define NO_TEXT "CAST (NULL AS TEXT)"

/* Where entries of a kind come from. The record is the table t, or what stands for it. */
typedef struct
{
  const char *id;
  const char *at;   /* a moment, or NULL */
  const char *day;  /* a day, or NULL */
  const char *what; /* state, words, who, amount */
  const char *from; /* beside the table "page" of one row, which is looked at first */
} Source;

/* A customer's file says of most changes what it was, and what it is. The account manager's is
 * told by the history, and what belongs to a refusal by the refusal. */
#define CHANGES                                                                                \
  "change_log t" STAFF ("staff_id") " WHERE t.entity IN ('customer', 'custom_value') "         \
                                    "AND t.action = 'update' AND t.entity_id IN " THEY " AND "
#define IS_TOLD_BY_HISTORY                                                                     \
  "t.field = 'account_manager' AND EXISTS (SELECT 1 FROM account_manager_period m "            \
  "JOIN staff x ON x.id = m.staff_id WHERE m.customer_id = page.customer "                     \
  "AND m.from_on IS NOT NULL AND x.name = t.after)"
#define IS_TOLD_BY_REFUSAL                                                                     \
  "t.field = 'do_not_call' OR (t.field IN ('do_not_call_on', 'do_not_call_reason') "           \
  "AND EXISTS (SELECT 1 FROM change_log c WHERE c.entity = t.entity "                          \
  "AND c.entity_id = t.entity_id AND c.at = t.at AND c.field = 'do_not_call'))"

static const Source sources[] = {
  [HF_TIMELINE_CALL] = { "t.id", "t.started_at", NULL, "t.outcome, t.note, s.name, " NO_AMOUNT,
                         OF_CUSTOMER ("call_attempt",
                                      "staff_id") " AND t.interview_id IS NULL" },
  [HF_TIMELINE_INTERVIEW] = { "t.id", "t.started_at", NULL,
                              "t.state, t.note, s.name, " NO_AMOUNT,
                              OF_CUSTOMER ("interview", "staff_id") },
  [HF_TIMELINE_COMPLAINT] = { "t.id", "t.received_at", NULL,
                              "t.status, t.words, s.name, " NO_AMOUNT,
                              OF_CUSTOMER ("complaint", "taken_by_id") },
  [HF_TIMELINE_PROMISE] = { "t.id", "t.made_at", NULL, "t.state, t.what, s.name, " NO_AMOUNT,
                            OF_CUSTOMER ("promise", "made_by_id") },
  [HF_TIMELINE_REASON] = { "t.id", "t.at", NULL, "t.code, t.quote, s.name, " NO_AMOUNT,
                           OF_CUSTOMER ("coded_reason", "coder_id") },
  [HF_TIMELINE_MANAGER]
  = { "t.id", NULL, "t.from_on", NO_TEXT ", s.name, " NO_TEXT ", " NO_AMOUNT,
      OF_CUSTOMER ("account_manager_period", "staff_id") " AND t.from_on IS NOT NULL" },
  [HF_TIMELINE_PURCHASE] = { "CAST (0 AS BIGINT)", NULL, "t.month || '-01'",
                             NO_TEXT ", t.month, " NO_TEXT ", t.amount",
                             "purchase t WHERE t.customer_id = page.customer" },
  [HF_TIMELINE_SCORE] = { "t.id", NULL, "t.scored_on",
                          "CAST (t.scale AS TEXT), t.words, t.place, t.score",
                          "satisfaction_score t WHERE t.customer_id = page.customer" },
  [HF_TIMELINE_NEED] = { "t.id", "t.at", NULL, NO_TEXT ", t.value, s.name, " NO_AMOUNT,
                         ANSWERED ("'needs', 'what-else'") },
  [HF_TIMELINE_REFERRAL] = { "t.id", "t.at", NULL,
                             NO_TEXT ", replace (t.value, '\n', ' · '), s.name, " NO_AMOUNT,
                             ANSWERED ("'referred'") },
  [HF_TIMELINE_OFFER] = { "t.id", "t.at", NULL,
                          "(SELECT max (r.value) FROM answer r WHERE r.interview_id = "
                          "t.interview_id AND r.question = 'offer-result' "
                          "AND r.state = 'current'), t.value || coalesce ((SELECT ' · ' || "
                          "max (w.value) FROM answer w WHERE w.interview_id = t.interview_id "
                          "AND w.question = 'offer-why' AND w.state = 'current' "
                          "AND w.value <> ''), ''), s.name, " NO_AMOUNT,
                          ANSWERED ("'offer'") },
  [HF_TIMELINE_CHANGE] = { "t.id", "t.at", NULL, "t.field, t.after, s.name, " NO_AMOUNT,
                           CHANGES "NOT (coalesce (" IS_TOLD_BY_HISTORY ", FALSE)) AND NOT "
                                   "(coalesce (" IS_TOLD_BY_REFUSAL ", FALSE))" },
  [HF_TIMELINE_REFUSAL] = { "t.id", "t.at", NULL,
                            "t.after, (SELECT max (c.after) FROM change_log c "
                            "WHERE c.entity = t.entity AND c.entity_id = t.entity_id "
                            "AND c.at = t.at AND c.field = 'do_not_call_reason'), "
                            "s.name, " NO_AMOUNT,
                            CHANGES "t.field = 'do_not_call'" },
  [HF_TIMELINE_CONSENT] = { "t.id", "t.at", NULL,
                            "CASE t.given WHEN 1 THEN 'given' ELSE 'withdrawn' END, "
                            "t.purpose, s.name, " NO_AMOUNT,
                            OF_CUSTOMER ("consent", "staff_id") },
  /* All that made the customer or changed something of it. */
  [HF_TIMELINE_IMPORT]
  = { "t.id", "t.at", NULL,
      "CASE WHEN t.undone_at <> 0 THEN 'undone' WHEN EXISTS (SELECT 1 FROM customer c WHERE "
      "c.id = page.customer AND c.import_id = t.id) THEN 'created' ELSE 'changed' END, t.file, "
      "s.name, " NO_AMOUNT,
      "import t" STAFF (
          "staff_id") " WHERE t.id IN (SELECT import_id FROM customer WHERE id = page.customer "
                      "UNION SELECT import_id FROM change_log WHERE entity IN ('customer', "
                      "'custom_value') "
                      "AND entity_id IN " THEY
                      " UNION SELECT import_id FROM purchase WHERE customer_id = page.customer "
                      "UNION SELECT import_id FROM satisfaction_score WHERE customer_id = "
                      "page.customer "
                      "UNION SELECT import_id FROM account_manager_period WHERE customer_id = "
                      "page.customer "
                      "UNION SELECT import_id FROM complaint WHERE customer_id = "
                      "page.customer)" },
  [HF_TIMELINE_MERGE] = { "t.id", "t.at", NULL,
                          NO_TEXT ", coalesce (t.gone_name, t.gone_code), s.name, " NO_AMOUNT,
                          "customer_merge t" STAFF ("staff_id") " WHERE t.kept_id IN " THEY
                                                                " AND t.undone_at = 0" },
};

static gpointer
entry_of_row (HfDbStatement *row)
{
  HfTimelineEntry *self = hf_timeline_entry_new ();
  self->kind = (HfTimelineKind) hf_db_statement_get_integer (row, 0);
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

/* As many of one kind as may be needed, from where the last page ended. */
static void
append_source (GString *sql, int kind)
{
  const Source *source = &sources[kind];
  const char *when = source->at != NULL ? source->at : source->day;
  const char *end = source->at != NULL ? "page.at" : "page.day";
  const char *same = source->at != NULL ? "page.at" : "page.same_day";
  g_string_append_printf (
      sql,
      "SELECT * FROM (SELECT %d AS kind, %s AS id, %s AS at, %s AS day, %s FROM page "
      "CROSS JOIN %s AND (%s < %s OR (%s = %s AND (page.kind < %d OR (page.kind = %d "
      "AND %s < page.id)))) ORDER BY %s DESC, 2 DESC LIMIT (SELECT most FROM page)) AS of_%s",
      kind, source->id, source->at != NULL ? source->at : "CAST (0 AS BIGINT)",
      source->day != NULL ? source->day : NO_TEXT, source->what, source->from, when, end, when,
      same, kind, kind, source->id, source->at != NULL ? "3" : "4",
      hf_timeline_kinds[kind].name);
}

static char *
make_statement (int kind)
{
  GString *sql = g_string_new (
      "WITH page AS (SELECT CAST ($1 AS BIGINT) AS customer, CAST ($2 AS BIGINT) AS at, "
      "CAST ($3 AS TEXT) AS day, CAST ($4 AS TEXT) AS same_day, CAST ($5 AS BIGINT) AS kind, "
      "CAST ($6 AS BIGINT) AS id, CAST ($7 AS BIGINT) AS most) ");
  const char *between = "";
  for (int i = 0; i < (int) G_N_ELEMENTS (sources); i++)
    if (kind == i || (kind == HF_TIMELINE_ALL && i != HF_TIMELINE_PURCHASE))
      {
        g_string_append (sql, between);
        append_source (sql, i);
        between = " UNION ALL ";
      }
  return g_string_free (sql, FALSE);
}

/* Days that begin before the moment, and the one that begins then. */
static void
find_days (gint64 at, char **end, char **same)
{
  g_autofree char *day = hf_time_format_date (at);
  gboolean begins = day != NULL && hf_time_start_of_day (day) == at;
  *same = g_strdup (begins ? day : "");
  *end = day == NULL ? g_strdup ("") : begins ? g_strdup (day) : hf_time_add_days (day, 1);
}

/**
 * hf_store_timeline_list:
 * @session: a session
 * @customer_id: a customer's key
 * @kind: a #HfTimelineKind, or %HF_TIMELINE_ALL
 * @after: (nullable): the last entry that was read, %NULL to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what happened with a customer, from every table: calls, interviews, complaints,
 * promises, reasons, account managers, satisfaction scores, needs, referrals, win-back offers,
 * changes, the do-not-call list, consents, imports and merges.
 *
 * Returns: (transfer full) (nullable) (element-type HfTimelineEntry): the next ones, newest
 *   first
 */
GPtrArray *
hf_store_timeline_list (HfStoreSession *session, gint64 customer_id, int kind,
                        const HfTimelineEntry *after, guint count, GError **error)
{
  g_autofree char *sql = make_statement (kind);
  g_autofree char *end = NULL, *same = NULL;
  if (after != NULL)
    find_days (after->at, &end, &same);
  GPtrArray *entries = hf_store_session_list (
      session, sql,
      HF_DB_VALUES (
          hf_db_integer (customer_id), hf_db_integer (after != NULL ? after->at : G_MAXINT64),
          hf_db_text (after != NULL ? end : "9999-99-99"),
          hf_db_text (after != NULL ? same : ""),
          hf_db_integer (after != NULL ? (gint64) after->kind : 0),
          hf_db_integer (after != NULL ? after->record_id : 0), hf_db_integer (count)),
      entry_of_row, g_object_unref, error);
  if (entries == NULL)
    return NULL;
  g_ptr_array_sort (entries, newest_first);
  if (entries->len > count)
    g_ptr_array_set_size (entries, (int) count);
  return entries;
}
