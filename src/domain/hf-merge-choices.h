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
  /* (element-type gint64 HfMergeSide) (nullable): by a custom field's key. Of a field that is
   * not there, what is entered for who stays is kept, and what is not known taken from the
   * other. */
  GHashTable *custom;
  gboolean sum_purchases; /* of a month in both; else those of whom is kept */
} HfMergeChoices;

gboolean hf_merge_choices_concern (const HfField *field);
gboolean hf_merge_choices_allow_both (const HfField *field);
void hf_merge_choices_clear (HfMergeChoices *self);
void hf_merge_choices_set_custom (HfMergeChoices *self, gint64 field_id, HfMergeSide side);
HfMergeSide hf_merge_choices_guess_side (const HfField *field, const char *of_kept,
                                         const char *of_gone);
void hf_merge_choices_guess (HfMergeChoices *self, const HfCustomer *kept,
                             const HfCustomer *gone);
HfCustomer *hf_merge_choices_apply (const HfMergeChoices *self, const HfCustomer *kept,
                                    const HfCustomer *gone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfMergeChoices, hf_merge_choices_clear)

G_END_DECLS
