#pragma once

#include <adwaita.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_LOG (hf_call_log_get_type ())
G_DECLARE_FINAL_TYPE (HfCallLog, hf_call_log, HF, CALL_LOG, AdwWindow)

GtkWidget *hf_call_log_new (GtkWidget *widget, HfStore *store, gint64 customer_id);

G_END_DECLS
