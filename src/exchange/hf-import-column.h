#pragma once

#include "hf-column-repairs.h"
#include "hf-import-taken.h"
#include "hf-row-reader.h"

G_BEGIN_DECLS

/* A column of a table, and the field that its cells become. */
typedef struct
{
  const HfField *field;
  guint index;
  HfImportProfile *profile; /* borrowed */
  gboolean has_values;      /* the profile maps some of its texts */
  gboolean is_reason;       /* the profile maps it by [reasons] */
  GHashTable *choices;      /* text -> value, for a choice: finding one takes long */
  HfColumnRepairs *repairs;
  GPtrArray *taken; /* (element-type HfImportTaken): what texts of a choice were taken for */
} HfImportColumn;

void hf_import_column_init (HfImportColumn *self, const HfField *field, guint index,
                            HfImportProfile *profile, gboolean is_1904);
void hf_import_column_clear (HfImportColumn *self);
const char *hf_import_column_fill (HfImportColumn *self, const HfRow *row, gpointer record,
                                   HfRepairStep step, gpointer data, GError **error);
void hf_import_column_list_taken (const HfImportColumn *self, GPtrArray *all);

G_END_DECLS
