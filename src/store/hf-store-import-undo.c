#include "config.h"

#include "hf-store-import-undo.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-id.h"
#include "hf-store-customers.h"
#include "hf-store-import-images-private.h"
#include "hf-store-imports.h"
#include "hf-store-queue-private.h"
#include "hf-store-search-private.h"
#include "hf-store-session-private.h"
#include "hf-store-uses-private.h"

G_DEFINE_QUARK (hf_import_undo_error, hf_import_undo_error)

/* How many customers go in one statement. */
#define CUSTOMERS_AT_ONCE 2000
/* From here on indexes cost more time than everything else. */
#define MANY_CUSTOMERS 10000

/* How much of the time the parts take, together 1. */
#define SHARE_OF_LOOKING 0.1
#define SHARE_OF_REMOVING 0.7
#define SHARE_OF_SEARCH 0.2

/* An undoing that is under way. */
typedef struct
{
  HfStoreSession *session;
  const HfImportRecord *import;
  HfImportUndoProgress progress; /* may be NULL */
  gpointer data;
} Undo;

static void
tell (const Undo *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->data);
}

static gboolean
execute (const Undo *self, const char *sql, GError **error)
{
  return hf_db_execute (self->session->db, sql,
                        HF_DB_VALUES (hf_db_integer (self->import->id),
                                      hf_db_integer (hf_store_session_get_now (self->session)),
                                      hf_db_reference (self->session->staff_id)),
                        NULL, error);
}

/* Keys grow, so that an older record need not be looked at. What an answer of the file kept,
 * and nobody touched since, waits again. */
static gboolean
remove_created (const Undo *self, GError **error)
{
  static const char *const statements[] = {
    "UPDATE promise SET state = 'open', done_at = 0, ended_by_id = NULL, note = NULL, "
    "revision = revision + 1 WHERE id IN (SELECT v.promise_id FROM promise_event v "
    "WHERE v.id > $1 AND v.import_id = $1 AND v.kind = 'ended' AND NOT EXISTS (SELECT 1 "
    "FROM promise_event l WHERE l.promise_id = v.promise_id AND l.id > v.id))",
    "DELETE FROM promise_event WHERE id > $1 AND import_id = $1",
    "DELETE FROM call_task WHERE id > $1 AND import_id = $1",
    "DELETE FROM complaint_step WHERE id > $1 AND import_id = $1",
    "DELETE FROM complaint WHERE id > $1 AND import_id = $1",
    "DELETE FROM coded_reason WHERE id > $1 AND import_id = $1",
    "DELETE FROM satisfaction_score WHERE id > $1 AND import_id = $1",
    "DELETE FROM account_manager_period WHERE id > $1 AND import_id = $1",
    "DELETE FROM purchase WHERE import_id = $1",
    HF_DB_WHOLE_TABLE "DELETE FROM custom_value WHERE import_id = $1",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!hf_store_session_check_cancelled (self->session, error)
        || !execute (self, statements[i], error))
      return FALSE;
  return TRUE;
}

/* Where most customers go, it is faster to do without what keeps them in order, and to make it
 * again for those who stay. */
static gboolean
set_aside (const Undo *self, gboolean *most, GError **error)
{
  static const char *const none[] = { NULL };
  gint64 n_customers = 0, n_going = self->import->n_created;
  *most = FALSE;
  if (n_going < MANY_CUSTOMERS || strcmp (self->import->kind, "customers") != 0)
    return TRUE;
  if (!hf_store_session_count (self->session, "SELECT count(*) FROM customer", HF_DB_NO_VALUES,
                               &n_customers, error))
    return FALSE;
  *most = n_customers - n_going <= n_going;
  return !*most
         || (hf_db_set_indexes_aside (self->session->db, "customer", none, error)
             && hf_db_set_indexes_aside (self->session->db, "customer_search_key", none,
                                         error));
}

/* Some customers at a time, so that it can be seen how far it is. */
static gboolean
remove_one_by_one (const Undo *self, GError **error)
{
  gint64 last = self->import->id, end = 0, n_removed = 0;
  for (;;)
    {
      gint64 count = 0;
      if (!hf_store_session_check_cancelled (self->session, error)
          || !hf_store_session_count (
              self->session,
              "SELECT max (id) FROM (SELECT id FROM customer WHERE id > $1 ORDER BY id "
              "LIMIT $2) next",
              HF_DB_VALUES (hf_db_integer (last), hf_db_integer (CUSTOMERS_AT_ONCE)), &end,
              error))
        return FALSE;
      if (end == 0)
        return TRUE;
      if (!hf_db_execute (self->session->db,
                          "DELETE FROM customer WHERE id > $1 AND id <= $2 AND import_id = $3",
                          HF_DB_VALUES (hf_db_integer (last), hf_db_integer (end),
                                        hf_db_integer (self->import->id)),
                          &count, error))
        return FALSE;
      last = end;
      n_removed += count;
      tell (self, SHARE_OF_LOOKING
                      + SHARE_OF_REMOVING
                            * MIN (1.0, (double) n_removed / MAX (1, self->import->n_created)));
    }
}

static gboolean
remove_customers (const Undo *self, GError **error)
{
  gboolean most = FALSE;
  return set_aside (self, &most, error) && remove_one_by_one (self, error)
         && (!most
             || (hf_db_restore_indexes (self->session->db, error)
                 && hf_store_search_rebuild (self->session, error)));
}

static gpointer
key_of_row (HfDbStatement *row)
{
  gint64 key = hf_db_statement_get_integer (row, 0);
  return g_memdup2 (&key, sizeof key);
}

/* Customers whom the import changed are found as before. */
static gboolean
restore_search (const Undo *self, GError **error)
{
  g_autoptr (GPtrArray) keys = hf_store_session_list (
      self->session,
      "SELECT id FROM import_image_customer WHERE of_import = $1 AND phase = 0 ORDER BY id",
      HF_DB_VALUES (hf_db_integer (self->import->id)), key_of_row, g_free, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr (HfCustomer) customer = hf_store_customers_get (
          self->session, *(gint64 *) keys->pdata[i], error);
      if (customer == NULL || !hf_store_session_check_cancelled (self->session, error)
          || !hf_store_search_change (self->session, customer, error))
        return FALSE;
      if (i % CUSTOMERS_AT_ONCE == 0)
        tell (self, 1.0 - SHARE_OF_SEARCH + SHARE_OF_SEARCH * i / keys->len);
    }
  return keys != NULL;
}

/* Two customers who were one before the import can be made two again as if it had not been. */
static gboolean
restore_merges (const Undo *self, GError **error)
{
  return execute (self,
                  "UPDATE customer_merge SET at_revision = (SELECT revision FROM customer c "
                  "WHERE c.id = customer_merge.kept_id) WHERE undone_at = 0 AND EXISTS "
                  "(SELECT 1 FROM import_image_customer b JOIN import_image_customer a "
                  "ON a.id = b.id AND a.of_import = $1 AND a.phase = 1 "
                  "JOIN customer t ON t.id = b.id AND t.revision IN (a.revision, "
                  "a.revision + 1) WHERE b.of_import = $1 AND b.phase = 0 "
                  "AND b.id = customer_merge.kept_id "
                  "AND b.revision = customer_merge.at_revision)",
                  error);
}

/* The history of those who stay says what was put back. */
static gboolean
log_changes (const Undo *self, GError **error)
{
  gint64 first = hf_id_new (), count = 0;
  gboolean logged = hf_db_execute (
      self->session->db,
      "INSERT INTO change_log (id, at, staff_id, entity, entity_id, action, field, before, "
      "after, import_id) SELECT $2 + row_number () OVER (ORDER BY l.id DESC), $3, $4, "
      "l.entity, l.entity_id, 'update', l.field, l.after, l.before, l.import_id "
      "FROM change_log l WHERE l.import_id = $1 AND l.action = 'update' "
      "AND ((l.entity = 'customer' AND EXISTS (SELECT 1 FROM import_image_customer b "
      "WHERE b.id = l.entity_id AND b.of_import = $1)) "
      "OR (l.entity = 'custom_value' AND EXISTS (SELECT 1 FROM customer c "
      "WHERE c.id = l.entity_id)))",
      HF_DB_VALUES (hf_db_integer (self->import->id), hf_db_integer (first),
                    hf_db_integer (hf_store_session_get_now (self->session)),
                    hf_db_reference (self->session->staff_id)),
      &count, error);
  hf_id_pass (first + count);
  return logged;
}

static gboolean
put_back (const Undo *self, GError **error)
{
  const HfImportTable *table;
  for (table = hf_import_tables; table->table != NULL; table++)
    if (!hf_store_import_images_put_back (self->session, table, self->import->id, error))
      return FALSE;
  if (!restore_search (self, error) || !restore_merges (self, error)
      || !log_changes (self, error) || !hf_queue_set_zones (self->session, 0, error))
    return FALSE;
  for (table = hf_import_tables; table->table != NULL; table++)
    if (!hf_store_import_images_drop (self->session, table, self->import->id, error))
      return FALSE;
  return TRUE;
}

static gboolean
mark_undone (const Undo *self, GError **error)
{
  return execute (self, "UPDATE import SET undone_at = $2, undone_by_id = $3 WHERE id = $1",
                  error);
}

static gboolean
refuse_late (GError **error)
{
  g_set_error (
      error, HF_IMPORT_UNDO_ERROR, HF_IMPORT_UNDO_ERROR_TOO_LATE,
      _ ("This import is more than %u days old. What it changed is not kept longer than "
         "that, for the sake of the customers’ privacy, so it cannot be undone."),
      (guint) HF_IMPORT_UNDO_DAYS);
  return FALSE;
}

static gboolean
check (const Undo *self, HfImportObstacles *obstacles, GError **error)
{
  if (self->import->undone_at != 0)
    {
      g_set_error_literal (error, HF_IMPORT_UNDO_ERROR, HF_IMPORT_UNDO_ERROR_UNDONE,
                           _ ("This import was undone already."));
      return FALSE;
    }
  if (hf_import_record_is_old (self->import, hf_store_session_get_now (self->session)))
    return refuse_late (error);
  if (!hf_store_imports_find_obstacles (self->session, self->import->id, obstacles, error))
    return FALSE;
  if (obstacles->count == 0)
    return TRUE;
  g_set_error_literal (error, HF_IMPORT_UNDO_ERROR, HF_IMPORT_UNDO_ERROR_LATER_WORK,
                       _ ("Later work rests on this import. Nothing was changed."));
  return FALSE;
}

/**
 * hf_store_imports_undo:
 * @session: a session that writes
 * @import_id: an import's key
 * @progress: (nullable): told now and then how much is done
 * @data: for @progress
 * @obstacles: where what stands in the way is added
 * @error: (nullable): NOT_FOUND, CANCELLED ..., or %HF_IMPORT_UNDO_ERROR with a message for the
 *   user; nothing is stored then
 *
 * Takes an import back: what it made goes, and what it changed is as it was before. Where
 * anything was stored since that rests on it, nothing is done.
 *
 * Returns: whether it is undone
 */
gboolean
hf_store_imports_undo (HfStoreSession *session, gint64 import_id, HfImportUndoProgress progress,
                       gpointer data, HfImportObstacles *obstacles, GError **error)
{
  /* Nobody else stores anything that rests on these records from here on, neither while it is
   * looked for nor while they go; nor does anybody else undo them. */
  if (!hf_store_session_lock (session, "import-undo-lock",
                              HF_DB_VALUES (hf_db_integer (import_id)), error))
    return FALSE;
  g_autoptr (HfImportRecord) import = hf_store_imports_get (session, import_id, error);
  const Undo undo = { session, import, progress, data };
  if (import == NULL || !check (&undo, obstacles, error))
    return FALSE;
  hf_store_session_begin_bulk (session);
  hf_store_session_touch (session, HF_STORE_ALL);
  tell (&undo, SHARE_OF_LOOKING);
  /* What goes first makes room for the codes that are put back. */
  return remove_created (&undo, error) && remove_customers (&undo, error)
         && put_back (&undo, error)
         && hf_store_uses_remove_unused (session, "staff", hf_store_uses_of_staff, import_id,
                                         error)
         && hf_store_uses_remove_unused (session, "branch", hf_store_uses_of_branch, import_id,
                                         error)
         && mark_undone (&undo, error);
}
