#pragma once

#include "hf-repair.h"

G_BEGIN_DECLS

HfRepairOutcome hf_repair_mend_amount (const char *text, const HfRepairColumn *column,
                                       GString *mended);
HfRepairOutcome hf_repair_mend_country (const char *text, const HfRepairColumn *column,
                                        GString *mended);
HfRepairOutcome hf_repair_mend_date (const char *text, const HfRepairColumn *column,
                                     GString *mended);
HfRepairOutcome hf_repair_mend_exponent (const char *text, const HfRepairColumn *column,
                                         GString *mended);
HfRepairOutcome hf_repair_mend_gloss (const char *text, const HfRepairColumn *column,
                                      GString *mended);
HfRepairOutcome hf_repair_mend_mojibake (const char *text, const HfRepairColumn *column,
                                         GString *mended);
HfRepairOutcome hf_repair_mend_nothing (const char *text, const HfRepairColumn *column,
                                        GString *mended);
HfRepairOutcome hf_repair_mend_serial (const char *text, const HfRepairColumn *column,
                                       GString *mended);
HfRepairOutcome hf_repair_mend_signs (const char *text, const HfRepairColumn *column,
                                      GString *mended);
HfRepairOutcome hf_repair_mend_spaces (const char *text, const HfRepairColumn *column,
                                       GString *mended);
HfRepairOutcome hf_repair_mend_width (const char *text, const HfRepairColumn *column,
                                      GString *mended);
HfRepairOutcome hf_repair_mend_zero (const char *text, const HfRepairColumn *column,
                                     GString *mended);

gboolean hf_repair_has_text_mark (const char *text);
gboolean hf_repair_is_phone (const HfField *field);
gboolean hf_repair_is_invisible (gunichar letter);
gboolean hf_repair_is_nothing (const char *text, const HfField *field);
gboolean hf_repair_is_odd (gunichar letter);

G_END_DECLS
