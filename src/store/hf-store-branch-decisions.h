#pragma once

#include "hf-branch-decision.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_branch_decisions_add (HfStoreSession *session,
                                        const HfBranchDecision *decision, GError **error);
GPtrArray *hf_store_branch_decisions_list (HfStoreSession *session, const char *period,
                                           GError **error);
GPtrArray *hf_store_branch_decisions_list_holding (HfStoreSession *session,
                                                   const HfPeriod *days, gint64 branch_id,
                                                   GError **error);

G_END_DECLS
