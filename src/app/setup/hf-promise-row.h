#pragma once

#include <adwaita.h>

#include "hf-promise-rules.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISE_ROW (hf_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseRow, hf_promise_row, HF, PROMISE_ROW, AdwExpanderRow)

GtkWidget *hf_promise_row_new (HfPromiseTerm term);
HfPromiseTerm hf_promise_row_get_term (HfPromiseRow *self);
void hf_promise_row_show (HfPromiseRow *self, const HfPromiseRule *rule);
const HfPromiseRule *hf_promise_row_get_rule (HfPromiseRow *self);

G_END_DECLS
