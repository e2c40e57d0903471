#pragma once

#include "hf-store-customers.h"

G_BEGIN_DECLS

HfCustomerFilter *hf_customer_expression_parse (const char *expression);
char *hf_customer_expression_format (const HfCustomerFilter *filter);
gboolean hf_customer_filter_narrows (const HfCustomerFilter *filter);

G_END_DECLS
