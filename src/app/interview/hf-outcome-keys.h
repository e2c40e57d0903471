#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hf_outcome_keys_dup_label (guint index);
int hf_outcome_keys_find (gunichar typed);

G_END_DECLS
