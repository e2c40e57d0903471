#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hf_ctl_progress_show (double fraction, gint64 n_rows);
void hf_ctl_progress_clear (void);

G_END_DECLS
