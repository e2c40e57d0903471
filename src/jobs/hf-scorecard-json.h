#pragma once

#include <json-glib/json-glib.h>

#include "hf-scorecard.h"

G_BEGIN_DECLS

void hf_scorecard_add_json (JsonBuilder *builder, const HfScorecard *card);

G_END_DECLS
