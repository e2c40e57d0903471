#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

void hf_store_act_run (GtkWidget *widget, HfStore *store, HfStoreFunc run, HfStoreFunc back,
                       gpointer data, GDestroyNotify free_data, const char *words);
void hf_store_act_offer_undo (GtkWidget *widget, HfStore *store, HfStoreFunc back,
                              gpointer data, GDestroyNotify free_data, const char *words);

G_END_DECLS
