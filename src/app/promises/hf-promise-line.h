#pragma once

#include <gtk/gtk.h>

#include "hf-promise.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISE_LINE (hf_promise_line_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseLine, hf_promise_line, HF, PROMISE_LINE, GtkWidget)

GtkWidget *hf_promise_line_new (void);
void hf_promise_line_set_promise (HfPromiseLine *self, HfPromise *promise);

G_END_DECLS
