#pragma once

#include "hf-customer-filter.h"

G_BEGIN_DECLS

/* Many customers: those of a list by its rule, or by their keys. */
typedef struct
{
  HfCustomerFilter *filter; /* with everything: which list */
  gboolean everything;
  GArray *keys; /* (element-type gint64): whom; with everything, whom not */
} HfCustomerChoice;

HfCustomerChoice *hf_customer_choice_copy (const HfCustomerChoice *self);
void hf_customer_choice_free (HfCustomerChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCustomerChoice, hf_customer_choice_free)

G_END_DECLS
