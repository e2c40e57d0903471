#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SERVER_BAR (hf_server_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfServerBar, hf_server_bar, HF, SERVER_BAR, GtkWidget)

void hf_server_bar_set_store (HfServerBar *self, HfStore *store);
const char *hf_server_bar_get_state (HfServerBar *self);

G_END_DECLS
