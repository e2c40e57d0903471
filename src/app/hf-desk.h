#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

void hf_desk_restore (HfStore *store);
void hf_desk_choose (HfStore *store, gint64 staff_id);
gint64 hf_desk_get_staff_id (const char *database);

G_END_DECLS
