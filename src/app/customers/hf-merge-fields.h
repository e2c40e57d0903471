#pragma once

#include <gtk/gtk.h>

#include "hf-merge-choices.h"

G_BEGIN_DECLS

#define HF_TYPE_MERGE_FIELDS (hf_merge_fields_get_type ())
G_DECLARE_FINAL_TYPE (HfMergeFields, hf_merge_fields, HF, MERGE_FIELDS, GtkWidget)

void hf_merge_fields_set_customers (HfMergeFields *self, const HfCustomer *kept,
                                    const HfCustomer *gone, GPtrArray *custom,
                                    GHashTable *of_kept, GHashTable *of_gone);
void hf_merge_fields_get_choices (HfMergeFields *self, HfMergeChoices *choices);
void hf_merge_fields_focus (HfMergeFields *self);

G_END_DECLS
