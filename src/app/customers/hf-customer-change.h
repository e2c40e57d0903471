#pragma once

#include "hf-customer.h"
#include "hf-store.h"

G_BEGIN_DECLS

/* A change of a customer's standing that can be taken back: the status, with the day of loss,
 * or that they do not want to be called, with the reason and since when. */
typedef struct
{
  HfCustomer *before;
  HfCustomer *after;
} HfCustomerChange;

HfCustomerChange *hf_customer_change_new (const HfCustomer *customer);
void hf_customer_change_free (gpointer self);
void hf_customer_change_set_status (HfCustomerChange *self, HfCustomerStatus status);
gpointer hf_customer_change_run (HfStoreSession *session, gpointer self, GError **error);
gpointer hf_customer_change_take_back (HfStoreSession *session, gpointer self, GError **error);

G_END_DECLS
