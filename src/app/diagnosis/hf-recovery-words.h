#pragma once

#include "hf-diagnosis-recovery.h"

G_BEGIN_DECLS

char *hf_recovery_words_rate (const HfRecoveryCell *cell);
char *hf_recovery_words_of (const HfRecoveryCell *cell, double published);
char *hf_recovery_words_left_out (const HfRecoveryTable *table);

G_END_DECLS
