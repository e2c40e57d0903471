#pragma once

#include "hf-repair.h"

G_BEGIN_DECLS

/* As many repairs as there may be. */
#define HF_REPAIR_COUNTS_LIMIT 32

/* How many cells each repair has mended; by the places of hf_repair_list(). */
typedef struct
{
  gint64 n[HF_REPAIR_COUNTS_LIMIT];
} HfRepairCounts;

void hf_repair_counts_note (HfRepairCounts *self, const HfRepair *repair);
gint64 hf_repair_counts_get (const HfRepairCounts *self, const HfRepair *repair);
gint64 hf_repair_counts_sum (const HfRepairCounts *self);
char *hf_repair_counts_to_text (const HfRepairCounts *self);
void hf_repair_counts_read (HfRepairCounts *self, const char *text);

G_END_DECLS
