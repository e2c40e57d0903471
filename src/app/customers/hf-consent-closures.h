#pragma once

#include "hf-consent.h"
#include "hf-customer.h"

G_BEGIN_DECLS

char *hf_consent_words_refusal (const HfCustomer *customer);
const char *hf_consent_words_state (const HfConsent *consent);
char *hf_consent_words_summary (GPtrArray *consents);
char *hf_consent_words_title (const HfConsent *consent);
char *hf_consent_words_details (const HfConsent *consent);
const char *hf_consent_icon (const HfConsent *consent);

G_END_DECLS
