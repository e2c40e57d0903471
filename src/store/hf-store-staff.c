#include "config.h"

#include "hf-store-staff.h"

#include "hf-id.h"
#include "hf-store-queue-private.h"
#include "hf-store-session-private.h"

static gboolean
find_or_make (HfStoreSession *session, const char *find, const char *make, const char *name,
              gint64 branch_id, gint64 *id, GError **error)
{
  if (!hf_store_session_count (session, find, HF_DB_VALUES (hf_db_text (name)), id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  *id = hf_id_new ();
  hf_store_session_touch (session, HF_STORE_STAFF);
  return hf_db_execute (session->db, make,
                        HF_DB_VALUES (hf_db_integer (*id), hf_db_text (name),
                                      hf_db_reference (session->import_id),
                                      hf_db_reference (branch_id)),
                        NULL, error);
}

/* Finds a record by its name or code, or makes it with the name as its code. An import asks for
 * a few names many times, and nobody else writes meanwhile. */
static gboolean
ensure (HfStoreSession *session, GHashTable **known, const char *find, const char *make,
        const char *name, gint64 branch_id, gint64 *id, GError **error)
{
  *id = 0;
  if (name == NULL)
    return TRUE;
  if (*known == NULL)
    *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const gint64 *found = g_hash_table_lookup (*known, name);
  if (found == NULL)
    {
      if (!find_or_make (session, find, make, name, branch_id, id, error))
        return FALSE;
      found = g_memdup2 (id, sizeof *id);
      g_hash_table_insert (*known, g_strdup (name), (gpointer) found);
    }
  *id = *found;
  return TRUE;
}

/**
 * hf_store_branches_ensure:
 * @session: a session that writes
 * @name: (nullable): a branch's name or code
 * @id: (out): its key, 0 for no name
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds a branch, or makes it.
 *
 * Returns: whether it is there
 */
gboolean
hf_store_branches_ensure (HfStoreSession *session, const char *name, gint64 *id, GError **error)
{
  return ensure (session, &session->branches,
                 "SELECT id FROM branch WHERE name = $1 OR code = $1",
                 "INSERT INTO branch (id, code, name, import_id) VALUES ($1, $2, $2, $3)", name,
                 0, id, error);
}

/**
 * hf_store_branches_find_id:
 * @session: a session
 * @name: (nullable): a branch's name or code
 * @id: (out): its key, 0 for no name
 * @error: (nullable): NOT_FOUND ...
 *
 * Finds a branch.
 *
 * Returns: whether it was found
 */
gboolean
hf_store_branches_find_id (HfStoreSession *session, const char *name, gint64 *id,
                           GError **error)
{
  *id = 0;
  if (name == NULL)
    return TRUE;
  if (!hf_store_session_count (session, "SELECT id FROM branch WHERE name = $1 OR code = $1",
                               HF_DB_VALUES (hf_db_text (name)), id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, HF_STORE_ERROR, HF_STORE_ERROR_NOT_FOUND, "no branch %s", name);
  return *id != 0;
}

/**
 * hf_store_staff_ensure:
 * @session: a session that writes
 * @name: (nullable): a name or code of a member of staff
 * @branch_id: the branch of a new one, 0 for none
 * @id: (out): the key, 0 for no name
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Finds a member of staff, or makes one.
 *
 * Returns: whether it is there
 */
gboolean
hf_store_staff_ensure (HfStoreSession *session, const char *name, gint64 branch_id, gint64 *id,
                       GError **error)
{
  return ensure (
      session, &session->staff, "SELECT id FROM staff WHERE name = $1 OR code = $1",
      "INSERT INTO staff (id, code, name, branch_id, import_id) VALUES ($1, $2, $2, $4, $3)",
      name, branch_id, id, error);
}

#define BRANCH_VALUES(branch)                                                                  \
  hf_db_integer ((branch)->id), hf_db_text ((branch)->code), hf_db_text ((branch)->name),      \
      hf_db_text ((branch)->region), hf_db_integer ((branch)->active),                         \
      hf_db_text ((branch)->time_zone), hf_db_reference ((branch)->calendar_id)

/**
 * hf_store_branches_save:
 * @session: a session that writes
 * @branch: a branch; a new one gets its key
 * @error: (nullable): CONFLICT, INVALID where the code is taken ...
 *
 * Stores a new or changed branch.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_branches_save (HfStoreSession *session, HfBranch *branch, GError **error)
{
  hf_store_session_touch (session, HF_STORE_STAFF);
  g_clear_pointer (&session->branches, g_hash_table_unref);
  if (branch->id != 0)
    return hf_store_session_update (
               session,
               "UPDATE branch SET code = $2, name = $3, region = $4, active = $5, time_zone = "
               "$6, calendar_id = $7, revision = revision + 1 WHERE id = $1 AND revision = $8",
               HF_DB_VALUES (BRANCH_VALUES (branch), hf_db_integer (branch->revision++)), error)
           && hf_queue_set_zones (session, 0, error);
  branch->id = hf_id_new ();
  branch->revision = 1;
  return hf_db_execute (
      session->db,
      "INSERT INTO branch (id, code, name, region, active, time_zone, calendar_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      HF_DB_VALUES (BRANCH_VALUES (branch)), NULL, error);
}

#define STAFF_VALUES(staff)                                                                    \
  hf_db_integer ((staff)->id), hf_db_text ((staff)->code), hf_db_text ((staff)->name),         \
      hf_db_reference ((staff)->branch_id), hf_db_integer ((staff)->active),                   \
      hf_db_integer ((staff)->is_manager)

/**
 * hf_store_staff_save:
 * @session: a session that writes
 * @staff: a member of staff; a new one gets the key
 * @error: (nullable): CONFLICT, INVALID where the code is taken ...
 *
 * Stores a new or changed member of staff.
 *
 * Returns: whether it is stored
 */
gboolean
hf_store_staff_save (HfStoreSession *session, HfStaff *staff, GError **error)
{
  hf_store_session_touch (session, HF_STORE_STAFF);
  g_clear_pointer (&session->staff, g_hash_table_unref);
  if (staff->id != 0)
    return hf_store_session_update (
        session,
        "UPDATE staff SET code = $2, name = $3, branch_id = $4, active = $5, "
        "manager = $6, revision = revision + 1 WHERE id = $1 AND revision = $7",
        HF_DB_VALUES (STAFF_VALUES (staff), hf_db_integer (staff->revision++)), error);
  staff->id = hf_id_new ();
  staff->revision = 1;
  return hf_db_execute (session->db,
                        "INSERT INTO staff (id, code, name, branch_id, active, manager) "
                        "VALUES ($1, $2, $3, $4, $5, $6)",
                        HF_DB_VALUES (STAFF_VALUES (staff)), NULL, error);
}

static gpointer
branch_of_row (HfDbStatement *row)
{
  HfBranch *self = hf_branch_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->code = hf_db_statement_dup_text (row, 2);
  self->name = hf_db_statement_dup_text (row, 3);
  self->region = hf_db_statement_dup_text (row, 4);
  self->active = hf_db_statement_get_integer (row, 5) != 0;
  self->time_zone = hf_db_statement_dup_text (row, 6);
  self->calendar_id = hf_db_statement_get_integer (row, 7);
  return self;
}

/**
 * hf_store_branches_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads all branches.
 *
 * Returns: (transfer full) (nullable) (element-type HfBranch): by code
 */
GPtrArray *
hf_store_branches_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (
      session,
      "SELECT id, revision, code, name, region, active, time_zone, calendar_id FROM branch "
      "ORDER BY code",
      HF_DB_NO_VALUES, branch_of_row, g_object_unref, error);
}

static gpointer
staff_of_row (HfDbStatement *row)
{
  HfStaff *self = hf_staff_new ();
  self->id = hf_db_statement_get_integer (row, 0);
  self->revision = hf_db_statement_get_integer (row, 1);
  self->code = hf_db_statement_dup_text (row, 2);
  self->name = hf_db_statement_dup_text (row, 3);
  self->branch_id = hf_db_statement_get_integer (row, 4);
  self->branch = hf_db_statement_dup_text (row, 5);
  self->active = hf_db_statement_get_integer (row, 6) != 0;
  self->is_manager = hf_db_statement_get_integer (row, 7) != 0;
  return self;
}

/**
 * hf_store_staff_list:
 * @session: a session
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads all members of staff.
 *
 * Returns: (transfer full) (nullable) (element-type HfStaff): by code
 */
GPtrArray *
hf_store_staff_list (HfStoreSession *session, GError **error)
{
  return hf_store_session_list (session,
                                "SELECT staff.id, staff.revision, staff.code, staff.name, "
                                "staff.branch_id, branch.name, staff.active, "
                                "staff.manager FROM staff "
                                "LEFT JOIN branch ON branch.id = staff.branch_id "
                                "ORDER BY staff.code",
                                HF_DB_NO_VALUES, staff_of_row, g_object_unref, error);
}
