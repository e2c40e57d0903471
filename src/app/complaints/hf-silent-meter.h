#pragma once

#include <gtk/gtk.h>

#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SILENT_METER (hf_silent_meter_get_type ())
G_DECLARE_FINAL_TYPE (HfSilentMeter, hf_silent_meter, HF, SILENT_METER, GtkWidget)

void hf_silent_meter_set_store (HfSilentMeter *self, HfStore *store);

G_END_DECLS
