#pragma once

#include "hf-period.h"

G_BEGIN_DECLS

HfPeriod *hf_score_period_parse (const char *text);
GStrv hf_score_period_list (const char *today);

G_END_DECLS
