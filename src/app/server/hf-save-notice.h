#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SAVE_NOTICE (hf_save_notice_get_type ())
G_DECLARE_FINAL_TYPE (HfSaveNotice, hf_save_notice, HF, SAVE_NOTICE, GtkWidget)

void hf_save_notice_begin (HfSaveNotice *self, HfStore *store);
void hf_save_notice_end (HfSaveNotice *self);

G_END_DECLS
