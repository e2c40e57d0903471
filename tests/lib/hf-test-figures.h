#pragma once

#include "hf-figures.h"

G_BEGIN_DECLS

HfFigures *hf_test_figures_new (void);

G_END_DECLS
