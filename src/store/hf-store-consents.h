#pragma once

#include "hf-consent.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_consents_save (HfStoreSession *session, HfConsent *consent, GError **error);
gboolean hf_store_consents_add (HfStoreSession *session, gint64 customer_id,
                                const char *purpose, gboolean given, gint64 interview_id,
                                const char *wording, GError **error);
gboolean hf_store_consents_remove (HfStoreSession *session, gint64 id, GError **error);
GPtrArray *hf_store_consents_list (HfStoreSession *session, gint64 customer_id, GError **error);
gboolean hf_store_consents_allow (HfStoreSession *session, gint64 customer_id,
                                  HfConsentPurpose purpose, gboolean *allowed, GError **error);
gboolean hf_store_consents_allow_calls (HfStoreSession *session, gint64 customer_id,
                                        gboolean *allowed, GError **error);

G_END_DECLS
