#pragma once

#include "hf-figures.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

HfFigures *hf_store_figures_compute (HfStoreSession *session, const HfPeriod *period,
                                     const char *branch, GError **error);
gboolean hf_store_figures_add_call_lists (HfStoreSession *session, HfFigures *figures,
                                          const char *branch, GError **error);

G_END_DECLS
