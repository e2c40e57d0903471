#pragma once

#include "hf-silent-preset.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* A preset that is chosen for the estimate of the silent, and what was assumed before it. */
typedef struct _HfSilentChoice HfSilentChoice;

HfSilentChoice *hf_silent_choice_new (const HfSilentPreset *preset, const HfOwnShare *own);
void hf_silent_choice_free (HfSilentChoice *self);

gpointer hf_store_silent_choose (HfStoreSession *session, gpointer choice, GError **error);
gpointer hf_store_silent_take_back (HfStoreSession *session, gpointer choice, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfSilentChoice, hf_silent_choice_free)

G_END_DECLS
