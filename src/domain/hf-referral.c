#include "config.h"

#include "hf-referral.h"

/**
 * hf_referral_free:
 * @self: (transfer full): a referral
 *
 * Frees it.
 */
void
hf_referral_free (HfReferral *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->other_title);
  g_free (self);
}
