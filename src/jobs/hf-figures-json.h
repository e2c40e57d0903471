#pragma once

#include "hf-figures.h"

G_BEGIN_DECLS

char *hf_figures_to_json (HfFigures *figures);

G_END_DECLS
