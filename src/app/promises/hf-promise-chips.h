#pragma once

#include <gtk/gtk.h>

#include "hf-store-promises.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISE_CHIPS (hf_promise_chips_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseChips, hf_promise_chips, HF, PROMISE_CHIPS, GtkWidget)

void hf_promise_chips_choose (HfPromiseChips *self, HfPromiseShow show);
HfPromiseShow hf_promise_chips_get_chosen (HfPromiseChips *self);
void hf_promise_chips_set_counts (HfPromiseChips *self,
                                  const gint64 counts[HF_PROMISES_N_SHOWN]);

G_END_DECLS
