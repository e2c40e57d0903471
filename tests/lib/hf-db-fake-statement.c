#include "config.h"

#include "hf-db-fake-statement.h"

#include "hf-db-parameters.h"
#include "hf-db-private.h"

typedef struct
{
  HfDbStatement base;
  HfDb *inner;
  char *text;
  HfDbStatement *running; /* of the inner connection */
  GPtrArray *rows;        /* (element-type GStrv): where there is none */
  guint n_read;
} FakeStatement;

static gboolean
statement_bind (HfDbStatement *base, const HfDbValue *values, gsize n_values, GError **error)
{
  FakeStatement *self = (FakeStatement *) base;
  gboolean done = TRUE;
  if (!hf_db_parameters_check (hf_db_parameters_count (self->text), n_values, error)
      || !hf_db_fake_check (HF_DB_FAKE_QUERY, &done, error))
    return FALSE;
  if (self->inner == NULL)
    return TRUE;
  self->running = hf_db_query (self->inner, self->text, values, n_values, error);
  return self->running != NULL;
}

static HfDbStep
statement_step (HfDbStatement *base, GError **error)
{
  FakeStatement *self = (FakeStatement *) base;
  gboolean done = TRUE;
  if (!hf_db_fake_check (HF_DB_FAKE_STEP, &done, error))
    {
      if (done && self->running != NULL)
        hf_db_statement_step (self->running, NULL);
      return HF_DB_STEP_FAILED;
    }
  if (self->running != NULL)
    return hf_db_statement_step (self->running, error);
  return self->n_read++ < self->rows->len ? HF_DB_STEP_ROW : HF_DB_STEP_DONE;
}

static const char *
own_value (FakeStatement *self, int column)
{
  char **row = g_ptr_array_index (self->rows, self->n_read - 1);
  return (guint) column < g_strv_length (row) ? row[column] : NULL;
}

static gint64
statement_count_changed (HfDbStatement *base)
{
  FakeStatement *self = (FakeStatement *) base;
  return self->running != NULL ? self->running->funcs->count_changed (self->running) : 1;
}

static const char *
statement_get_text (HfDbStatement *base, int column)
{
  FakeStatement *self = (FakeStatement *) base;
  return self->running != NULL ? hf_db_statement_get_text (self->running, column)
                               : own_value (self, column);
}

static gboolean
statement_is_null (HfDbStatement *base, int column)
{
  FakeStatement *self = (FakeStatement *) base;
  return self->running != NULL ? hf_db_statement_is_null (self->running, column)
                               : own_value (self, column) == NULL;
}

static gint64
statement_get_integer (HfDbStatement *base, int column)
{
  FakeStatement *self = (FakeStatement *) base;
  if (self->running != NULL)
    return hf_db_statement_get_integer (self->running, column);
  const char *value = own_value (self, column);
  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static double
statement_get_real (HfDbStatement *base, int column)
{
  FakeStatement *self = (FakeStatement *) base;
  if (self->running != NULL)
    return hf_db_statement_get_real (self->running, column);
  const char *value = own_value (self, column);
  return value != NULL ? g_ascii_strtod (value, NULL) : 0;
}

static void
statement_reset (HfDbStatement *base)
{
  FakeStatement *self = (FakeStatement *) base;
  g_clear_pointer (&self->running, hf_db_statement_release);
  self->n_read = 0;
}

static void
statement_free (HfDbStatement *base)
{
  FakeStatement *self = (FakeStatement *) base;
  statement_reset (base);
  g_ptr_array_unref (self->rows);
  g_free (self->text);
  g_free (self);
}

static const HfDbStatementFuncs funcs = {
  .bind = statement_bind,
  .step = statement_step,
  .count_changed = statement_count_changed,
  .is_null = statement_is_null,
  .get_integer = statement_get_integer,
  .get_real = statement_get_real,
  .get_text = statement_get_text,
  .reset = statement_reset,
  .free = statement_free,
};

/**
 * hf_db_fake_statement_new:
 * @inner: (nullable): the connection that does the work
 * @sql: one statement
 * @rows: (transfer full) (element-type GStrv): its rows where no connection does
 *
 * Makes a statement that fails when it is told to.
 *
 * Returns: (transfer full): the statement
 */
HfDbStatement *
hf_db_fake_statement_new (HfDb *inner, const char *sql, GPtrArray *rows)
{
  FakeStatement *self = g_new0 (FakeStatement, 1);
  self->base.funcs = &funcs;
  self->inner = inner;
  self->text = g_strdup (sql);
  self->rows = rows;
  return &self->base;
}
