#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISE_DETAIL (hf_promise_detail_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseDetail, hf_promise_detail, HF, PROMISE_DETAIL, GtkWidget)

void hf_promise_detail_set_store (HfPromiseDetail *self, HfStore *store);
void hf_promise_detail_show (HfPromiseDetail *self, gint64 id);
gint64 hf_promise_detail_get_id (HfPromiseDetail *self);

G_END_DECLS
