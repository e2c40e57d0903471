#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_TOASTER (hf_toaster_get_type ())
G_DECLARE_FINAL_TYPE (HfToaster, hf_toaster, HF, TOASTER, GObject)

HfToaster *hf_toaster_get (AdwToastOverlay *overlay);
void hf_toaster_add (HfToaster *self, AdwToast *toast);

G_END_DECLS
