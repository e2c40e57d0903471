#pragma once

#include "hf-complaint.h"
#include "hf-store-closing.h"

G_BEGIN_DECLS

gboolean hf_closing_check (HfStoreSession *session, const HfComplaint *complaint,
                           HfComplaintStatus status, GError **error);
gboolean hf_closing_check_reason (const char *why, GError **error);

G_END_DECLS
