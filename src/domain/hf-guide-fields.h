#pragma once

#include "hf-customer.h"

G_BEGIN_DECLS

extern const char *const hf_guide_field_names[];

GHashTable *hf_guide_fields_new (const HfCustomer *customer, const char *firm,
                                 const char *caller, const char *language);

G_END_DECLS
