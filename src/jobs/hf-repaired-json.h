#pragma once

#include <json-glib/json-glib.h>

#include "hf-repair-counts.h"

G_BEGIN_DECLS

void hf_repaired_json_build (const HfRepairCounts *counts, JsonBuilder *builder);

G_END_DECLS
