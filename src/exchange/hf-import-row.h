#pragma once

#include <glib-object.h>

#include "hf-repair.h"

G_BEGIN_DECLS

/* A repair of a cell. */
typedef struct
{
  const HfRepair *repair;
  const HfField *field;
  char *before;
  char *after; /* NULL: what it was is lost, and the row is rejected */
} HfImportRepair;

/* What became of one row: a record, or why there is none. */
typedef struct
{
  guint number;       /* in the file, from 1 */
  gpointer record;    /* (transfer full) (nullable): a GObject, %NULL where it was rejected */
  guint64 given;      /* a bit for each field, in their order, whose cell is not blank */
  GHashTable *custom; /* (element-type gint64 utf8) (nullable): what the file gives of the
                         custom fields, by their keys; NULL: nothing */
  const char *field;  /* (nullable): the name of the field at fault, of a custom one what it is
                         called, %NULL for the whole row */
  char *why;          /* (transfer full) (nullable): in the user's language, if rejected */
  GPtrArray *repairs; /* (element-type HfImportRepair) (nullable): if they are kept */
} HfImportRow;

void hf_import_row_clear (HfImportRow *self);
void hf_import_row_add_repair (HfImportRow *self, const HfRepair *repair, const HfField *field,
                               const char *before, const char *after);
void hf_import_row_set_custom (HfImportRow *self, const HfField *field, gconstpointer values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfImportRow, hf_import_row_clear)

G_END_DECLS
