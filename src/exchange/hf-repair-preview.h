#pragma once

#include <gio/gio.h>

#include "hf-import.h"

G_BEGIN_DECLS

/* A cell before and after. */
typedef struct
{
  guint row;     /* in the file, from 1 */
  char *heading; /* of its column; where months are in the headings, what the field is called */
  char *before;
  char *after; /* NULL: what it was is lost, and the row is rejected */
} HfRepairExample;

/* What one repair does to a file. */
typedef struct
{
  const HfRepair *repair;
  guint count;         /* of cells, those that are lost among them */
  guint n_lost;        /* of these, those whose rows are rejected */
  GPtrArray *examples; /* (element-type HfRepairExample), the first ones */
} HfRepairFinding;

/* So many rows are looked at where somebody waits for it. */
#define HF_REPAIR_PREVIEW_ROWS 200000
#define HF_REPAIR_PREVIEW_EXAMPLES 5

HfImportProfile *hf_repair_preview_profile (HfImportProfile *profile);
GPtrArray *hf_repair_preview (const char *path, HfImportProfile *profile,
                              const HfImportEntity *entity, GPtrArray *custom, guint max_rows,
                              guint max_examples, GCancellable *cancellable, GError **error);

G_END_DECLS
