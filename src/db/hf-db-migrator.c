#include "config.h"

#include "hf-db-migrator.h"

#include <stdlib.h>
#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A migration is NNNN-name.sql, for every engine, or NNNN-name.ENGINE.sql. */
static gboolean
is_for_engine (const char *name, const char *engine)
{
  if (!g_ascii_isdigit (name[0]) || !g_str_has_suffix (name, ".sql"))
    return FALSE;
  const char *dot = strchr (name, '.');
  g_autofree char *special = g_strdup_printf (".%s.sql", engine);
  return strcmp (dot, ".sql") == 0 || strcmp (dot, special) == 0;
}

/* The names in their order. */
static GPtrArray *
list_migrations (HfDb *db, GResource *resource, const char *folder, GError **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (resource, folder, 0, error);
  if (names == NULL)
    return NULL;
  GPtrArray *migrations = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; names[i] != NULL; i++)
    if (is_for_engine (names[i], hf_db_get_engine (db)))
      g_ptr_array_add (migrations, g_strdup (names[i]));
  g_ptr_array_sort (migrations, compare_names);
  return migrations;
}

static char *
load_script (HfDb *db, GResource *resource, const char *folder, const char *name,
             GError **error)
{
  g_autofree char *path = g_build_path ("/", folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, error);
  if (bytes == NULL)
    return NULL;
  GString *sql = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_replace (sql, "{key}", hf_db_get_key_type (db), 0);
  g_string_replace (sql, "{text}", hf_db_get_text_type (db), 0);
  return g_string_free (sql, FALSE);
}

/* Another desk may have run it while this one waited. */
static gboolean
run_locked (HfDb *db, const char *sql, int number, GError **error)
{
  int version = 0;
  if (!hf_db_lock_for_migration (db, error) || !hf_db_get_schema_version (db, &version, error))
    return FALSE;
  return version >= number
         || (hf_db_exec_script (db, sql, error)
             && hf_db_set_schema_version (db, number, error));
}

static gboolean
run_one (HfDb *db, GResource *resource, const char *folder, const char *name, GError **error)
{
  g_autofree char *sql = load_script (db, resource, folder, name, error);
  if (sql == NULL || !hf_db_begin (db, error))
    return FALSE;
  if (run_locked (db, sql, atoi (name), error) && hf_db_commit (db, error))
    return TRUE;
  hf_db_rollback (db);
  return FALSE;
}

static int
newest_of (GPtrArray *migrations)
{
  return migrations->len > 0 ? atoi (g_ptr_array_index (migrations, migrations->len - 1)) : 0;
}

/**
 * hf_db_check_version:
 * @db: an open connection
 * @resource: where the migrations are
 * @folder: their folder in it
 * @pending: (out) (optional): how many versions the database is behind
 * @error: (nullable): %HF_DB_ERROR; TOO_NEW where a later program made it
 *
 * Compares the database's schema with the newest that this program knows; changes nothing.
 *
 * Returns: whether this program may use the database
 */
gboolean
hf_db_check_version (HfDb *db, GResource *resource, const char *folder, int *pending,
                     GError **error)
{
  int version = 0;
  g_autoptr (GPtrArray) migrations = list_migrations (db, resource, folder, error);
  if (migrations == NULL || !hf_db_get_schema_version (db, &version, error))
    return FALSE;
  int newest = newest_of (migrations);
  if (version > newest)
    {
      g_set_error (error, HF_DB_ERROR, HF_DB_ERROR_TOO_NEW,
                   "the database has schema %d, this program knows %d", version, newest);
      return FALSE;
    }
  if (pending != NULL)
    *pending = newest - version;
  return TRUE;
}

/**
 * hf_db_migrate:
 * @db: a connection open for writing
 * @resource: where the migrations are
 * @folder: their folder in it
 * @backup_path: (nullable): where a copy is put first, if there is anything to migrate and the
 *   engine can copy
 * @error: (nullable): %HF_DB_ERROR
 *
 * Brings the database's schema up to date, each migration in a transaction of its own.
 *
 * Returns: whether it is up to date; where not, it is as after the last migration that ran
 */
gboolean
hf_db_migrate (HfDb *db, GResource *resource, const char *folder, const char *backup_path,
               GError **error)
{
  int version = 0, pending = 0;
  if (!hf_db_check_version (db, resource, folder, &pending, error)
      || !hf_db_get_schema_version (db, &version, error))
    return FALSE;
  if (pending == 0)
    return TRUE;
  if (version > 0 && backup_path != NULL && hf_db_has_capability (db, HF_DB_CAN_BACK_UP)
      && !hf_db_backup (db, backup_path, error))
    return FALSE;

  g_autoptr (GPtrArray) migrations = list_migrations (db, resource, folder, error);
  if (migrations == NULL)
    return FALSE;
  for (guint i = 0; i < migrations->len; i++)
    {
      const char *name = g_ptr_array_index (migrations, i);
      if (atoi (name) > version && !run_one (db, resource, folder, name, error))
        return FALSE;
    }
  return hf_db_check_version (db, resource, folder, NULL, error);
}
