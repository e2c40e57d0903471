#pragma once

#include "hf-period.h"
#include "hf-scorecard.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

HfScorecard *hf_store_scorecard_compute (HfStoreSession *session, const HfPeriod *period,
                                         gint64 branch_id, gint64 now, GError **error);

G_END_DECLS
