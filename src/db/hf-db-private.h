#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/* What a driver of a database gives. */
struct _HfDbClass
{
  GObjectClass parent_class;

  const char *engine;
  const char *key_type;
  const char *text_type;

  gboolean (*open) (HfDb *self, HfDbOpenMode mode, GError **error);
  void (*close) (HfDb *self);
  void (*set_password) (HfDb *self, const char *password); /* NULL: knows none */
  gboolean (*begin) (HfDb *self, GError **error);
  gboolean (*begin_read) (HfDb *self, GError **error);
  gboolean (*commit) (HfDb *self, GError **error);
  gboolean (*ask_commit) (HfDb *self, gboolean *committed, GError **error); /* or NULL */
  void (*rollback) (HfDb *self);
  gboolean (*exec_script) (HfDb *self, const char *sql, GError **error);
  HfDbStatement *(*prepare) (HfDb *self, const char *sql, GError **error);
  void (*interrupt) (HfDb *self);
  void (*set_bulk) (HfDb *self, gboolean bulk);
  /* Both NULL where indexes stay. */
  gboolean (*set_indexes_aside) (HfDb *self, const char *table, const char *const *kept,
                                 GError **error);
  gboolean (*restore_indexes) (HfDb *self, GError **error);
  gboolean (*has_capability) (HfDb *self, HfDbCapability capability);
  gboolean (*lock_for_migration) (HfDb *self, GError **error);
  gboolean (*get_schema_version) (HfDb *self, int *version, GError **error);
  gboolean (*set_schema_version) (HfDb *self, int version, GError **error);
  gboolean (*backup) (HfDb *self, const char *path, GError **error);
  gboolean (*check) (HfDb *self, GPtrArray *findings, GError **error);
};

struct _HfDb
{
  GObject parent_instance;

  GHashTable *statements; /* (element-type utf8 HfDbStatement), prepared and owned */
  GHashTable *places; /* (element-type utf8 HfDbStatement): the same by the text's address */
};

typedef struct
{
  gboolean (*bind) (HfDbStatement *self, const HfDbValue *values, gsize n_values,
                    GError **error);
  HfDbStep (*step) (HfDbStatement *self, GError **error);
  /* NULL, or runs a statement of which no rows are wanted, @n_changed %NULL where nobody asks.
   */
  gboolean (*execute) (HfDbStatement *self, gint64 *n_changed, GError **error);
  gint64 (*count_changed) (HfDbStatement *self);
  gboolean (*is_null) (HfDbStatement *self, int column);
  gint64 (*get_integer) (HfDbStatement *self, int column);
  double (*get_real) (HfDbStatement *self, int column);
  const char *(*get_text) (HfDbStatement *self, int column);
  void (*reset) (HfDbStatement *self);
  void (*free) (HfDbStatement *self);
} HfDbStatementFuncs;

struct _HfDbStatement
{
  const HfDbStatementFuncs *funcs;
  char *sql;     /* NULL where the connection does not own it */
  gboolean kept; /* the connection owns it */
  gboolean lent;
};

G_END_DECLS
