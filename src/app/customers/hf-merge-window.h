#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_MERGE_WINDOW (hf_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (HfMergeWindow, hf_merge_window, HF, MERGE_WINDOW, AdwWindow)

HfMergeWindow *hf_merge_window_new (HfStore *store, gint64 kept_id, gint64 gone_id);

G_END_DECLS
