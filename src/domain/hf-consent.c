#include "config.h"

#include "hf-consent.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-complaint.h"

G_DEFINE_FINAL_TYPE (HfConsent, hf_consent, G_TYPE_OBJECT)

const HfChoice hf_consent_purposes[] = {
  [HF_CONSENT_CALL] = { "call", NC_ ("choice", "Being called") },
  [HF_CONSENT_INTERVIEW] = { "interview", NC_ ("choice", "Being interviewed") },
  [HF_CONSENT_RECORDING] = { "recording", NC_ ("choice", "Recording of calls") },
  [HF_CONSENT_WIN_BACK] = { "win-back", NC_ ("choice", "Offers to win them back") },
  [HF_CONSENT_MESSAGE] = { "message", NC_ ("choice", "E-mail and messages") },
  { NULL, NULL },
};

const HfChoice hf_consent_states[] = {
  [HF_CONSENT_GIVEN] = { "given", NC_ ("choice", "Given") },
  [HF_CONSENT_WITHDRAWN] = { "withdrawn", NC_ ("choice", "Refused or withdrawn") },
  { NULL, NULL },
};

#define AT(member) G_STRUCT_OFFSET (HfConsent, member)

static const HfField fields[] = {
  { "purpose", NC_ ("field", "Purpose"), NULL, HF_FIELD_CHOICE, AT (purpose),
    hf_consent_purposes, 0, TRUE },
  { "state", NC_ ("field", "Consent"), NULL, HF_FIELD_CHOICE, AT (state), hf_consent_states, 0,
    TRUE },
  { "decided_on", NC_ ("field", "Day"), NULL, HF_FIELD_DATE, AT (decided_on), NULL, 0, TRUE },
  { "channel", NC_ ("field", "Channel"), NULL, HF_FIELD_CHOICE, AT (channel),
    hf_complaint_channels, 0, TRUE },
  { "wording", NC_ ("field", "Version of the wording"), NULL, HF_FIELD_TEXT, AT (wording), NULL,
    200, FALSE },
  { "note", NC_ ("field", "Note"), NULL, HF_FIELD_TEXT, AT (note), NULL, 0, FALSE },
};

static void
hf_consent_finalize (GObject *object)
{
  HfConsent *self = HF_CONSENT (object);
  g_free (self->decided_on);
  g_free (self->wording);
  g_free (self->note);
  g_free (self->who);
  G_OBJECT_CLASS (hf_consent_parent_class)->finalize (object);
}

static void
hf_consent_class_init (HfConsentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_consent_finalize;
}

static void
hf_consent_init (HfConsent *self)
{
  self->channel = HF_COMPLAINT_PHONE;
}

/**
 * hf_consent_new:
 *
 * Makes a consent that is given by phone.
 *
 * Returns: (transfer full): a consent
 */
HfConsent *
hf_consent_new (void)
{
  return g_object_new (HF_TYPE_CONSENT, NULL);
}

/**
 * hf_consent_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a form knows a consent.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_consent_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_consent_validate:
 * @self: a consent
 * @today: the present day
 * @error: (nullable): %HF_FIELD_ERROR about the day, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_consent_validate (const HfConsent *self, const char *today, GError **error)
{
  if (self->decided_on == NULL)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                         _ ("the day is missing"));
  else if (strcmp (self->decided_on, today) > 0)
    g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                         _ ("this day is still to come"));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_consent_find_last:
 * @consents: (element-type HfConsent): a customer's decisions, the last first
 * @purpose: a purpose
 *
 * Finds the decision that holds.
 *
 * Returns: (nullable): the last decision on a purpose
 */
const HfConsent *
hf_consent_find_last (const GPtrArray *consents, HfConsentPurpose purpose)
{
  for (guint i = 0; i < consents->len; i++)
    {
      const HfConsent *consent = consents->pdata[i];
      if (consent->purpose == purpose)
        return consent;
    }
  return NULL;
}
