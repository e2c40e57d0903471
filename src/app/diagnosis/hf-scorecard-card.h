#pragma once

#include <gtk/gtk.h>

#include "hf-period.h"
#include "hf-scorecard.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_SCORECARD_CARD (hf_scorecard_card_get_type ())
G_DECLARE_FINAL_TYPE (HfScorecardCard, hf_scorecard_card, HF, SCORECARD_CARD, GtkWidget)

void hf_scorecard_card_set_store (HfScorecardCard *self, HfStore *store);
void hf_scorecard_card_show (HfScorecardCard *self, const HfScorecard *card,
                             const HfPeriod *period);

G_END_DECLS
