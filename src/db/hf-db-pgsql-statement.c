#include "config.h"

#include "hf-db-pgsql-statement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hf-db-parameters.h"
#include "hf-db-pgsql-watch.h"

/* Of PostgreSQL's own catalogue; they never change. */
#define OID_BOOL 16
#define OID_INT8 20
#define OID_TEXT 25
#define OID_FLOAT4 700
#define OID_FLOAT8 701
#define OID_NUMERIC 1700

typedef struct
{
  HfDbStatement base;
  HfDbPgsqlConnection *connection;
  char *text;
  int n_parameters;
  Oid *types;       /* as it was prepared with */
  char *name;       /* NULL where it is not prepared */
  guint generation; /* the session in which it was prepared */
  const char **values;
  char **owned; /* those of the values that are not the caller's */
  PGresult *result;
  int row;
  guint n_cancels;  /* of the connection, before it ran */
  gboolean watched; /* its plan was looked at, or need not be */
} PgsqlStatement;

static Oid
type_of (const HfDbValue *value)
{
  switch (value->type)
    {
    case HF_DB_INTEGER:
      return OID_INT8;
    case HF_DB_REAL:
      return OID_FLOAT8;
    case HF_DB_TEXT:
      return OID_TEXT;
    case HF_DB_NULL:
    default:
      return 0;
    }
}

/* NaN is NULL, as with SQLite. */
static gboolean
is_null (const HfDbValue *value)
{
  return value->is_null || (value->type == HF_DB_REAL && isnan (value->real));
}

static char *
print_value (const HfDbValue *value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (value->type == HF_DB_REAL)
    return g_strdup (g_ascii_dtostr (digits, sizeof digits, value->real));
  return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
}

static void
clear_values (PgsqlStatement *self)
{
  for (int i = 0; i < self->n_parameters; i++)
    {
      g_clear_pointer (&self->owned[i], g_free);
      self->values[i] = NULL;
    }
}

static void
keep_values (PgsqlStatement *self, const HfDbValue *values)
{
  for (int i = 0; i < self->n_parameters; i++)
    if (!is_null (&values[i]) && values[i].type == HF_DB_TEXT)
      self->values[i] = values[i].text;
    else if (!is_null (&values[i]))
      self->values[i] = self->owned[i] = print_value (&values[i]);
}

/* Whether these values are of other types than those the statement was prepared with; a NULL of
 * no type fits all. */
static gboolean
take_types (PgsqlStatement *self, const HfDbValue *values)
{
  gboolean changed = FALSE;
  for (int i = 0; i < self->n_parameters; i++)
    {
      Oid type = type_of (&values[i]);
      changed |= type != 0 && type != self->types[i];
      if (type != 0)
        self->types[i] = type;
    }
  return changed;
}

static void
forget_name (PgsqlStatement *self, gboolean in_session)
{
  if (self->name != NULL && in_session)
    {
      g_autofree char *sql = g_strdup_printf ("DEALLOCATE %s", self->name);
      hf_db_pgsql_connection_exec (self->connection, sql, NULL);
    }
  g_clear_pointer (&self->name, g_free);
}

/* Only what the connection keeps is worth a name. */
static gboolean
prepare (PgsqlStatement *self, const HfDbValue *values, GError **error)
{
  guint generation = hf_db_pgsql_connection_get_generation (self->connection);
  gboolean changed = take_types (self, values);
  if (self->name != NULL && (changed || self->generation != generation))
    forget_name (self, self->generation == generation);
  if (self->name != NULL || !self->base.kept)
    return TRUE;
  self->generation = generation;
  self->name = hf_db_pgsql_connection_prepare (self->connection, self->text, self->types,
                                               self->n_parameters, error);
  return self->name != NULL;
}

static gboolean
statement_bind (HfDbStatement *base, const HfDbValue *values, gsize n_values, GError **error)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  if (!hf_db_parameters_check (self->n_parameters, n_values, error)
      || !prepare (self, values, error))
    return FALSE;
  keep_values (self, values);
  return TRUE;
}

static HfDbPgsqlCall
make_call (PgsqlStatement *self)
{
  return (HfDbPgsqlCall){ .name = self->name,
                          .sql = self->text,
                          .types = self->types,
                          .values = self->values,
                          .n_values = self->n_parameters };
}

static guint
count_cancels (PgsqlStatement *self)
{
  return hf_db_pgsql_canceller_count (hf_db_pgsql_connection_get_canceller (self->connection));
}

static gboolean
run (PgsqlStatement *self, const HfDbPgsqlCall *call, GError **error)
{
  self->n_cancels = count_cancels (self);
  self->result = hf_db_pgsql_connection_run (self->connection, call, error);
  self->row = -1;
  if (self->result != NULL && self->base.kept && !self->watched)
    self->watched = hf_db_pgsql_watch_look (hf_db_pgsql_connection_get_watch (self->connection),
                                            self->connection, call);
  return self->result != NULL;
}

static HfDbStep
statement_step (HfDbStatement *base, GError **error)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  HfDbPgsqlCall call = make_call (self);
  if (self->result == NULL && !run (self, &call, error))
    return HF_DB_STEP_FAILED;
  if (self->n_cancels != count_cancels (self))
    {
      g_set_error_literal (error, HF_DB_ERROR, HF_DB_ERROR_CANCELLED, "interrupted");
      return HF_DB_STEP_FAILED;
    }
  if (self->row < PQntuples (self->result))
    self->row++;
  return self->row < PQntuples (self->result) ? HF_DB_STEP_ROW : HF_DB_STEP_DONE;
}

static gboolean
statement_execute (HfDbStatement *base, gint64 *n_changed, GError **error)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  HfDbPgsqlCall call = make_call (self);
  if (n_changed == NULL && hf_db_pgsql_connection_can_queue (self->connection))
    return hf_db_pgsql_connection_queue (self->connection, &call, error);
  gboolean done = run (self, &call, error);
  if (n_changed != NULL)
    *n_changed = done ? base->funcs->count_changed (base) : 0;
  return done;
}

static gint64
statement_count_changed (HfDbStatement *base)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  if (g_str_has_prefix (PQcmdStatus (self->result), "SELECT"))
    return 0;
  return g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10);
}

static gboolean
statement_is_null (HfDbStatement *base, int column)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  return PQgetisnull (self->result, self->row, column);
}

static const char *
statement_get_text (HfDbStatement *base, int column)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  if (PQgetisnull (self->result, self->row, column))
    return NULL;
  const char *value = PQgetvalue (self->result, self->row, column);
  if (PQftype (self->result, column) == OID_BOOL)
    return value[0] == 't' ? "1" : "0";
  return value;
}

static double
statement_get_real (HfDbStatement *base, int column)
{
  const char *value = statement_get_text (base, column);
  return value != NULL ? g_ascii_strtod (value, NULL) : 0.0;
}

static gint64
statement_get_integer (HfDbStatement *base, int column)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  const char *value = statement_get_text (base, column);
  Oid type = PQftype (self->result, column);
  /* These may be written with an exponent. */
  if (value != NULL && (type == OID_FLOAT8 || type == OID_FLOAT4))
    return (gint64) g_ascii_strtod (value, NULL);
  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static void
statement_reset (HfDbStatement *base)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  PQclear (g_steal_pointer (&self->result));
  clear_values (self);
}

static void
statement_free (HfDbStatement *base)
{
  PgsqlStatement *self = (PgsqlStatement *) base;
  statement_reset (base);
  g_free (self->text);
  g_free (self->name);
  g_free (self->types);
  g_free (self->values);
  g_free (self->owned);
  g_free (self);
}

static const HfDbStatementFuncs funcs = {
  .bind = statement_bind,
  .step = statement_step,
  .execute = statement_execute,
  .count_changed = statement_count_changed,
  .is_null = statement_is_null,
  .get_integer = statement_get_integer,
  .get_real = statement_get_real,
  .get_text = statement_get_text,
  .reset = statement_reset,
  .free = statement_free,
};

/**
 * hf_db_pgsql_statement_new:
 * @connection: an open connection, which outlives the statement
 * @sql: one statement
 *
 * Makes a statement; the server sees it when its parameters, and so their types, are known.
 *
 * Returns: (transfer full): the statement
 */
HfDbStatement *
hf_db_pgsql_statement_new (HfDbPgsqlConnection *connection, const char *sql)
{
  PgsqlStatement *self = g_new0 (PgsqlStatement, 1);
  self->base.funcs = &funcs;
  self->connection = connection;
  self->text = g_strdup (sql);
  self->n_parameters = hf_db_parameters_count (sql);
  self->types = g_new0 (Oid, self->n_parameters + 1);
  self->values = g_new0 (const char *, self->n_parameters + 1);
  self->owned = g_new0 (char *, self->n_parameters + 1);
  return &self->base;
}
