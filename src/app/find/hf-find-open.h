#pragma once

#include <gtk/gtk.h>

#include "hf-find-item.h"

G_BEGIN_DECLS

void hf_find_item_open (HfFindItem *item, GtkWidget *widget);

G_END_DECLS
