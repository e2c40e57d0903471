#pragma once

#include <gtk/gtk.h>

#include "hf-diagnosis-recovery.h"

G_BEGIN_DECLS

#define HF_TYPE_RECOVERY_CARD (hf_recovery_card_get_type ())
G_DECLARE_FINAL_TYPE (HfRecoveryCard, hf_recovery_card, HF, RECOVERY_CARD, GtkWidget)

void hf_recovery_card_set_table (HfRecoveryCard *self, const HfRecoveryTable *table);

G_END_DECLS
