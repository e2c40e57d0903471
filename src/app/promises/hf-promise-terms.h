#pragma once

#include <gtk/gtk.h>

#include "hf-promise-rules.h"
#include "hf-store.h"

G_BEGIN_DECLS

void hf_promise_terms_fill (GtkWidget *list, guint n_terms);
void hf_promise_terms_name (GtkWidget *list, const HfPromiseRules *rules);
void hf_promise_terms_load (GtkWidget *list, HfStore *store);

G_END_DECLS
