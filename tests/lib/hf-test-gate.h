#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

void hf_test_gate_shut (HfStore *store, HfStoreAccess access, guint n_works);
void hf_test_gate_open (void);

G_END_DECLS
