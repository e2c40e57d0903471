#pragma once

#include "hf-db-error.h"
#include "hf-store-error.h"

G_BEGIN_DECLS

void hf_store_error_translate (GError **error);

G_END_DECLS
