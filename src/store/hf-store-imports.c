#include "config.h"

#include "hf-store-imports.h"

#include "hf-id.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"

/* From here on indexes cost more time than everything else. */
#define MANY_ROWS 10000

/**
 * hf_store_imports_begin:
 * @session: a session that writes
 * @kind: what is imported, as hf_import_entity_find() knows it
 * @file: the spreadsheet's name
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Begins an import: what is stored in this session from now on carries its key.
 *
 * Returns: whether it has begun
 */
gboolean
hf_store_imports_begin (HfStoreSession *session, const char *kind, const char *file,
                        GError **error)
{
  gint64 id = hf_id_new ();
  if (!hf_db_execute (session->db,
                      "INSERT INTO import (id, kind, file, at, staff_id, rows_read, "
                      "rows_created, rows_updated, rows_skipped, rows_rejected) "
                      "VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0)",
                      HF_DB_VALUES (hf_db_integer (id), hf_db_text (kind), hf_db_text (file),
                                    hf_db_integer (hf_store_session_get_now (session)),
                                    hf_db_reference (session->staff_id)),
                      NULL, error))
    return FALSE;
  session->import_id = id;
  hf_store_session_begin_bulk (session);
  return TRUE;
}

/**
 * hf_store_imports_expect:
 * @session: a session in which an import of customers is under way
 * @n_rows: about how many rows it has
 * @by_alikeness: whether the import looks for customers by phone and name, too
 * @many: (out): whether there are to be many more customers than there are
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes ready for many customers: where they are to be many more than there are, most indexes
 * are made at the end, all at once.
 *
 * Returns: whether the import may go on
 */
gboolean
hf_store_imports_expect (HfStoreSession *session, gint64 n_rows, gboolean by_alikeness,
                         gboolean *many, GError **error)
{
  static const char *const alikeness[] = { "customer_by_phone", "customer_by_name", NULL };
  static const char *const none[] = { NULL };
  const char *const *kept = by_alikeness ? alikeness : none;
  gint64 n_stored = 0;
  *many = FALSE;
  if (n_rows < MANY_ROWS)
    return TRUE;
  if (!hf_store_session_count (session, "SELECT count(*) FROM customer", HF_DB_NO_VALUES,
                               &n_stored, error))
    return FALSE;
  *many = n_stored <= n_rows / 4;
  return !*many
         || (hf_db_set_indexes_aside (session->db, "customer", kept, error)
             && hf_db_set_indexes_aside (session->db, "account_manager_period", none, error));
}

/**
 * hf_store_imports_end:
 * @session: the session in which the import began
 * @count: what it did
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Ends an import and keeps what it did.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_imports_end (HfStoreSession *session, const HfImportCount *count, GError **error)
{
  gint64 id = session->import_id;
  if (!hf_store_search_index_import (session, error)
      || !hf_db_restore_indexes (session->db, error))
    return FALSE;
  session->import_id = 0;
  return hf_db_execute (
      session->db,
      "UPDATE import SET rows_read = $2, rows_created = $3, "
      "rows_updated = $4, rows_skipped = $5, rows_rejected = $6 WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (id), hf_db_integer (count->read),
                    hf_db_integer (count->created), hf_db_integer (count->updated),
                    hf_db_integer (count->skipped), hf_db_integer (count->rejected)),
      NULL, error);
}
