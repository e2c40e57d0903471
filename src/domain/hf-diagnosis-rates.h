#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a customer's last outcome counts as, by AAPOR's standard definitions. */
typedef enum
{
  HF_RATE_COMPLETE,          /* I */
  HF_RATE_PARTIAL,           /* P */
  HF_RATE_REFUSAL,           /* R, refusals and break-offs */
  HF_RATE_NON_CONTACT,       /* NC */
  HF_RATE_OTHER,             /* O, reached and neither asked nor refused */
  HF_RATE_UNKNOWN_HOUSEHOLD, /* UH, not known whether the number is the customer's */
  HF_RATE_UNKNOWN_OTHER,     /* UO */
  HF_RATE_NOT_ELIGIBLE,      /* counts in no rate */
  HF_RATE_N_CLASSES,
} HfRateClass;

typedef struct
{
  double response; /* RR1 */
  double contact;  /* CON1 */
  double refusal;  /* REF1 */
} HfCallRates;

gboolean hf_diagnosis_rates (const guint counts[HF_RATE_N_CLASSES], HfCallRates *rates);

G_END_DECLS
