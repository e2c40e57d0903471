#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_HINT_BAR (hf_hint_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfHintBar, hf_hint_bar, HF, HINT_BAR, AdwBin)

/* Signal: "register" (HfComplaintHint). */
void hf_hint_bar_set_store (HfHintBar *self, HfStore *store);

G_END_DECLS
