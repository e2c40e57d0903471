#pragma once

#include "hf-choice.h"
#include "hf-customer-names.h"
#include "hf-filter-chip.h"

G_BEGIN_DECLS

void hf_customer_filter_choices_add (HfFilterChip *chip, const HfChoice *choices, int first);
void hf_customer_filter_choices_add_months (HfFilterChip *chip);
void hf_customer_filter_choices_set_branches (HfFilterChip *chip, HfCustomerNames *names);
void hf_customer_filter_choices_set_staff (HfFilterChip *chip, HfCustomerNames *names);
void hf_customer_filter_choices_set_tags (HfFilterChip *chip, HfCustomerNames *names);
void hf_customer_filter_choices_set_reasons (HfFilterChip *chip, HfCustomerNames *names);

G_END_DECLS
