#include "config.h"

#include "hf-db-pgsql-schema.h"

/* "Huif": keeps our lock apart from those of other programs. */
#define OWNER_ID 1215654246

/* What a database holds of ours. Tables of extensions belong to nobody. */
#define LOOK_AROUND                                                                            \
  "SELECT current_schema IS NOT NULL, "                                                        \
  "(SELECT count(*) FROM pg_catalog.pg_attribute a "                                           \
  "JOIN pg_catalog.pg_class c ON c.oid = a.attrelid "                                          \
  "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "                                  \
  "WHERE n.nspname = current_schema AND c.relname = 'schema_version' "                         \
  "AND a.attname IN ('program', 'version')) = 2, "                                             \
  "(SELECT count(*) FROM pg_catalog.pg_class c "                                               \
  "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "                                  \
  "WHERE n.nspname = current_schema AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "               \
  "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d "                                      \
  "WHERE d.objid = c.oid AND d.deptype = 'e'))"

typedef struct
{
  gboolean has_schema;
  gboolean has_version;
  gint64 n_tables;
} Surroundings;

static gboolean
look_around (HfDb *db, Surroundings *surroundings, GError **error)
{
  g_autoptr (HfDbStatement) row = hf_db_query (db, LOOK_AROUND, HF_DB_NO_VALUES, error);
  if (row == NULL || hf_db_statement_step (row, error) != HF_DB_STEP_ROW)
    return FALSE;
  surroundings->has_schema = hf_db_statement_get_integer (row, 0) != 0;
  surroundings->has_version = hf_db_statement_get_integer (row, 1) != 0;
  surroundings->n_tables = hf_db_statement_get_integer (row, 2);
  return TRUE;
}

static gboolean
is_foreign (GError **error)
{
  g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_FOREIGN,
                       "the database belongs to another program");
  return FALSE;
}

static gboolean
read_version (HfDb *db, int *version, GError **error)
{
  g_autoptr (HfDbStatement) row = hf_db_query (
      db, "SELECT version FROM schema_version WHERE program = 'huifang'", HF_DB_NO_VALUES,
      error);
  HfDbStep step = row != NULL ? hf_db_statement_step (row, error) : HF_DB_STEP_FAILED;
  if (step == HF_DB_STEP_DONE)
    return is_foreign (error);
  if (step == HF_DB_STEP_ROW)
    *version = hf_db_statement_get_integer (row, 0);
  return step == HF_DB_STEP_ROW;
}

/**
 * hf_db_pgsql_schema_lock:
 * @db: a connection in a transaction
 * @error: (nullable): %HF_DB_ERROR
 *
 * Keeps other desks from changing the schema until the transaction ends, and waits for those
 * that do so already.
 *
 * Returns: whether nobody else does
 */
gboolean
hf_db_pgsql_schema_lock (HfDb *db, GError **error)
{
  return hf_db_exec_script (
      db,
      "SET LOCAL lock_timeout = '10min'; "
      "SELECT pg_advisory_xact_lock (" G_STRINGIFY (OWNER_ID) ", hashtext (current_schema))",
      error);
}

/**
 * hf_db_pgsql_schema_get_version:
 * @db: an open connection
 * @version: (out): the number of the last migration, 0 for an empty database
 * @error: (nullable): %HF_DB_ERROR; FOREIGN where another program made the database
 *
 * Reads how far the schema has come.
 *
 * Returns: whether it could be read
 */
gboolean
hf_db_pgsql_schema_get_version (HfDb *db, int *version, GError **error)
{
  Surroundings surroundings = { FALSE };
  *version = 0;
  if (!look_around (db, &surroundings, error))
    return FALSE;
  if (!surroundings.has_schema)
    {
      g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_NOT_FOUND,
                           "the database has none of the schemas in its search_path");
      return FALSE;
    }
  if (surroundings.has_version)
    return read_version (db, version, error);
  return surroundings.n_tables == 0 || is_foreign (error);
}

/**
 * hf_db_pgsql_schema_set_version:
 * @db: a connection in a transaction
 * @version: the number of the last migration
 * @error: (nullable): %HF_DB_ERROR
 *
 * Writes how far the schema has come.
 *
 * Returns: whether it was written
 */
gboolean
hf_db_pgsql_schema_set_version (HfDb *db, int version, GError **error)
{
  return hf_db_exec_script (db,
                            "CREATE TABLE IF NOT EXISTS schema_version "
                            "(program TEXT PRIMARY KEY, version INTEGER NOT NULL)",
                            error)
         && hf_db_execute (db,
                           "INSERT INTO schema_version (program, version) "
                           "VALUES ('huifang', $1) "
                           "ON CONFLICT (program) DO UPDATE SET version = excluded.version",
                           HF_DB_VALUES (hf_db_integer (version)), NULL, error);
}

/**
 * hf_db_pgsql_schema_check:
 * @db: an open connection
 * @findings: (element-type utf8): what is wrong is added here
 * @error: (nullable): %HF_DB_ERROR
 *
 * Looks for indexes that were not finished and for constraints that were not checked; the files
 * are the server's own business.
 *
 * Returns: whether it could look
 */
gboolean
hf_db_pgsql_schema_check (HfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (HfDbStatement) rows = hf_db_query (
      db,
      "SELECT 'index ' || c.relname || ' is not valid' FROM pg_catalog.pg_index i "
      "JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
      "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "WHERE n.nspname = current_schema AND NOT i.indisvalid "
      "UNION ALL "
      "SELECT 'constraint ' || k.conname || ' was never checked' "
      "FROM pg_catalog.pg_constraint k "
      "JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace "
      "WHERE n.nspname = current_schema AND NOT k.convalidated",
      HF_DB_NO_VALUES, error);
  if (rows == NULL)
    return FALSE;
  HfDbStep step;
  while ((step = hf_db_statement_step (rows, error)) == HF_DB_STEP_ROW)
    g_ptr_array_add (findings, hf_db_statement_dup_text (rows, 0));
  return step == HF_DB_STEP_DONE;
}
