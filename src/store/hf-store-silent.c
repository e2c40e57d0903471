#include "config.h"

#include "hf-store-silent.h"

#include "hf-complaint.h"
#include "hf-store-settings.h"
#include "hf-store.h"
#include "hf-text.h"

struct _HfSilentChoice
{
  const HfSilentPreset *preset;
  double shares[HF_SILENT_N_CLASSES];
  GPtrArray *before; /* (element-type HfAssumption), with the revisions that they have now */
};

static const char *const keys[HF_SILENT_N_CLASSES] = {
  [HF_COMPLAINT_MINOR] = HF_ASSUMPTION_COMPLAINT_RATIO,
  [HF_COMPLAINT_MAJOR] = HF_ASSUMPTION_COMPLAINT_RATIO_MAJOR,
};

/**
 * hf_silent_choice_new:
 * @preset: a preset that is ready
 * @own: what the firm's own interviews found
 *
 * Makes a choice; the own share is taken as it stands now.
 *
 * Returns: (transfer full): the choice
 */
HfSilentChoice *
hf_silent_choice_new (const HfSilentPreset *preset, const HfOwnShare *own)
{
  HfSilentChoice *self = g_new0 (HfSilentChoice, 1);
  self->preset = preset;
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    self->shares[i] = hf_silent_preset_get_share (preset, i, own);
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * hf_silent_choice_free:
 * @self: (transfer full): a choice
 *
 * Frees it.
 */
void
hf_silent_choice_free (HfSilentChoice *self)
{
  g_ptr_array_unref (self->before);
  g_free (self);
}

static gboolean
assume (HfStoreSession *session, HfSilentChoice *choice, int severity, GError **error)
{
  g_autoptr (HfAssumption) changed = hf_store_assumptions_find (session, keys[severity], error);
  g_autoptr (HfAssumption) before = hf_assumption_new ();
  if (changed == NULL)
    return FALSE;
  before->key = g_strdup (changed->key);
  before->value = changed->value;
  before->source = g_strdup (changed->source);
  changed->value = 1 / choice->shares[severity];
  hf_text_set (&changed->source, choice->preset->source);
  if (!hf_store_assumptions_save (session, changed, error))
    return FALSE;
  before->revision = changed->revision;
  g_ptr_array_add (choice->before, g_steal_pointer (&before));
  return TRUE;
}

/**
 * hf_store_silent_choose:
 * @session: a session that writes
 * @choice: an #HfSilentChoice
 * @error: (nullable): CONFLICT ...
 *
 * Assumes a preset's shares for both classes of problems, each with its source.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_store_silent_choose (HfStoreSession *session, gpointer choice, GError **error)
{
  g_ptr_array_set_size (((HfSilentChoice *) choice)->before, 0);
  for (int i = 0; i < HF_SILENT_N_CLASSES; i++)
    if (!assume (session, choice, i, error))
      return NULL;
  return HF_STORE_DONE;
}

/**
 * hf_store_silent_take_back:
 * @session: a session that writes
 * @choice: an #HfSilentChoice that was stored
 * @error: (nullable): CONFLICT where it was changed since ...
 *
 * Assumes again what was assumed before a choice.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_store_silent_take_back (HfStoreSession *session, gpointer choice, GError **error)
{
  const GPtrArray *before = ((HfSilentChoice *) choice)->before;
  for (guint i = 0; i < before->len; i++)
    if (!hf_store_assumptions_save (session, before->pdata[i], error))
      return NULL;
  return HF_STORE_DONE;
}
