#pragma once

#include "hf-figures.h"
#include "hf-score-group.h"

G_BEGIN_DECLS

char *hf_diagnosis_link_status (const char *status, gint64 branch_id);
char *hf_diagnosis_link_month (const char *month, gint64 branch_id);
char *hf_diagnosis_link_lost (const HfPeriod *period, gint64 branch_id);
char *hf_diagnosis_link_reason (const char *code, const HfPeriod *period, gint64 branch_id);
char *hf_diagnosis_link_complaints (HfScoreGroup group, const HfPeriod *period,
                                    gint64 branch_id, const char *branch);

G_END_DECLS
