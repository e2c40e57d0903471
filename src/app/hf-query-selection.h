#pragma once

#include <gtk/gtk.h>

#include "hf-query-model.h"

G_BEGIN_DECLS

/* How many rows are selected one by one; more than that only by the rule that has all. */
#define HF_QUERY_SELECTION_MAX_SPAN 3000

#define HF_TYPE_QUERY_SELECTION (hf_query_selection_get_type ())
G_DECLARE_FINAL_TYPE (HfQuerySelection, hf_query_selection, HF, QUERY_SELECTION, GObject)

HfQuerySelection *hf_query_selection_new (HfQueryModel *model);
gint64 hf_query_selection_count (HfQuerySelection *self);
gint64 hf_query_selection_get_only (HfQuerySelection *self);
gboolean hf_query_selection_is_everything (HfQuerySelection *self);
GArray *hf_query_selection_dup_keys (HfQuerySelection *self);
void hf_query_selection_set_only (HfQuerySelection *self, gint64 key);

G_END_DECLS
