#include "config.h"

#include "hf-guide-save.h"

#include "hf-store.h"

/**
 * hf_guide_save_copy_guide:
 * @guide: a stored guide
 * @xml: (nullable): another text for it
 *
 * Makes a record of its own, to be handed to another thread.
 *
 * Returns: (transfer full): the copy
 */
HfStoredGuide *
hf_guide_save_copy_guide (const HfStoredGuide *guide, const char *xml)
{
  HfStoredGuide *copy = g_new (HfStoredGuide, 1);
  *copy = *guide;
  copy->code = g_strdup (guide->code);
  copy->xml = g_strdup (xml != NULL ? xml : guide->xml);
  return copy;
}

/**
 * hf_guide_save_new:
 * @step: what is done
 * @guide: with which guide; it is copied
 * @xml: (nullable): its text as it is now
 *
 * Prepares what hf_guide_save_run() does.
 *
 * Returns: (transfer full): the work
 */
HfGuideSave *
hf_guide_save_new (HfGuideStep step, const HfStoredGuide *guide, const char *xml)
{
  HfGuideSave *self = g_new (HfGuideSave, 1);
  self->step = step;
  self->guide = hf_guide_save_copy_guide (guide, xml);
  return self;
}

static gboolean
run (HfGuideSave *self, HfStoreSession *session, GError **error)
{
  switch (self->step)
    {
    case HF_GUIDE_STEP_KEEP:
      return hf_store_guides_save_draft (session, self->guide, error);
    case HF_GUIDE_STEP_PUBLISH:
      return hf_store_guides_publish (session, self->guide, error);
    case HF_GUIDE_STEP_DISCARD:
      return hf_store_guides_discard (session, self->guide, error);
    case HF_GUIDE_STEP_RETIRE:
      return hf_store_guides_retire (session, self->guide->id, TRUE, error);
    case HF_GUIDE_STEP_USE:
      return hf_store_guides_retire (session, self->guide->id, FALSE, error);
    case HF_GUIDE_STEP_DRAFT:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * hf_guide_save_run:
 * @session: a session that writes
 * @save: an #HfGuideSave
 * @error: (nullable): CONFLICT, INVALID ...
 *
 * Does it.
 *
 * Returns: (transfer full) (nullable): an #HfStoredGuide, as it is stored now
 */
gpointer
hf_guide_save_run (HfStoreSession *session, gpointer save, GError **error)
{
  HfGuideSave *self = save;
  if (self->step == HF_GUIDE_STEP_DRAFT)
    return hf_store_guides_begin_draft (session, self->guide->code, self->guide->kind,
                                        self->guide->xml, error);
  return run (self, session, error) ? hf_guide_save_copy_guide (self->guide, NULL) : NULL;
}

/**
 * hf_guide_save_retire:
 * @session: a session that writes
 * @save: an #HfGuideSave that takes a version out of use, or into use again
 * @error: (nullable): INVALID where no other guide is left for such calls ...
 *
 * Does it.
 *
 * Returns: %HF_STORE_DONE, or %NULL
 */
gpointer
hf_guide_save_retire (HfStoreSession *session, gpointer save, GError **error)
{
  return run (save, session, error) ? HF_STORE_DONE : NULL;
}

/**
 * hf_guide_save_free:
 * @save: (transfer full): an #HfGuideSave
 *
 * Lets it go.
 */
void
hf_guide_save_free (gpointer save)
{
  HfGuideSave *self = save;
  hf_stored_guide_free (self->guide);
  g_free (self);
}
