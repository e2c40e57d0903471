#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

void hf_today_next_call_start (GtkWidget *page, HfStore *store);

G_END_DECLS
