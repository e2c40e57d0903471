#pragma once

#include <gtk/gtk.h>

#include "hf-interview-work.h"
#include "hf-store.h"

G_BEGIN_DECLS

#define HF_TYPE_OUTCOME_FORM (hf_outcome_form_get_type ())
G_DECLARE_FINAL_TYPE (HfOutcomeForm, hf_outcome_form, HF, OUTCOME_FORM, GtkWidget)

void hf_outcome_form_set_zone (HfOutcomeForm *self, const char *zone);
void hf_outcome_form_set_phones (HfOutcomeForm *self, const char *phones);
HfInterviewEnd *hf_outcome_form_read (HfOutcomeForm *self);
void hf_outcome_form_suggest (HfOutcomeForm *self, const HfOutcome *outcome, const char *note,
                              const char *promise);
void hf_outcome_form_set_call (HfOutcomeForm *self, HfStore *store, gint64 customer_id,
                               HfInterviewKind kind);
void hf_outcome_form_show_error (HfOutcomeForm *self, const char *words);

G_END_DECLS
