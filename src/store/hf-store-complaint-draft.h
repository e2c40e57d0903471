#pragma once

#include "hf-complaint.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_complaint_draft_save (HfStoreSession *session, const HfComplaint *complaint,
                                        GError **error);
gboolean hf_store_complaint_draft_clear (HfStoreSession *session, GError **error);
gboolean hf_store_complaint_draft_find (HfStoreSession *session, HfComplaint **complaint,
                                        GError **error);

G_END_DECLS
