#include "config.h"

#include "hf-store-complaints-private.h"
#include "hf-store-escalations-private.h"
#include "hf-store-keys-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-scorecard-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* So many complaints, the newest, are looked through for products, and so many are offered. */
#define LATELY "2000"
#define MOST_PRODUCTS "30"

/* What a search matches in a complaint; the parameter is the last one. */
#define MATCHES                                                                                \
  "(lower (complaint.words) LIKE $%u ESCAPE '!' OR lower (complaint.number) LIKE $%u "         \
  "ESCAPE '!' OR lower (complaint.customer_name) LIKE $%u ESCAPE '!' "                         \
  "OR lower (complaint.product) LIKE $%u ESCAPE '!' "                                          \
  "OR lower (complaint.customer_code) LIKE $%u ESCAPE '!' OR complaint.customer_id IN "        \
  "(SELECT id FROM customer WHERE sort_name LIKE $%u ESCAPE '!'))"

/* The order that the indexes of all complaints, of open ones and of unanswered ones have. */
#define NEWEST_FIRST " ORDER BY complaint.received_at DESC, complaint.id DESC"

/* In so many, the newest, a search looks first. */
#define LOOKED_FIRST "10000"

/**
 * hf_complaint_filter_copy:
 * @self: (nullable): a filter
 *
 * Copies a filter, so that a worker thread has its own.
 *
 * Returns: (transfer full): the copy; of %NULL one that does not narrow
 */
HfComplaintFilter *
hf_complaint_filter_copy (const HfComplaintFilter *self)
{
  HfComplaintFilter *copy = g_new0 (HfComplaintFilter, 1);
  if (self == NULL)
    return copy;
  *copy = *self;
  copy->search = g_strdup (self->search);
  copy->status = g_strdup (self->status);
  copy->received = hf_period_copy (self->received);
  return copy;
}

/**
 * hf_complaint_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
hf_complaint_filter_free (HfComplaintFilter *self)
{
  g_free (self->search);
  g_free (self->status);
  g_clear_pointer (&self->received, hf_period_free);
  g_free (self);
}

/* The typed text between wildcards, with its own wildcards taken literally; in small letters,
 * as lower() of both engines makes them. */
static char *
like_pattern (const char *typed)
{
  if (hf_text_is_blank (typed))
    return NULL;
  g_autofree char *trimmed = hf_text_trim (typed);
  g_autofree char *lower = g_ascii_strdown (trimmed, -1);
  GString *pattern = g_string_new (lower);
  g_string_replace (pattern, "!", "!!", 0);
  g_string_replace (pattern, "%", "!%", 0);
  g_string_replace (pattern, "_", "!_", 0);
  g_string_prepend_c (pattern, '%');
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

/* What a clause binds at most: a group's values, five of its own, and how many are read. */
#define MAX_VALUES (HF_SCORE_GROUP_MAX_VALUES + 6)

/* Which complaints: conditions, each only where it narrows, so that an index can serve. */
typedef struct
{
  GString *sql;
  HfDbValue values[MAX_VALUES];
  gsize n_values;
  char *pattern; /* that a value is, or NULL */
} Clause;

static void
clause_add (Clause *self, const char *condition)
{
  g_string_append_printf (self->sql, " AND %s", condition);
}

/* The condition ends before its parameter. */
static void
clause_add_value (Clause *self, const char *condition, HfDbValue value)
{
  self->values[self->n_values++] = value;
  g_string_append_printf (self->sql, " AND %s $%u", condition, (guint) self->n_values);
}

static void
clause_add_late (Clause *self, const HfComplaintFilter *filter)
{
  if (filter->group != HF_SCORE_GROUP_ANY)
    {
      clause_add (self, HF_STORE_COMPLAINT_IS_LATE ("complaint", "$4"));
      return;
    }
  self->values[self->n_values++] = hf_db_integer (filter->now);
  clause_add (self, HF_STORE_COMPLAINT_IS_LATE ("complaint", "$1"));
}

static void
clause_add_place (Clause *self, const HfComplaintFilter *filter)
{
  if (filter->branch_id == HF_COMPLAINT_NO_BRANCH)
    clause_add (self, "complaint.branch_id IS NULL");
  else if (filter->branch_id != 0)
    clause_add_value (self, "complaint.branch_id =", hf_db_integer (filter->branch_id));
  if (filter->received != NULL && filter->received->from != NULL)
    clause_add_value (self, "complaint.received_on >=", hf_db_text (filter->received->from));
  if (filter->received != NULL && filter->received->to != NULL)
    clause_add_value (self, "complaint.received_on <=", hf_db_text (filter->received->to));
}

static void
clause_add_search (Clause *self)
{
  if (self->pattern == NULL)
    return;
  self->values[self->n_values++] = hf_db_text (self->pattern);
  guint n = self->n_values;
  g_string_append_printf (self->sql, " AND " MATCHES, n, n, n, n, n, n);
}

static void
clause_init (Clause *self, const HfComplaintFilter *filter)
{
  *self = (Clause){ .sql = g_string_new (" WHERE TRUE"),
                    .pattern = like_pattern (filter->search) };
  if (filter->group != HF_SCORE_GROUP_ANY)
    hf_score_group_restrict (filter, self->sql, self->values, &self->n_values);
  if (filter->only_late)
    clause_add_late (self, filter);
  if (filter->only_open)
    clause_add (self, HF_STORE_COMPLAINT_IS_OPEN);
  if (filter->only_escalated)
    clause_add (self, HF_ESCALATION_COMPLAINT ("complaint"));
  if (filter->status != NULL)
    clause_add_value (self, "complaint.status =", hf_db_text (filter->status));
  clause_add_place (self, filter);
  clause_add_search (self);
}

static void
clause_clear (Clause *self)
{
  g_string_free (self->sql, TRUE);
  g_free (self->pattern);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clause, clause_clear)

/**
 * hf_store_complaints_list_keys:
 * @session: a session
 * @filter: (nullable): which complaints
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the keys of the complaints that a list shows, newest first.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys
 */
GArray *
hf_store_complaints_list_keys (HfStoreSession *session, const HfComplaintFilter *filter,
                               GError **error)
{
  g_autoptr (HfComplaintFilter) used = hf_complaint_filter_copy (filter);
  g_auto (Clause) clause = { NULL };
  clause_init (&clause, used);
  g_autofree char *sql = g_strconcat ("SELECT complaint.id FROM complaint", clause.sql->str,
                                      NEWEST_FIRST, NULL);
  return hf_store_keys_list (session, sql, clause.values, clause.n_values, error);
}

/**
 * hf_store_complaints_start_quickly:
 * @filter: (nullable): which complaints
 *
 * Tells whether hf_store_complaints_list() finds the first of very many at once.
 *
 * Returns: whether it does
 */
gboolean
hf_store_complaints_start_quickly (const HfComplaintFilter *filter)
{
  return filter == NULL || (filter->status == NULL && filter->group == HF_SCORE_GROUP_ANY);
}

/**
 * hf_store_complaints_list:
 * @session: a session
 * @filter: (nullable): which complaints
 * @count: how many at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the first complaints of a list. A search looks only through the newest, in which there
 * may be less than there are in all.
 *
 * Returns: (transfer full) (nullable) (element-type HfComplaint): the newest first
 */
GPtrArray *
hf_store_complaints_list (HfStoreSession *session, const HfComplaintFilter *filter, guint count,
                          GError **error)
{
  g_autoptr (HfComplaintFilter) used = hf_complaint_filter_copy (filter);
  g_auto (Clause) clause = { NULL };
  clause_init (&clause, used);
  const char *newest = clause.pattern != NULL
                           ? " AND complaint.id IN (SELECT id FROM complaint "
                             "ORDER BY received_at DESC, id DESC LIMIT " LOOKED_FIRST ")"
                           : "";
  clause.values[clause.n_values++] = hf_db_integer (count);
  g_autofree char *sql = g_strdup_printf (
      "SELECT " HF_STORE_COMPLAINT_COLUMNS HF_STORE_COMPLAINT_TABLES "%s%s" NEWEST_FIRST
      " LIMIT $%u",
      clause.sql->str, newest, (guint) clause.n_values);
  return hf_store_session_list (session, sql, clause.values, clause.n_values,
                                hf_store_complaint_of_row, g_object_unref, error);
}

static GPtrArray *
with_marks (HfStoreSession *session, GPtrArray *complaints, GError **error)
{
  if (complaints == NULL || hf_escalations_mark (session, complaints, error))
    return complaints;
  g_ptr_array_unref (complaints);
  return NULL;
}

/**
 * hf_store_complaints_read:
 * @session: a session
 * @keys: (array length=n_keys): which complaints
 * @n_keys: how many
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads the complaints that a list shows at one place.
 *
 * Returns: (transfer full) (nullable) (element-type HfComplaint): the complaints, in the order
 *   of the keys; %NULL in the place of one that is gone
 */
GPtrArray *
hf_store_complaints_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                          GError **error)
{
  return with_marks (
      session,
      hf_store_keys_read (session,
                          "SELECT " HF_STORE_COMPLAINT_COLUMNS HF_STORE_COMPLAINT_TABLES
                          " WHERE complaint.id",
                          keys, n_keys, hf_store_complaint_of_row, error),
      error);
}

/**
 * hf_store_complaints_count:
 * @session: a session
 * @filter: (nullable): which complaints
 * @count: (out): how many there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Counts the complaints that a list shows.
 *
 * Returns: whether they could be counted
 */
gboolean
hf_store_complaints_count (HfStoreSession *session, const HfComplaintFilter *filter,
                           gint64 *count, GError **error)
{
  g_autoptr (HfComplaintFilter) used = hf_complaint_filter_copy (filter);
  g_auto (Clause) clause = { NULL };
  clause_init (&clause, used);
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM complaint", clause.sql->str, NULL);
  return hf_store_session_count (session, sql, clause.values, clause.n_values, count, error);
}

/**
 * hf_store_complaints_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last complaint that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads complaints in the order of their keys, with their course, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfComplaint): the complaints, none at the
 * end
 */
GPtrArray *
hf_store_complaints_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  GPtrArray *complaints = hf_store_session_list (
      session,
      "SELECT " HF_STORE_COMPLAINT_COLUMNS HF_STORE_COMPLAINT_TABLES
      " WHERE complaint.id > $1 AND " HF_STORE_IN_SCOPE (
          "complaint.received_on", "complaint.branch_id") " ORDER BY complaint.id LIMIT $2",
      values, G_N_ELEMENTS (values), hf_store_complaint_of_row, g_object_unref, error);
  g_autoptr (GPtrArray) marked = with_marks (session, complaints, error);
  return marked != NULL && hf_complaints_add_course (session, marked, error)
             ? g_steal_pointer (&marked)
             : NULL;
}

static gpointer
text_of_row (HfDbStatement *row)
{
  return hf_db_statement_dup_text (row, 0);
}

/**
 * hf_store_complaints_list_products:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was complained about lately, to choose from.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): products, the most frequent first
 */
GPtrArray *
hf_store_complaints_list_products (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT product FROM (SELECT product FROM complaint ORDER BY received_at DESC, id DESC "
      "LIMIT " LATELY ") AS newest WHERE product IS NOT NULL GROUP BY product "
      "ORDER BY count(*) DESC, product LIMIT " MOST_PRODUCTS,
      HF_DB_NO_VALUES, text_of_row, g_free, error);
}
