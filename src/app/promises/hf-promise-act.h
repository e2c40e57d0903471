#pragma once

#include <gtk/gtk.h>

#include "hf-promise.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_promise_act_end (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                         HfPromiseState state, const char *note);
void hf_promise_act_reopen (GtkWidget *widget, HfStore *store, const HfPromise *promise);
void hf_promise_act_make_anew (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                               gint64 due_at, const char *why);
void hf_promise_act_give (GtkWidget *widget, HfStore *store, const HfPromise *promise,
                          gint64 keeper_id, const char *why);

G_END_DECLS
