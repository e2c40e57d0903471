#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_FIND (hf_find_get_type ())
G_DECLARE_FINAL_TYPE (HfFind, hf_find, HF, FIND, GtkWidget)

void hf_find_set_store (HfFind *self, HfStore *store);
void hf_find_open (HfFind *self);
void hf_find_close (HfFind *self);
gboolean hf_find_is_answered (HfFind *self);
void hf_find_remember (HfFind *self, gint64 customer_id);

G_END_DECLS
