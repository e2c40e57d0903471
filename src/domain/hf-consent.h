#pragma once

#include <glib-object.h>

#include "hf-field.h"

G_BEGIN_DECLS

/* What a customer's data may be used for only if they agree. */
typedef enum
{
  HF_CONSENT_CALL,
  HF_CONSENT_INTERVIEW,
  HF_CONSENT_RECORDING,
  HF_CONSENT_WIN_BACK,
  HF_CONSENT_MESSAGE,
} HfConsentPurpose;

extern const HfChoice hf_consent_purposes[];

typedef enum
{
  HF_CONSENT_GIVEN,
  HF_CONSENT_WITHDRAWN, /* or refused from the beginning */
} HfConsentState;

extern const HfChoice hf_consent_states[];

#define HF_TYPE_CONSENT (hf_consent_get_type ())
G_DECLARE_FINAL_TYPE (HfConsent, hf_consent, HF, CONSENT, GObject)

/* That a customer agreed to a purpose on a day, or did not. */
struct _HfConsent
{
  GObject parent_instance;

  gint64 id; /* 0: not stored yet */
  HfConsentPurpose purpose;
  HfConsentState state;
  char *decided_on;
  int channel;   /* of hf_complaint_channels: by which way they said so */
  char *wording; /* which version of which words they heard or read */
  char *note;

  gint64 customer_id;
  gint64 interview_id; /* in which it was asked, 0: none */
  gint64 at;           /* when it was noted */
  char *who;           /* read-only: the member of staff who noted it */
};

HfConsent *hf_consent_new (void);
const HfField *hf_consent_fields (gsize *n_fields);
gboolean hf_consent_validate (const HfConsent *self, const char *today, GError **error);
const HfConsent *hf_consent_find_last (const GPtrArray *consents, HfConsentPurpose purpose);

G_END_DECLS
