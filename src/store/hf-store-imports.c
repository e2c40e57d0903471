#include "config.h"

#include "hf-store-imports.h"

#include "hf-id.h"
#include "hf-store-import-images-private.h"
#include "hf-store-manager-history.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"

/* From here on indexes cost more time than everything else. */
#define MANY_ROWS 10000

/* These hold few customers: to look through all of them once more costs more time. */
#define INDEXES_OF_FEW "customer_by_zone", "customer_not_called", "customer_by_refusal"

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
 * hf_store_imports_get_current:
 * @session: a session
 *
 * Tells which import is under way.
 *
 * Returns: its key, 0 where none is
 */
gint64
hf_store_imports_get_current (HfStoreSession *session)
{
  return session->import_id;
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
  static const char *const few[] = { INDEXES_OF_FEW, NULL };
  static const char *const alikeness[] = { INDEXES_OF_FEW, "customer_by_phone",
                                           "customer_by_name", NULL };
  gint64 n_stored = 0;
  *many = FALSE;
  if (n_rows < MANY_ROWS)
    return TRUE;
  if (!hf_store_session_count (session, "SELECT count(*) FROM customer", HF_DB_NO_VALUES,
                               &n_stored, error))
    return FALSE;
  *many = n_stored <= n_rows / 4;
  return !*many
         || hf_db_set_indexes_aside (session->db, "customer", by_alikeness ? alikeness : few,
                                     error);
}

/**
 * hf_store_imports_end:
 * @session: the session in which the import began
 * @count: what it did
 * @repaired: (nullable): how many cells were repaired, as hf_repair_counts_to_text() writes it
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Ends an import and keeps what it did.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_imports_end (HfStoreSession *session, const HfImportCount *count, const char *repaired,
                      GError **error)
{
  gint64 id = session->import_id;
  if (!hf_store_managers_begin_imported (session, error)
      || !hf_store_search_index_import (session, error)
      || !hf_store_import_images_complete (session, error)
      || !hf_db_restore_indexes (session->db, error))
    return FALSE;
  session->import_id = 0;
  return hf_db_execute (
      session->db,
      "UPDATE import SET rows_read = $2, rows_created = $3, "
      "rows_updated = $4, rows_skipped = $5, rows_rejected = $6, repaired = $7 WHERE id = $1",
      HF_DB_VALUES (hf_db_integer (id), hf_db_integer (count->read),
                    hf_db_integer (count->created), hf_db_integer (count->updated),
                    hf_db_integer (count->skipped), hf_db_integer (count->rejected),
                    hf_db_text (repaired)),
      NULL, error);
}

#define RECORDS                                                                                \
  "SELECT m.id, m.kind, m.file, m.at, s.name, m.rows_read, m.rows_created, m.rows_updated, "   \
  "m.rows_skipped, m.rows_rejected, m.undone_at, u.name, m.repaired FROM import m "            \
  "LEFT JOIN staff s ON s.id = m.staff_id LEFT JOIN staff u ON u.id = m.undone_by_id "

static gpointer
record_of_row (HfDbStatement *row)
{
  HfImportRecord *self = hf_import_record_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->kind = hf_db_statement_dup_text (row, 1);
  self->file = hf_db_statement_dup_text (row, 2);
  self->at = hf_db_statement_get_integer (row, 3);
  self->staff = hf_db_statement_dup_text (row, 4);
  self->n_read = hf_db_statement_get_integer (row, 5);
  self->n_created = hf_db_statement_get_integer (row, 6);
  self->n_updated = hf_db_statement_get_integer (row, 7);
  self->n_skipped = hf_db_statement_get_integer (row, 8);
  self->n_rejected = hf_db_statement_get_integer (row, 9);
  self->undone_at = hf_db_statement_get_integer (row, 10);
  self->undone_by = hf_db_statement_dup_text (row, 11);
  self->repaired = hf_db_statement_dup_text (row, 12);
  return self;
}

/**
 * hf_store_imports_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what was imported.
 *
 * Returns: (transfer full) (nullable) (element-type HfImportRecord): newest first
 */
GPtrArray *
hf_store_imports_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (session, RECORDS "ORDER BY m.id DESC", HF_DB_NO_VALUES,
                                record_of_row, g_object_unref, error);
}

/**
 * hf_store_imports_get:
 * @session: a session
 * @id: an import's key
 * @error: (nullable): NOT_FOUND ...
 *
 * Reads what was done by one import.
 *
 * Returns: (transfer full) (nullable): the import
 */
HfImportRecord *
hf_store_imports_get (HfStoreSession *session, gint64 id, GError **error)
{
  return hf_store_session_get (session, RECORDS "WHERE m.id = $1",
                               HF_DB_VALUES (hf_db_integer (id)), record_of_row, error);
}

/**
 * hf_store_imports_find_last:
 * @session: a session
 * @error: (nullable): NOT_FOUND ...
 *
 * Finds the last import that was not undone.
 *
 * Returns: (transfer full) (nullable): the import
 */
HfImportRecord *
hf_store_imports_find_last (HfStoreSession *session, GError **error)
{
  return hf_store_session_get (session,
                               RECORDS "WHERE m.undone_at = 0 ORDER BY m.id DESC LIMIT 1",
                               HF_DB_NO_VALUES, record_of_row, error);
}
