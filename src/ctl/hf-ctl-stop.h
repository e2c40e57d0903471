#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void hf_ctl_stop_listen (void);
GCancellable *hf_ctl_stop_get_cancellable (void);
void hf_ctl_stop_look (void);

G_END_DECLS
