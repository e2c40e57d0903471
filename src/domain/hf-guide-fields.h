#pragma once

#include "hf-customer.h"

G_BEGIN_DECLS

extern const char *const hf_guide_field_names[];

GHashTable *hf_guide_fields_new (const HfCustomer *customer, const char *firm,
                                 const char *caller, const char *language);
void hf_guide_fields_add_complaint (GHashTable *fields, gint64 received_at,
                                    const char *language);

G_END_DECLS
