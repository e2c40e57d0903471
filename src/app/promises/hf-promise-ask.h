#pragma once

#include <gtk/gtk.h>

#include "hf-promise.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_promise_ask_end (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                         HfPromiseState state);
void hf_promise_ask_anew (GtkWidget *widget, HfStore *store, const HfPromise *promise);
void hf_promise_ask_give (GtkWidget *widget, HfStore *store, const HfPromise *promise);

G_END_DECLS
