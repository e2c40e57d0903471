#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_TAG_ROW (hf_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (HfTagRow, hf_tag_row, HF, TAG_ROW, AdwPreferencesRow)

void hf_tag_row_set_store (HfTagRow *self, HfStore *store);
void hf_tag_row_set_tags (HfTagRow *self, const char *tags);
char *hf_tag_row_dup_tags (HfTagRow *self);

G_END_DECLS
