#pragma once

#include "hf-customer.h"

G_BEGIN_DECLS

/* Whose value the one customer keeps that two become. */
typedef enum
{
  HF_MERGE_KEPT,
  HF_MERGE_GONE,
  HF_MERGE_BOTH, /* of tags and notes */
} HfMergeSide;

#define HF_MERGE_MAX_FIELDS 32

/* How two customers become one. */
typedef struct
{
  HfMergeSide sides[HF_MERGE_MAX_FIELDS]; /* by a field's place in hf_customer_fields() */
  gboolean sum_purchases;                 /* of a month in both; else those of whom is kept */
} HfMergeChoices;

gboolean hf_merge_choices_concern (const HfField *field);
gboolean hf_merge_choices_allow_both (const HfField *field);
void hf_merge_choices_guess (HfMergeChoices *self, const HfCustomer *kept,
                             const HfCustomer *gone);
HfCustomer *hf_merge_choices_apply (const HfMergeChoices *self, const HfCustomer *kept,
                                    const HfCustomer *gone);

G_END_DECLS
