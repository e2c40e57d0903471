#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_PROMISE_EDITOR (hf_promise_editor_get_type ())
G_DECLARE_FINAL_TYPE (HfPromiseEditor, hf_promise_editor, HF, PROMISE_EDITOR, AdwWindow)

GtkWidget *hf_promise_editor_new (GtkWidget *asker, HfStore *store, gint64 customer_id,
                                  gint64 complaint_id);

G_END_DECLS
