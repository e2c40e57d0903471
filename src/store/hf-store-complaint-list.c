#include "config.h"

#include "hf-store-complaints-private.h"
#include "hf-store-escalations-private.h"
#include "hf-store-keys-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

/* So many complaints, the newest, are looked through for products, and so many are offered. */
#define LATELY "2000"
#define MOST_PRODUCTS "30"

/* Every condition is in the statement; a parameter that is NULL or 0 lets everything pass. */
#define WHERE                                                                                  \
  " WHERE ($1 IS NULL OR lower (complaint.words) LIKE $1 ESCAPE '!'"                           \
  " OR lower (complaint.number) LIKE $1 ESCAPE '!' OR lower (complaint.customer_name) LIKE "   \
  "$1 ESCAPE '!'"                                                                              \
  " OR lower (complaint.product) LIKE $1 ESCAPE '!' OR lower (complaint.customer_code) LIKE "  \
  "$1 ESCAPE '!'"                                                                              \
  " OR complaint.customer_id IN (SELECT id FROM customer WHERE sort_name LIKE $1 ESCAPE '!'))" \
  " AND ($2 IS NULL OR complaint.status = $2)"                                                 \
  " AND ($3 = 0 OR complaint.status <> 'closed')"                                              \
  " AND ($4 = 0 OR " HF_STORE_COMPLAINT_IS_LATE (                                              \
      "complaint", "$5") ") AND ($6 = 0 OR " HF_ESCALATION_COMPLAINT ("complaint") ")"

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

/* The parameters of WHERE; the texts are borrowed. */
#define FILTER_VALUES(filter, pattern)                                                         \
  HF_DB_VALUES (hf_db_text (pattern), hf_db_text ((filter)->status),                           \
                hf_db_integer ((filter)->only_open), hf_db_integer ((filter)->only_late),      \
                hf_db_integer ((filter)->now), hf_db_integer ((filter)->only_escalated))

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
  g_autofree char *pattern = like_pattern (used->search);
  return hf_store_keys_list (session,
                             "SELECT complaint.id FROM complaint" WHERE
                             " ORDER BY complaint.received_at DESC, complaint.id DESC",
                             FILTER_VALUES (used, pattern), error);
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
  g_autofree char *pattern = like_pattern (used->search);
  return hf_store_session_count (session, "SELECT count(*) FROM complaint" WHERE,
                                 FILTER_VALUES (used, pattern), count, error);
}

/**
 * hf_store_complaints_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last complaint that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads complaints in the order of their keys, as an export does.
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
  return with_marks (session, complaints, error);
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
