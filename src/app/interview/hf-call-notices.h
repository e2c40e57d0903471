#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_CALL_NOTICES (hf_call_notices_get_type ())
G_DECLARE_FINAL_TYPE (HfCallNotices, hf_call_notices, HF, CALL_NOTICES, GtkWidget)

void hf_call_notices_show_notice (HfCallNotices *self, const char *words);
void hf_call_notices_hide_notice (HfCallNotices *self);
void hf_call_notices_show_returned (HfCallNotices *self, const char *words);
void hf_call_notices_show_failure (HfCallNotices *self, const GError *error, gboolean answer);
void hf_call_notices_hide_failure (HfCallNotices *self);

G_END_DECLS
