#include "config.h"

#include "hf-store-reasons.h"

#include "hf-id.h"
#include "hf-store-import-images-private.h"
#include "hf-store-scope-private.h"
#include "hf-store-session-private.h"
#include "hf-time.h"

/* A customer has one primary reason from each source; the one before becomes contributing. */
static gboolean
make_room_for_primary (HfStoreSession *session, const HfCodedReason *reason, GError **error)
{
#define BEFORE                                                                                 \
  "customer_id = $1 AND coalesce (interview_id, 0) = $2 AND rank = 'primary' AND id <> $3"
  const HfDbValue values[] = { hf_db_integer (reason->customer_id),
                               hf_db_integer (reason->interview_id),
                               hf_db_integer (reason->id) };
  return reason->rank != HF_REASON_PRIMARY
         || (hf_store_import_images_keep (session, "coded_reason", BEFORE, values,
                                          G_N_ELEMENTS (values), error)
             && hf_db_execute (session->db,
                               "UPDATE coded_reason SET rank = 'contributing', "
                               "revision = revision + 1 WHERE " BEFORE,
                               values, G_N_ELEMENTS (values), NULL, error));
#undef BEFORE
}

static gboolean
insert_reason (HfStoreSession *session, HfCodedReason *reason, GError **error)
{
  g_autofree char *day = hf_time_format_date (reason->at);
  return hf_db_execute (
      session->db,
      "INSERT INTO coded_reason (id, customer_id, interview_id, verbatim_id, code, rank, "
      "basis, "
      "quote, quote_start, coder_id, at, learnt_on, import_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      HF_DB_VALUES (
          hf_db_integer (reason->id), hf_db_integer (reason->customer_id),
          hf_db_reference (reason->interview_id), hf_db_reference (reason->verbatim_id),
          hf_db_text (reason->code), hf_db_text (hf_reason_ranks[reason->rank].name),
          hf_db_text (hf_reason_bases[reason->basis].name), hf_db_text (reason->quote),
          hf_db_integer (reason->quote_start), hf_db_reference (reason->coder_id),
          hf_db_integer (reason->at), hf_db_text (day), hf_db_reference (session->import_id)),
      NULL, error);
}

static gboolean
update_reason (HfStoreSession *session, HfCodedReason *reason, GError **error)
{
  return hf_store_import_images_keep (session, "coded_reason", "id = $1",
                                      HF_DB_VALUES (hf_db_integer (reason->id)), error)
         && hf_store_session_update (
             session,
             "UPDATE coded_reason SET verbatim_id = $2, code = $3, rank = $4, basis = $5, "
             "quote = $6, "
             "quote_start = $7, revision = revision + 1 WHERE id = $1 AND revision = $8",
             HF_DB_VALUES (
                 hf_db_integer (reason->id), hf_db_reference (reason->verbatim_id),
                 hf_db_text (reason->code), hf_db_text (hf_reason_ranks[reason->rank].name),
                 hf_db_text (hf_reason_bases[reason->basis].name), hf_db_text (reason->quote),
                 hf_db_integer (reason->quote_start), hf_db_integer (reason->revision)),
             error);
}

static void
undo_insert (gpointer data)
{
  HfCodedReason *reason = data;
  reason->id = 0;
  reason->revision = 0;
}

static void
undo_update (gpointer data)
{
  ((HfCodedReason *) data)->revision--;
}

/**
 * hf_store_reasons_save:
 * @session: a session that writes
 * @reason: a coded reason; a new one gets its key, time and coder
 * @error: (nullable): CONFLICT, INVALID where there is no such code ...
 *
 * Stores a new or changed reason. A primary one makes the primary reason before it, of the same
 * customer and interview, a contributing one.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_reasons_save (HfStoreSession *session, HfCodedReason *reason, GError **error)
{
  gboolean is_new = reason->id == 0;
  if (is_new)
    {
      reason->id = hf_id_new ();
      hf_store_session_on_undo (session, reason, undo_insert);
    }
  if (reason->at == 0)
    reason->at = hf_store_session_get_now (session);
  if (reason->coder_id == 0)
    reason->coder_id = session->staff_id;
  if (!make_room_for_primary (session, reason, error)
      || !(is_new ? insert_reason (session, reason, error)
                  : update_reason (session, reason, error)))
    return FALSE;
  reason->revision++;
  if (!is_new)
    hf_store_session_on_undo (session, reason, undo_update);
  hf_store_session_touch (session, HF_STORE_REASONS);
  return hf_store_session_log (session, "coded_reason", reason->id,
                               is_new ? "create" : "update", "code", NULL, reason->code, error);
}

/**
 * hf_store_reasons_remove:
 * @session: a session that writes
 * @id: a coded reason's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Takes a reason away; the change log keeps its code.
 *
 * Returns: whether it is gone
 */
gboolean
hf_store_reasons_remove (HfStoreSession *session, gint64 id, GError **error)
{
  hf_store_session_touch (session, HF_STORE_REASONS);
  return hf_db_execute (
             session->db,
             "INSERT INTO change_log (id, at, staff_id, entity, entity_id, action, "
             "field, before) SELECT $2, $3, $4, 'coded_reason', id, 'delete', 'code', "
             "code FROM coded_reason WHERE id = $1",
             HF_DB_VALUES (hf_db_integer (id), hf_db_integer (hf_id_new ()),
                           hf_db_integer (hf_store_session_get_now (session)),
                           hf_db_reference (session->staff_id)),
             NULL, error)
         && hf_db_execute (session->db, "DELETE FROM coded_reason WHERE id = $1",
                           HF_DB_VALUES (hf_db_integer (id)), NULL, error);
}

static gpointer
reason_of_row (HfDbStatement *row)
{
  HfCodedReason *self = hf_coded_reason_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->customer_id = hf_db_statement_get_integer (row, 2);
  self->interview_id = hf_db_statement_get_integer (row, 3);
  self->verbatim_id = hf_db_statement_get_integer (row, 4);
  self->code = hf_db_statement_dup_text (row, 5);
  self->rank = MAX (0,
                    hf_choice_find_name (hf_reason_ranks, hf_db_statement_get_text (row, 6)));
  self->basis = MAX (0,
                     hf_choice_find_name (hf_reason_bases, hf_db_statement_get_text (row, 7)));
  self->quote = hf_db_statement_dup_text (row, 8);
  self->quote_start = hf_db_statement_get_integer (row, 9);
  self->coder_id = hf_db_statement_get_integer (row, 10);
  self->at = hf_db_statement_get_integer (row, 11);
  self->customer_code = hf_db_statement_dup_text (row, 12);
  self->customer_name = hf_db_statement_dup_text (row, 13);
  self->coder = hf_db_statement_dup_text (row, 14);
  return self;
}

#define COLUMNS                                                                                \
  "r.id, r.revision, r.customer_id, r.interview_id, r.verbatim_id, r.code, r.rank, r.basis, "  \
  "r.quote, r.quote_start, r.coder_id, r.at, c.code, c.name, s.name"
#define TABLES                                                                                 \
  " FROM coded_reason r JOIN customer c ON c.id = r.customer_id"                               \
  " LEFT JOIN staff s ON s.id = r.coder_id"

/**
 * hf_store_reasons_find_recorded:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads the primary reason that records show, as an import left it.
 *
 * Returns: (transfer full) (nullable): the reason
 */
HfCodedReason *
hf_store_reasons_find_recorded (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_get (session,
                               "SELECT " COLUMNS TABLES " WHERE r.customer_id = $1 "
                               "AND r.interview_id IS NULL AND r.basis = 'recorded' "
                               "AND r.rank = 'primary' ORDER BY r.at DESC LIMIT 1",
                               HF_DB_VALUES (hf_db_integer (customer_id)), reason_of_row,
                               error);
}

/**
 * hf_store_reasons_list:
 * @session: a session
 * @customer_id: a customer's key
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads why a customer left.
 *
 * Returns: (transfer full) (nullable) (element-type HfCodedReason): primary ones first
 */
GPtrArray *
hf_store_reasons_list (HfStoreSession *session, gint64 customer_id, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT " COLUMNS TABLES " WHERE r.customer_id = $1 ORDER BY "
                                "CASE r.rank WHEN 'primary' THEN 0 ELSE 1 END, r.at, r.id",
                                HF_DB_VALUES (hf_db_integer (customer_id)), reason_of_row,
                                g_object_unref, error);
}

/**
 * hf_store_reasons_list_after:
 * @session: a session
 * @scope: (nullable): which ones, %NULL for all
 * @after_id: the key of the last reason that was read, 0 to begin
 * @count: how many to read at most
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads coded reasons in the order of their keys, as an export does.
 *
 * Returns: (transfer full) (nullable) (element-type HfCodedReason): the reasons, none at the
 * end
 */
GPtrArray *
hf_store_reasons_list_after (HfStoreSession *session, const HfStoreScope *scope,
                             gint64 after_id, guint count, GError **error)
{
  HfDbValue values[HF_STORE_SCOPE_N_VALUES];
  hf_store_scope_bind (scope, after_id, count, values);
  return hf_store_session_list (
      session,
      "SELECT " COLUMNS TABLES " WHERE r.id > $1 AND " HF_STORE_IN_SCOPE (
          "r.learnt_on", "c.branch_id") " ORDER BY r.id LIMIT $2",
      values, G_N_ELEMENTS (values), reason_of_row, g_object_unref, error);
}
