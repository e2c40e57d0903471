#pragma once

#include "hf-import-profile.h"
#include "hf-repair.h"

G_BEGIN_DECLS

/**
 * HfRepairStep:
 * @repair: which
 * @before: the text
 * @after: (nullable): what it became, %NULL where what it was is lost
 * @data: what the caller gave
 *
 * Called for each repair of a cell.
 */
typedef void (*HfRepairStep) (const HfRepair *repair, const char *before, const char *after,
                              gpointer data);

/* The repairs that are on for one column. */
typedef struct _HfColumnRepairs HfColumnRepairs;

HfColumnRepairs *hf_column_repairs_new (const HfField *field, HfImportProfile *profile,
                                        gboolean is_1904);
void hf_column_repairs_free (HfColumnRepairs *self);
gboolean hf_column_repairs_needs_hints (const HfColumnRepairs *self);
void hf_column_repairs_take_hint (HfColumnRepairs *self, const char *text);
void hf_column_repairs_decide (HfColumnRepairs *self);
HfDateOrder hf_column_repairs_get_order (const HfColumnRepairs *self);
const char *hf_column_repairs_mend (HfColumnRepairs *self, const char *text, HfRepairStep step,
                                    gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfColumnRepairs, hf_column_repairs_free)

G_END_DECLS
