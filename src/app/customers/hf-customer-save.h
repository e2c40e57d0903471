#pragma once

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* What was typed of a customer, what came of it, and how it is now where somebody else was
 * faster. */
typedef struct
{
  HfCustomer *customer;
  GHashTable *values; /* what was typed in the firm's own fields, by their keys; may be NULL */
  GHashTable *read;   /* what was there before; may be NULL */
  HfCustomer *newer;
  GHashTable *newer_values;
  const char *field; /* of a value that is refused */
} HfCustomerSave;

HfCustomerSave *hf_customer_save_new (HfCustomer *customer);
void hf_customer_save_free (gpointer self);
gpointer hf_customer_save_run (HfStoreSession *session, gpointer self, GError **error);

G_END_DECLS
