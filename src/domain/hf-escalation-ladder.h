#pragma once

#include "hf-escalation-step.h"
#include "hf-promise-rules.h"

G_BEGIN_DECLS

#define HF_ESCALATION_LADDER_ERROR (hf_escalation_ladder_error_quark ())

typedef enum
{
  HF_ESCALATION_LADDER_ERROR_INVALID,
} HfEscalationLadderError;

/* The steps that the program comes with, by their codes. */
extern const HfChoice hf_escalation_starters[];

/* A ladder is an array of #HfEscalationStep, the lowest step first. */
GQuark hf_escalation_ladder_error_quark (void);
GPtrArray *hf_escalation_ladder_new (void);
GPtrArray *hf_escalation_ladder_new_starter (void);
GPtrArray *hf_escalation_ladder_copy (const GPtrArray *self);
GPtrArray *hf_escalation_ladder_parse (const char *text, GError **error);
char *hf_escalation_ladder_format (const GPtrArray *self);
gboolean hf_escalation_ladder_check (const GPtrArray *self, const HfPromiseRules *rules,
                                     GError **error);
char *hf_escalation_ladder_new_code (const GPtrArray *self);

G_END_DECLS
