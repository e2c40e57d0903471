#pragma once

#include "hf-score.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_scores_save (HfStoreSession *session, HfScore *score, GError **error);
HfScore *hf_store_scores_find (HfStoreSession *session, gint64 customer_id,
                               const char *scored_on, const char *question, GError **error);
GPtrArray *hf_store_scores_list (HfStoreSession *session, gint64 customer_id, GError **error);

G_END_DECLS
