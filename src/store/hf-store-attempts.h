#pragma once

#include "hf-call-attempt.h"
#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_attempts_add (HfStoreSession *session, HfCallAttempt *attempt,
                                HfInterviewKind kind, gint64 call_again_at, GError **error);
GPtrArray *hf_store_attempts_list (HfStoreSession *session, gint64 customer_id, GError **error);

G_END_DECLS
